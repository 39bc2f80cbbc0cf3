import { basename } from 'node:path'
import type {
  CheckedSource,
  CheckOptions,
  CheckSource,
} from '../../../src/main/workspace/images/engine/check.ts'
import { collectSources } from '../../../src/main/workspace/images/engine/collect.ts'
import { emptyLibrary } from '../../../src/main/workspace/images/engine/library.ts'
import type { LibraryIndex } from '../../../src/main/workspace/images/engine/library.ts'
import { checkImages } from '../../../src/main/workspace/images/engine/run.ts'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { partsOf } from '../../../src/main/workspace/images/repeats/parts/parts.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { isDesigned } from '../../../src/main/workspace/images/rules/designed.ts'
import { testPool } from '../folder.ts'

const rules = defaultSizeRules

export async function sourcesIn(folder: string): Promise<CheckSource[]> {
  return (await collectSources([folder])).map((source) => ({
    ...source,
    id: basename(source.name),
    earlier: null,
  }))
}

export async function checked(
  sources: readonly CheckSource[],
  different: Partial<CheckOptions> = {},
): Promise<CheckedSource[]> {
  const all: CheckedSource[] = []
  await checkImages({
    sources,
    kind: null,
    rules,
    pool: different.pool ?? testPool(),
    library: emptyLibrary,
    onChecked: (one) => void all.push(one),
    ...different,
  })
  return all
}

/** `file: verdict code→of …`, a line a file. */
export function told(results: readonly CheckedSource[]): string[] {
  return results.map(({ id, verdict, findings }) =>
    [
      `${id}:`,
      verdict,
      ...findings.map(({ code, of }) => (of === undefined ? code : `${code}→${basename(of)}`)),
    ].join(' '),
  )
}

export async function check(
  folder: string,
  different: Partial<CheckOptions> = {},
): Promise<string[]> {
  return told(await checked(await sourcesIn(folder), different))
}

export async function libraryOf(pictures: Readonly<Record<string, Buffer>>): Promise<LibraryIndex> {
  const kept = await Promise.all(
    Object.entries(pictures).map(async ([name, bytes]) => {
      const measured = await measure({ kind: 'bytes', name, bytes }, rules.limits)
      if (measured.kind === 'unreadable') throw new Error(measured.unreadable.code)
      return { name, bytes, measured }
    }),
  )
  const find = (id: string) => kept.find(({ name }) => `id of ${name}` === id)
  return {
    pictures: kept.map(({ name, measured: { measurement, fingerprint, sketch } }) => {
      const { bytesHash, width, height, pages, transparent } = measurement
      const size = { width, height, pages, transparent }
      const parts = partsOf({ width, height, samples: sketch })
      const designed = isDesigned(measurement)
      return { id: `id of ${name}`, name, bytesHash, ...size, fingerprint, parts, designed }
    }),
    sketchOf: (id) => Promise.resolve(find(id)?.measured.sketch ?? null),
    bytesOf: (id) => Promise.resolve(find(id)?.bytes ?? null),
  }
}
