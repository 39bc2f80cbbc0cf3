import type { ImageKind } from '#contract/findings'
import type { SizeRules } from '#contract/imageRules'
import type { Looked, LookedMedium } from '../medium/facts.ts'
import { megabytesFor } from '../medium/readMedium.ts'
import { mega, unreadable } from '../measure/measurement.ts'
import type { Measured } from '../measure/measurement.ts'
import { unreadableFinding } from '../rules/file.ts'
import { guessKind } from '../rules/kind.ts'
import { judgeMedium, kindOfMedium } from '../rules/medium.ts'
import { judgePicture } from '../rules/verdict.ts'
import { lookIn } from '../workers/lookIn.ts'
import type { Asking } from '../workers/ask.ts'
import { openSource } from './check.ts'
import type { CheckedSource, CheckOptions, CheckSource, FoundRepeat } from './check.ts'
import { createRepeatFinder } from './finder.ts'
import { nameInCache, recall, remember } from './measureCache.ts'
import type { KnownFile, MeasureCache } from './measureCache.ts'

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
  const { thumbnails = true, cache = null } = options
  // One picture alone has nothing that it could show a part of.
  const parts = sources.length > 1 || library.pictures.length > 0
  const asking: Asking = { pool, limits: rules.limits, signal, thumbnails, parts }
  const finder = createRepeatFinder(asking, library)
  const ahead = Math.max(aheadAtLeast, 4 * pool.capacity)
  const looks = new Map<number, Promise<Looked>>()
  let begun = 0
  try {
    for (const [position, source] of sources.entries()) {
      signal.throwIfAborted()
      for (; begun < sources.length && begun <= position + ahead; begun++) {
        const next = sources[begun]
        if (next !== undefined && next.earlier === null) looks.set(begun, begin(next))
      }
      const mine = looks.get(position)
      looks.delete(position)
      if (source.earlier !== null) {
        if (source.earlier.kind === 'measured') finder.remember(source, source.earlier, null)
        if (source.earlier.kind === 'medium') finder.rememberBytes(source, source.earlier)
      } else if (mine !== undefined) {
        await options.onChecked(await conclude(source, await mine))
      }
    }
  } finally {
    ending.abort()
  }

  function begin(source: CheckSource): Promise<Looked> {
    const look = lookAt(asking, source, cache)
    // It is waited for later, if at all: a batch called off leaves some behind.
    look.catch(() => undefined)
    return look
  }

  function kindOf(source: CheckSource): ImageKind | null {
    return source.kind ?? options.kind
  }

  async function conclude(source: CheckSource, measured: Looked): Promise<CheckedSource> {
    if (measured.kind === 'unreadable') return unreadableSource(source, measured, kindOf(source))
    if (measured.kind === 'medium') {
      const repeats = finder.findBytes(measured.facts.bytesHash)
      finder.rememberBytes(source, { ...measured, repeats })
      return mediumSource(source, measured, repeats, kindOf(source))
    }
    const repeats = await finder.find(source, measured)
    finder.remember(source, { ...measured, repeats }, measured.sketch)
    return measuredSource(source, measured, repeats, kindOf(source), rules)
  }
}

async function lookAt(
  asking: Asking,
  source: CheckSource,
  cache: MeasureCache | null,
): Promise<Looked> {
  if (source.trouble !== null) return { kind: 'unreadable', unreadable: source.trouble }
  const from = await openSource(source)
  if (from === null) return { kind: 'unreadable', unreadable: unreadable('not-found') }
  const name = cache === null ? null : await nameInCache(from, asking.limits)
  if (cache === null || name === null) return lookIn(asking, from)
  const known = await recall(cache, name)
  if (known !== null && isEnough(asking, known)) return known
  const measured = await lookIn(asking, from)
  // What changed while it was measured is measured again next time.
  const still = await nameInCache(from, asking.limits)
  if (measured.kind !== 'unreadable' && still === name) await remember(cache, name, measured)
  return measured
}

/** A video that was within its limit then may not be so now. */
function isEnough({ limits, thumbnails, parts }: Asking, known: KnownFile): boolean {
  if (known.kind === 'measured') {
    const isShown = known.thumbnail !== null || thumbnails === false
    return isShown && (known.parts !== null || parts !== true)
  }
  const { byteSize, medium } = known.facts
  return byteSize <= megabytesFor(medium, limits) * mega
}

function mediumSource(
  { id }: CheckSource,
  measured: LookedMedium,
  repeats: readonly FoundRepeat[],
  given: ImageKind | null,
): CheckedSource {
  const toJudge = repeats.map(({ relation, of }) => ({ relation, name: of.name, decision: null }))
  return {
    id,
    measured,
    kind: given ?? kindOfMedium(measured.facts),
    kindGuessed: given === null,
    repeats,
    ...judgeMedium(measured.facts, toJudge),
  }
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
  const isGuessed = given === null
  const toJudge = repeats.map(({ relation, of }) => ({ relation, name: of.name, decision: null }))
  return {
    id,
    measured,
    kind,
    kindGuessed: isGuessed,
    repeats,
    ...judgePicture(measured.measurement, { kind, isGuessed }, rules, toJudge),
  }
}
