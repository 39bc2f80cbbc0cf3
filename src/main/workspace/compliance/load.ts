import { z } from 'zod'
import {
  Control,
  ControlKey,
  FrameworkId,
  FrameworkVersionId,
  SentencePair,
  TitlePair,
} from '#contract/frameworks'
import { Line, type Instant } from '#contract/values'
import japen from '../../../../resources/reference/frameworks/japen.json' with { type: 'json' }
import jkr from '../../../../resources/reference/frameworks/jkr.json' with { type: 'json' }
import kks from '../../../../resources/reference/frameworks/kks.json' with { type: 'json' }
import melaka from '../../../../resources/reference/frameworks/melaka.json' with { type: 'json' }
import type { Subject } from '../audit.ts'
import { readerOf, type Writer } from '../database/schema.ts'
import { nextFrameworkPlace, shippedFramework, shippedNumbers } from './queries/reading.ts'
import { insertFramework, insertVersion } from './queries/writing.ts'
import { arranged, hashOf } from './rules/content.ts'

/** A checklist as a file of `resources/reference/frameworks` has it. */
const ShippedFramework = z.strictObject({
  id: ControlKey,
  version: z.number().int().positive(),
  title: TitlePair,
  source: Line,
  controls: z.array(
    z
      .strictObject({
        ...Control.omit({ key: true, retired: true }).shape,
        id: ControlKey,
        measurement: Control.shape.measurement.default(null),
        note: SentencePair.nullable().default(null),
        parent: Control.shape.parent.default(null),
        standsFor: Control.shape.standsFor.default([]),
        supersedes: Control.shape.supersedes.default([]),
      })
      .transform(({ id, ...fields }): Control => ({ ...fields, key: id, retired: null })),
  ),
})
export type ShippedFramework = z.infer<typeof ShippedFramework>

/** What this version of the application ships: the merged checklist first, then its sources. */
export function shippedFrameworks(): readonly ShippedFramework[] {
  return [jkr, kks, melaka, japen].map((file) => ShippedFramework.parse(file))
}

/**
 * Brings each shipped checklist in, and a newer edition of it as a further version, in the caller's
 * transaction. Versions that are there stay as they are, and so do the office's copies.
 * @returns the rows that were added, for the audit log
 */
export async function loadFrameworks(
  db: Writer,
  { newId, at }: { readonly newId: () => string; readonly at: Instant },
  shipped?: readonly ShippedFramework[],
): Promise<Subject[]> {
  const known = await shippedNumbers(readerOf(db))
  const added: Subject[] = []
  for (const file of shipped ?? shippedFrameworks()) {
    if ((known.get(file.id) ?? 0) >= file.version) continue
    let framework = await shippedFramework(readerOf(db), file.id)
    if (framework === null) {
      framework = FrameworkId.parse(newId())
      const place = await nextFrameworkPlace(readerOf(db))
      const row = { id: framework, shipped_key: file.id, copied_from: null, place }
      await insertFramework(db, { ...row, removed_at: null, created_at: at })
      added.push({ table: 'framework', id: framework, fields: ['shipped_key', 'place'] })
    }
    const id = FrameworkVersionId.parse(newId())
    const content = { ...file, controls: arranged(file.controls) }
    const version = {
      ...{ id, framework_id: framework, state: 'published', number: file.version },
      ...{ title_ms: file.title.ms, title_en: file.title.en, source: file.source },
      ...{ hash: hashOf(content), published_at: at, published_by: null, created_at: at },
    }
    await insertVersion(db, version, content.controls, newId)
    added.push({ table: 'framework_version', id, fields: ['number', 'hash'] })
  }
  return added
}
