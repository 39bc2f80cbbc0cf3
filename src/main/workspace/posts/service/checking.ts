import type { PostStatus } from '#contract/posts'
import { ownClause } from '#contract/reference'
import type { CheckedContent, PostCheck, PostFinding } from '#contract/postFindings'
import type { PostId } from '#contract/postIds'
import type { PlainDate } from '#contract/values'
import { isRejected } from '#contract/verdicts'
import type { Common } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { addDays } from '../../days/rules/dates.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { imagesByIds } from '../../images/queries/library.ts'
import { notesBetween } from '../../planning/queries/notes.ts'
import { listAllowances } from '../queries/allowances.ts'
import { neighboursOf } from '../queries/neighbours.ts'
import { listTermChecks } from '../queries/termChecks.ts'
import { firstPlannedAt } from '../queries/versions.ts'
import { blackoutFindings, moodOf, type ConcernedDay } from '../rules/blackout.ts'
import { deadlinesOf, isDelivered, lateFindings, stepDays } from '../rules/deadlines.ts'
import { statesOf } from '../rules/dueDays.ts'
import { leadTimeFindings, planBy, unplannedFindings } from '../rules/leadTime.ts'
import { pictureFindings, type PictureTaker } from '../rules/pictures.ts'
import { planFinding, type PlanFinding } from '../rules/planFinding.ts'
import { closeFindings, rhythmFindings } from '../rules/rhythm.ts'
import { firstSlot, slotsOf, type AccountSlot } from '../rules/slots.ts'
import { unapproved } from '../rules/status.ts'
import { textFindings } from '../rules/texts.ts'
import type { RuleBook } from './ruleBook.ts'

/** What is checked: the content of a form, and the post it belongs to. */
export interface ToCheck {
  /** Null for a post that does not exist yet. */
  readonly id: PostId | null
  readonly status: PostStatus
  readonly content: CheckedContent
}

type Asking = Pick<Common, 'clock'> & { readonly db: Reader }

/** Of these nothing is planned any more: only their texts are still looked at. */
const settled: readonly PostStatus[] = ['published', 'archived', 'cancelled']

const order = { stop: 0, warn: 1, advice: 2 } as const

/** All that the rules say of a post: what stops first, then what warns. */
export async function checkPost(
  asking: Asking,
  book: RuleBook,
  asked: ToCheck,
): Promise<PostCheck> {
  const { id, status, content } = asked
  const texts = textFindings(content, {
    accountOf: (account) => book.accounts.get(account),
    terms: book.terms,
    settings: book.settings,
    checks: id === null ? [] : await listTermChecks(asking.db, id),
  })
  if (settled.includes(status)) return { findings: inOrder(texts), deadlines: null }
  const { findings, deadlines } = await timeFindings(asking, book, asked)
  const pictures = pictureFindings(
    content.kind,
    await picturesOf(asking.db, content),
    takersOf(book, content),
  )
  const places = await placeFindings(asking, book, asked)
  return { findings: inOrder([...findings, ...places, ...pictures, ...texts]), deadlines }
}

function inOrder(findings: readonly PostFinding[]): PostFinding[] {
  return findings.toSorted((one, other) => order[one.severity] - order[other.severity])
}

/** Working days: the programme's lead time, and the deadlines back from the slot. */
async function timeFindings(
  { db, clock }: Asking,
  book: RuleBook,
  { id, status, content }: ToCheck,
): Promise<{ findings: PlanFinding[]; deadlines: PostCheck['deadlines'] }> {
  const { day: slot, time: slotTime } = firstSlot(content)
  const today = malaysianTime(clock.now()).day
  const states = statesOf(accountsOf(book, content))
  const programme = content.programme?.day ?? null
  const limit = book.settings.leadWorkingDays
  if (slot === null) {
    if (programme === null) return { findings: [], deadlines: null }
    const near = await openDays(db, { from: addDays(programme, -300), to: programme })
    const findings =
      status === 'on-hold' ? [] : unplannedFindings(near, states, { today, programme }, limit)
    return { findings, deadlines: null }
  }
  const [first, last] =
    programme !== null && programme < slot ? [programme, slot] : [slot, programme]
  // 120 working days, the longest that making and upload may take, never fill 300 days.
  const calendar = await openDays(db, { from: addDays(first, -300), to: last ?? slot })
  const deadlines = deadlinesOf(
    calendar,
    states,
    slot,
    stepDays(content.kind, book.times, book.settings),
  )
  const planned = programme === null ? null : await plannedOn(db, id, today)
  const announced = { slot, slotTime, programme, programmeTime: content.programme?.time ?? null }
  const lead = leadTimeFindings(calendar, states, { planned, ...announced }, limit)
  const progress = {
    ...{ today, kind: content.kind, delivered: isDelivered(content) },
    approved: !unapproved.includes(status),
  }
  const late = status === 'on-hold' ? [] : lateFindings(deadlines, progress, book.times)
  const plan = planBy(calendar, states, announced, limit)
  return { findings: [...lead, ...late], deadlines: { ...deadlines, planBy: plan } }
}

/** The day on which the post first got one; today for what is not saved yet. */
async function plannedOn(db: Reader, id: PostId | null, today: PlainDate): Promise<PlainDate> {
  const at = id === null ? null : await firstPlannedAt(db, id)
  return at === null ? today : malaysianTime(at).day
}

/** What else happens on the days and accounts of the post. */
async function placeFindings(
  { db }: Asking,
  { accounts, categories, settings, hold }: RuleBook,
  { id, content }: ToCheck,
): Promise<PlanFinding[]> {
  const held =
    hold === null ? [] : [planFinding('all-held', 'stop', ownClause, { reason: hold.reason })]
  const slots = slotsOf(content)
  const days = concernedDays(content, slots, accounts)
  const inOrderOfDays = days.map(({ day }) => day).toSorted()
  const [first, last] = [inOrderOfDays[0], inOrderOfDays.at(-1)]
  if (first === undefined || last === undefined) return held
  const around = [
    ...new Set(inOrderOfDays.flatMap((day) => [-1, 0, 1].map((by) => addDays(day, by)))),
  ]
  const named = slots.map(({ accountId }) => accountId)
  const neighbours = await neighboursOf(db, id, named, around)
  const notes = await notesBetween(db, first, last)
  const allowed = id === null ? [] : await listAllowances(db, id)
  return [
    ...held,
    ...blackoutFindings(notes, moodOf(content.category, categories), days, allowed),
    ...rhythmFindings(slots, neighbours, (account) => accounts.get(account)?.quota ?? null),
    ...closeFindings(slots, neighbours, settings.minutesApart),
  ]
}

/** Each day on which the post comes out, with the states of its accounts there and its programme's. */
function concernedDays(
  content: CheckedContent,
  slots: readonly AccountSlot[],
  accounts: RuleBook['accounts'],
): ConcernedDay[] {
  const days = new Set(slots.map(({ day }) => day))
  if (slots.length === 0 && content.day !== null) days.add(content.day)
  return [...days].map((day) => {
    const there = slots.filter((slot) => slot.day === day)
    return {
      day,
      states: statesConcerned(
        content,
        there.flatMap(({ accountId }) => accounts.get(accountId) ?? []),
      ),
    }
  })
}

/** The states a post concerns on some of its accounts: theirs, and that of its programme (ours). */
export function statesConcerned(
  { programme }: Pick<CheckedContent, 'programme'>,
  accounts: Parameters<typeof statesOf>[0],
): ConcernedDay['states'] {
  const state = programme?.state ?? null
  return [...statesOf(accounts), ...(state === null ? [] : [state])]
}

function accountsOf({ accounts }: RuleBook, content: CheckedContent) {
  return content.accounts.flatMap(({ accountId }) => accounts.get(accountId) ?? [])
}

function takersOf(book: RuleBook, content: CheckedContent): PictureTaker[] {
  return accountsOf(book, content).map(({ id, channel }) => ({
    ...{ accountId: id, channel },
    limit: book.fixChannels.find((each) => each.channel === channel) ?? null,
  }))
}

/** Pictures that are not there any more are left out: a save refuses them. */
async function picturesOf(db: Reader, { images }: CheckedContent) {
  const altTexts = new Map(images.map(({ imageId, altText }) => [imageId, altText]))
  const found = await imagesByIds(db, [...altTexts.keys()])
  return found.map((image) => ({
    ...{ id: image.id, name: image.name, altText: altTexts.get(image.id) ?? '' },
    ...{ medium: image.medium, byteSize: image.byteSize },
    ...{ trashed: image.trashedAt !== null, rejected: isRejected(image) },
  }))
}
