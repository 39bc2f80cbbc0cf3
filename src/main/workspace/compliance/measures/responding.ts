import type { ComplaintKind } from '#contract/reference'
import type { Instant, PlainDate } from '#contract/values'
import { addWorkingDays, countWorkingDays } from '../../days/rules/calendar.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { readReminders } from '../../office/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import type { MeasuredComplaint } from '../queries/measuredComplaints.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'
import { remembered } from './remembered.ts'

/** A first response never waits for office hours (KKS F4). */
const hoursToRespond = 24
/** A query is answered within so many working days (Melaka 13.4). */
const daysToAnswer = 3

const hour = 3_600_000

/**
 * Every complaint, query and suggestion is responded to within 24 hours (KKS F4), and acknowledged
 * at once (KKS F1, for which the same time is the last): of what was received within the period. The
 * hours pass day and night and never stand still, whatever clocks the office keeps of its own.
 */
export async function judgeResponse(
  book: Book,
  { clock }: { readonly clock: 'acknowledge' | 'respond' },
): Promise<Judgement> {
  const items = (await book.complaints()).map((complaint) =>
    responded(book, complaint, complaint[clock === 'respond' ? 'responded' : 'acknowledged']),
  )
  return { items, limit: { unit: 'hours', amount: hoursToRespond } }
}

/**
 * What came to the wrong door is responded to by whoever received it (KKS H(6)): of complaints that
 * were found to be another agency's, and of kinds for which KKS H names nobody.
 */
export async function judgeWrongDoor(book: Book): Promise<Judgement> {
  const kinds = await itemsOf(book.db, 'complaint-kinds', true)
  const outside = new Set(
    kinds.flatMap(({ key, ours, responders }) => (!ours && responders.length === 0 ? [key] : [])),
  )
  const items = (await book.complaints())
    .filter(({ kind, isOutside }) => isOutside || outside.has(kind))
    .map((complaint) => responded(book, complaint, complaint.responded))
  return { items, limit: { unit: 'hours', amount: hoursToRespond } }
}

function responded(book: Book, complaint: MeasuredComplaint, at: Instant | null): Judged {
  const base = onComplaint(complaint)
  if (at !== null) {
    const hours = hoursBetween(complaint.received, at)
    const code = hours <= hoursToRespond ? 'responded-in-time' : 'responded-late'
    return { ...base, code, params: { hours: rounded(hours) }, amount: rounded(hours) }
  }
  if (!complaint.isOpen && nobodyCanTell(complaint)) {
    return { ...base, code: 'moment-unknown', params: {}, amount: null }
  }
  const hours = hoursBetween(complaint.received, book.now)
  const code = hours > hoursToRespond ? 'not-responded' : 'response-waiting'
  return { ...base, code, params: { hours: rounded(hours) }, amount: null }
}

/** Of what is settled: its sheet does not say, or there was nobody to be answered (decision 0029). */
function nobodyCanTell({ isImported, isUnreachable, settled }: MeasuredComplaint): boolean {
  return isImported || isUnreachable || settled === null
}

/**
 * An answer within three working days (Melaka 13.4), by the days of the complaint's state: the first
 * one that was sent or recorded. Settling is no answer, but for what was settled before decision 0029.
 * Days count from the day after receipt, and the last one ends at midnight, as in the register.
 */
export async function judgeAnswer(book: Book): Promise<Judgement> {
  const calendar = await book.calendar()
  const office = (await readReminders(book.db)).state
  const [dues, counts] = [remembered<PlainDate>(), remembered<number>()]
  const items = (await book.complaints()).map((complaint): Judged => {
    const state = complaint.state ?? office
    const from = complaint.receivedOn
    const due = dues([state, from], () => addWorkingDays(calendar, state, from, daysToAnswer))
    const base = onComplaint(complaint)
    const at = complaint.responded
    if (at === null) {
      if (!complaint.isOpen && nobodyCanTell(complaint)) {
        return { ...base, code: 'moment-unknown', params: {}, amount: null }
      }
      const code = book.today > due ? 'not-answered' : 'answer-waiting'
      return { ...base, code, params: { due }, amount: null }
    }
    const to = malaysianTime(at).day
    const count = counts([state, from, to], () =>
      Math.max(0, countWorkingDays(calendar, state, from, to)),
    )
    const code = to <= due ? 'answered-in-time' : 'answered-late'
    return { ...base, code, params: { to, due, count }, amount: count }
  })
  return { items, limit: { unit: 'working-days', amount: daysToAnswer } }
}

/**
 * Whether whoever answers a kind of complaint first (KKS H) did: JKR itself where the kind is its
 * own, else whom the office's list names, to which it was forwarded. A day after receipt
 * something has to have happened; a sheet tells of no forwarding.
 */
export async function judgeRouting(
  book: Book,
  { kind: key }: { readonly kind: string },
): Promise<Judgement> {
  const kind = (await itemsOf(book.db, 'complaint-kinds', true)).find((each) => each.key === key)
  if (kind === undefined) return { items: [], limit: null, off: 'unknown-kind' }
  const responders = await respondersOf(book, kind)
  const sent = await book.forwardings()
  const items = (await book.complaints())
    .filter((complaint) => complaint.kind === key)
    .map((complaint): Judged => {
      const base = onComplaint(complaint)
      const on = sent.get(complaint.id) ?? []
      const [first] = on
      const own = kind.ours ? complaint.responded : null
      if (own !== null && (first === undefined || own <= first.at)) {
        const hours = rounded(hoursBetween(complaint.received, own))
        return { ...base, code: 'answered-by-us', params: { hours }, amount: hours }
      }
      // For another's kind it is enough that it reached them in the end: JKR says where it went.
      const right = kind.ours ? first : on.find(({ agency }) => responders.has(agency))
      const to = right ?? first
      if (to !== undefined) {
        const hours = rounded(hoursBetween(complaint.received, to.at))
        const code = responders.has(to.agency) ? 'sent-to-responder' : 'sent-elsewhere'
        return { ...base, code, params: { agency: to.agency, hours }, amount: hours }
      }
      const none = { ...base, params: {}, amount: null }
      if (complaint.isImported) return { ...none, code: 'moment-unknown' }
      const over = hoursBetween(complaint.received, book.now) > hoursToRespond
      return { ...none, code: over ? 'not-sent' : 'routing-waiting' }
    })
  return { items, limit: null }
}

/** As KKS H(1) names it: JKR without an office is any part of it. */
const wholeOfJkr = 'JKR'

/**
 * Keys of the agencies that answer a kind first, as the office's list names them (KKS H): by short
 * form or by name. An office that is named is that one alone, so that a state road is answered by
 * headquarters (KKS H(2)) and not by a state or a district. A kind of JKR's own that names nobody is
 * any part's.
 */
async function respondersOf(book: Book, { ours, responders }: ComplaintKind) {
  const isAnyPart = ours && (responders.length === 0 || responders.includes(wholeOfJkr))
  const agencies = await itemsOf(book.db, 'agencies', true)
  return new Set(
    agencies
      .filter(
        ({ short, ms, ours: isOurs }) =>
          (isAnyPart && isOurs) || responders.includes(short) || responders.includes(ms),
      )
      .map(({ key }) => key),
  )
}

/** What is entered later than it happened may seem to have taken less than no time. */
function hoursBetween(from: Instant, to: Instant): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / hour)
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10
}

function onComplaint({ id, number, receivedOn, accountId, assigneeId }: MeasuredComplaint) {
  return {
    ...{ place: { kind: 'complaint', id, number } as const, day: receivedOn },
    accounts: accountId === null ? [] : [accountId],
    people: assigneeId === null ? [] : [assigneeId],
  }
}
