import { judgePixelsIn, judgeSketchesIn } from '../workers/ask.ts'
import type { Asking } from '../workers/ask.ts'
import type { Judged, Sketched } from '../workers/tasks.ts'
import type { FoundRepeat } from './check.ts'
import type { Groups } from './groups.ts'
import { keyOf } from './seen.ts'
import type { Seen } from './seen.ts'
import type { Candidate } from './shortlist.ts'

/** Pairs of one picture whose pixels are compared; each costs two decodings. */
const pixelComparisons = 2

export interface Alike {
  readonly candidate: Candidate
  readonly judged: Judged
}

/**
 * What of a shortlist is repeated: one certain repeat, or else all likely ones, the library first and
 * then by likeness. Sketches sort out what differs, and pixels tell certain from likely for the few
 * most alike. Whatever could not be compared to the end stays likely: a person decides.
 */
export async function judgeShortlist(
  asking: Asking,
  { questioned, sketch, candidates, groups }: ToJudge,
): Promise<{ certain: FoundRepeat | null; likely: Alike[] }> {
  if (candidates.length === 0) return { certain: null, likely: [] }
  const bySketch = await judgeSketchesIn(asking, {
    questioned: sketched(questioned, sketch),
    kept: candidates.map((candidate) => ({
      sketched: sketched(candidate.seen, candidate.sketch),
      proposals: [...candidate.proposals],
    })),
  })
  const alike = candidates
    .map((candidate, at): Alike => ({ candidate, judged: bySketch[at] ?? undecided }))
    .filter(({ judged }) => judged.relation !== 'different')
    .sort(libraryThenLikeness)
  const open = inOrderOfPromise(alike, groups)
    .filter(({ judged }) => judged.relation === 'undecided')
    .slice(0, pixelComparisons)
  const compared = new Map(
    await Promise.all(
      open.map(async ({ candidate }): Promise<[Candidate, Judged]> => [
        candidate,
        await byPixels(asking, questioned, sketch, candidate),
      ]),
    ),
  )
  for (const [candidate, judged] of compared) {
    if (judged.relation === 'certain' || judged.relation === 'same-pixels') {
      return { certain: repeatOf(candidate, judged), likely: [] }
    }
  }
  const likely = alike
    .map(({ candidate, judged }) => ({ candidate, judged: compared.get(candidate) ?? judged }))
    .filter(({ judged }) => judged.relation !== 'different')
  return { certain: null, likely }
}

interface ToJudge {
  readonly questioned: Seen
  readonly sketch: Uint8Array
  readonly candidates: readonly Candidate[]
  readonly groups: Pick<Groups, 'firstOf'>
}

const undecided: Judged = { relation: 'undecided', mirrored: false, changed: [] }

export function repeatOf(
  { seen }: Candidate,
  { relation, mirrored, changed }: Judged,
): FoundRepeat {
  return {
    of: seen.target,
    relation: relation === 'certain' || relation === 'same-pixels' ? relation : 'likely',
    mirrored,
    changed,
  }
}

async function byPixels(
  asking: Asking,
  questioned: Seen,
  sketch: Uint8Array,
  candidate: Candidate,
): Promise<Judged> {
  const [source, keptSource] = [await questioned.source(), await candidate.seen.source()]
  if (source === null || keptSource === null) return undecided
  const judged = await judgePixelsIn(asking, {
    questioned: {
      ...sketched(questioned, sketch),
      picture: { source, bytesHash: questioned.bytesHash },
    },
    kept: {
      ...sketched(candidate.seen, candidate.sketch),
      picture: { source: keptSource, bytesHash: candidate.seen.bytesHash },
    },
    proposals: [...candidate.proposals],
  })
  return judged ?? undecided
}

function sketched({ width, height, pages, transparent }: Seen, samples: Uint8Array): Sketched {
  return { width, height, opaque: !transparent, samples, frames: pages }
}

function libraryThenLikeness(one: Alike, other: Alike): number {
  const [first, second] = [one.candidate, other.candidate]
  if (first.seen.target.where !== second.seen.target.where) {
    return first.seen.target.where === 'library' ? -1 : 1
  }
  return first.difference - second.difference
}

/** The best of the library, the best of the batch, the firsts of their groups, then the others. */
function inOrderOfPromise(alike: readonly Alike[], groups: Pick<Groups, 'firstOf'>): Alike[] {
  const best = (where: 'library' | 'batch') =>
    alike.filter(({ candidate }) => candidate.seen.target.where === where).slice(0, 1)
  const bests = [...best('library'), ...best('batch')]
  const groupsOfBests = new Set(
    bests.map(({ candidate }) => keyOf(groups.firstOf(candidate.seen.target))),
  )
  const firsts = alike.filter(({ candidate }) => groupsOfBests.has(keyOf(candidate.seen.target)))
  return [...new Set([...bests, ...firsts, ...alike])]
}
