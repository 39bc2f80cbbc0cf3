import type { SliceHandlers } from '#contract/call'
import type { ComplaintId } from '#contract/complaintFields'
import type { complaintRepeats, PossibleRepeat, RepeatQuestion } from '#contract/complaintRepeats'
import { WorkspaceError } from '#contract/errors'
import { Instant } from '#contract/values'
import type { Contexts, QueryContext } from '../../context.ts'
import { looksAmong, looksOf } from '../../attachments/queries/looks.ts'
import { deleteApart, findApart, insertApart, listApart, pairOf } from '../queries/apart.ts'
import { listedByIds } from '../queries/list.ts'
import {
  freshAlong,
  freshOnes,
  newestInDistrict,
  newestOfPeople,
  newestWithWords,
  peopleAlike,
  withLink,
  type ComparedRow,
} from '../queries/repeats.ts'
import { contactOf, type OpenComplaint } from '../queries/rows.ts'
import { gistOf, tellingWords } from '../rules/alike.ts'
import { linkKey } from '../rules/linkKey.ts'
import { judgeRepeat, settledWithinDays, type Compared } from '../rules/repeats.ts'
import { wordsOf } from '../rules/words.ts'
import { knownOpen } from './known.ts'
import { shownPairs, withSamePhoto, type SamePhotos } from './samePhotos.ts'

/** So many are shown beside what somebody types. */
const mostShown = 8
/** So many words of a text are looked up. */
const mostAsked = 16
const day = 86_400_000

/** Complaints that may be the same as another one, and the word that they are not. */
export const repeatHandlers: SliceHandlers<typeof complaintRepeats, Contexts> = {
  async repeats(context, { asked, photos }) {
    const own = await looksAmong(context.db, 'complaint-draft', photos)
    return possibleRepeats(context, asked, {
      ...{ received: context.clock.now(), not: new Set() },
      photos: await withSamePhoto(context.db, own),
    })
  },

  async repeatsOf(context, { id }) {
    const found = await knownOpen(context.db, id)
    const apart = await listApart(context.db, id)
    const not = new Set([id, ...apart.map((each) => each.id)])
    const asked = questionOf(found)
    const own = await looksOf(context.db, { kind: 'complaint', id })
    const photos = await withSamePhoto(context.db, own)
    const received = found.fields.receivedAt
    return { possible: await possibleRepeats(context, asked, { received, not, photos }), apart }
  },

  async tellApart({ db, writer, newId, clock, actor, record }, { id, otherIds }) {
    await knownOpen(db, id)
    for (const otherId of otherIds) {
      await knownOpen(db, otherId)
      if (otherId === id || (await findApart(db, id, otherId)) !== null) continue
      const row = { id: newId(), ...pairOf(id, otherId), at: clock.now(), by_id: actor.id }
      await insertApart(writer, row)
      record('complaint_apart', row.id, ['first_id', 'second_id'])
    }
    return listApart(db, id)
  },

  async takeBackApart({ db, writer, record }, { id, otherId }) {
    const row = await findApart(db, id, otherId)
    if (row === null) throw new WorkspaceError('complaints.not-apart')
    await deleteApart(writer, row)
    record('complaint_apart', row, ['first_id', 'second_id'])
    return listApart(db, id)
  },
}

interface Around {
  /** When the complaint came in that is asked about. */
  readonly received: Instant
  /** Not to be shown. */
  readonly not: ReadonlySet<ComplaintId>
  /** Those with a photo that is attached to it too. */
  readonly photos: SamePhotos
}

/** Gathers by every index what may be the same, and judges each by the rule. */
async function possibleRepeats(
  context: QueryContext,
  asked: RepeatQuestion,
  { received, not, photos }: Around,
): Promise<PossibleRepeat[]> {
  const { db, clock } = context
  const since = Instant.parse(
    new Date(Date.parse(clock.now()) - settledWithinDays * day).toISOString(),
  )
  const { road, fromMetres, toMetres, district, kind } = asked
  const people = await peopleAlike(db, asked.person)
  const linked = await withLink(db, linkKey(asked.link))
  const ids = [
    ...photos.keys(),
    ...linked,
    ...(await newestOfPeople(db, people)),
    ...(road === null || fromMetres === null
      ? []
      : await freshAlong(db, { road, from: fromMetres, to: toMetres ?? fromMetres }, since)),
    ...(district === '' || kind === null ? [] : await newestInDistrict(db, district, kind)),
    ...(await newestWithWords(db, searchedWords(asked))),
  ].filter((id) => !not.has(id))
  const compared = toCompare(asked)
  const theirs = new Set<string>(people)
  // Whoever sends an old photo again is to be asked why, however long ago that was settled; and a
  // comment that was answered is not answered twice.
  const whenever = [...photos.keys(), ...linked]
  const fresh = await freshOnes(db, [...new Set(ids)], since, whenever)
  const judged = fresh.flatMap((row) => {
    const judgement = judgeRepeat(compared, comparedOf(row), {
      samePerson: row.complainant_id !== null && theirs.has(row.complainant_id),
      samePhoto: photos.has(row.id),
      sameLink: linked.includes(row.id),
      days: Math.abs(Date.parse(received) - Date.parse(row.received_at)) / day,
    })
    return judgement === null ? [] : [{ id: row.id, ...judgement }]
  })
  // Equals stay newest first, as they were read.
  const best = judged.toSorted((a, b) => b.score - a.score).slice(0, mostShown)
  const rows = await listedByIds(
    db,
    best.map(({ id }) => id),
  )
  const possible: PossibleRepeat[] = []
  for (const row of rows) {
    const found = best.find(({ id }) => id === row.id)
    if (found === undefined) continue
    const { score, reasons } = found
    possible.push({
      row,
      score,
      reasons,
      photos: await shownPairs(context, photos.get(row.id) ?? []),
    })
  }
  return possible
}

/** The telling words of a text, as the index has them. */
function searchedWords({ what, place }: RepeatQuestion): string[] {
  const telling = tellingWords(`${what} ${place}`)
  return [...new Set(telling.flatMap((word) => wordsOf(word)))].slice(0, mostAsked)
}

function toCompare(asked: RepeatQuestion): Compared {
  const { kind, subKind, road, fromMetres, toMetres, district, what } = asked
  return { kind, subKind, road, fromMetres, toMetres, district, gist: gistOf(what) }
}

function comparedOf(row: ComparedRow): Compared {
  return {
    ...{ kind: row.kind, subKind: row.sub_kind, road: row.road, district: row.district },
    ...{ fromMetres: row.from_metres, toMetres: row.to_metres, gist: gistOf(row.what) },
  }
}

/** A registered complaint as a question. */
function questionOf({ row, fields, complainant }: OpenComplaint): RepeatQuestion {
  const contact = complainant === null ? null : contactOf(complainant)
  return {
    ...fields,
    person: {
      id: complainant?.same_as ?? row.complainant_id,
      phone: contact?.phone ?? '',
      email: contact?.email ?? '',
      identityNumber: contact?.identityNumber ?? '',
    },
  }
}
