import type { ImageKind } from '#contract/findings'
import type { SizeRules } from '#contract/imageRules'
import { unreadable } from '../measure/measurement.ts'
import type { Measured } from '../measure/measurement.ts'
import { unreadableFinding } from '../rules/file.ts'
import { guessKind } from '../rules/kind.ts'
import { judgePicture } from '../rules/verdict.ts'
import { measureIn } from '../workers/ask.ts'
import type { Asking } from '../workers/ask.ts'
import { openSource } from './check.ts'
import type { CheckedSource, CheckOptions, CheckSource, FoundRepeat } from './check.ts'
import { createRepeatFinder } from './finder.ts'

/** Files measured ahead of the one that is reported next, so that one slow file holds up few. */
const aheadAtLeast = 64

/**
 * Checks a batch: measures its files side by side, and reports them one by one in the given order,
 * each with what it repeats of the library or of the files before it.
 * @throws the signal's reason when called off; `images.worker-unavailable` when no process starts.
 * What was reported until then holds.
 */
export async function checkImages(options: CheckOptions): Promise<void> {
  const { sources, pool, rules, library } = options
  const ending = new AbortController()
  const signal =
    options.signal === undefined ? ending.signal : AbortSignal.any([options.signal, ending.signal])
  const asking: Asking = { pool, limits: rules.limits, signal }
  const finder = createRepeatFinder(asking, library)
  const ahead = Math.max(aheadAtLeast, 4 * pool.capacity)
  const looks = new Map<number, Promise<Measured>>()
  let begun = 0
  try {
    for (const [position, source] of sources.entries()) {
      signal.throwIfAborted()
      for (; begun < sources.length && begun <= position + ahead; begun++) {
        const next = sources[begun]
        if (next !== undefined && next.earlier === null) looks.set(begun, begin(asking, next))
      }
      const mine = looks.get(position)
      looks.delete(position)
      if (source.earlier !== null) {
        if (source.earlier.kind === 'measured') finder.remember(source, source.earlier, null)
      } else if (mine !== undefined) {
        await options.onChecked(await conclude(source, await mine))
      }
    }
  } finally {
    ending.abort()
  }

  function kindOf(source: CheckSource): ImageKind | null {
    return source.kind ?? options.kind
  }

  async function conclude(source: CheckSource, measured: Measured): Promise<CheckedSource> {
    if (measured.kind === 'unreadable') return unreadableSource(source, measured, kindOf(source))
    const repeats = await finder.find(source, measured)
    finder.remember(source, { ...measured, repeats }, measured.sketch)
    return measuredSource(source, measured, repeats, kindOf(source), rules)
  }
}

function begin(asking: Asking, source: CheckSource): Promise<Measured> {
  const look = lookAt(asking, source)
  // It is waited for later, if at all: a batch called off leaves some behind.
  look.catch(() => undefined)
  return look
}

async function lookAt(asking: Asking, source: CheckSource): Promise<Measured> {
  if (source.trouble !== null) return { kind: 'unreadable', unreadable: source.trouble }
  const from = await openSource(source)
  return from === null
    ? { kind: 'unreadable', unreadable: unreadable('not-found') }
    : measureIn(asking, from)
}

function unreadableSource(
  { id }: CheckSource,
  measured: Extract<Measured, { kind: 'unreadable' }>,
  kind: ImageKind | null,
): CheckedSource {
  return {
    id,
    measured,
    kind: kind ?? 'poster',
    kindGuessed: kind === null,
    repeats: [],
    findings: [unreadableFinding(measured.unreadable)],
    verdict: 'unreadable',
  }
}

function measuredSource(
  { id }: CheckSource,
  measured: Extract<Measured, { kind: 'measured' }>,
  repeats: readonly FoundRepeat[],
  given: ImageKind | null,
  rules: SizeRules,
): CheckedSource {
  const kind = given ?? guessKind(measured.measurement)
  const toJudge = repeats.map(({ relation, of }) => ({ relation, name: of.name, decision: null }))
  return {
    id,
    measured,
    kind,
    kindGuessed: given === null,
    repeats,
    ...judgePicture(measured.measurement, kind, rules, toJudge),
  }
}
