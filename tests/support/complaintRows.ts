import { randomUUID } from 'node:crypto'
import {
  ComplainantId,
  ComplaintId,
  type ComplaintFields,
  type Contact,
} from '#contract/complaintFields'
import { ComplaintStatus, open } from '#contract/complaintStatus'
import { RoadCode } from '#contract/roads'
import { StateCode } from '#contract/states'
import { Instant, type PersonId } from '#contract/values'
import { columnsOf, contactColumns } from '../../src/main/workspace/complaints/queries/write.ts'
import { indexLine } from '../../src/main/workspace/complaints/rules/indexLine.ts'
import { clocksBefore } from '../../src/main/workspace/complaints/rules/clocks.ts'
import { complaintNumber } from '../../src/main/workspace/complaints/rules/number.ts'
import type { Writer } from '../../src/main/workspace/database/schema.ts'
import { contact, complaintFields } from './complaints.ts'
import { present } from './present.ts'

const given =
  'Siti Nurul Ahmad Muhammad Lim Tan Kumar Devi Aisyah Farid Mei Wong Hafiz Salmah Jeffri'
const family = 'Rahman Abdullah Ismail Chong Raju Hassan Osman Yusof Kaur Awang Ibrahim Lee Salleh'
const defects =
  'lubang jalan berlubang lampu padam banjir longkang tersumbat papan tanda jatuh pokok tumbang ' +
  'permukaan beralun garisan pudar penghadang rosak cerun runtuh jambatan retak lampu isyarat rosak'
const near =
  'masjid sekolah pasar klinik surau stesen minyak taman perumahan simpang empat jejambat kilang balai'
const towns =
  'Raub Bentong Temerloh Kuantan Ipoh Taiping Seremban Muar Kluang Sibu Miri Tawau Alor Setar Arau'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Filling {
  readonly count: number
  readonly personId: PersonId
  /** The first is received on this day, the others up to `days` later. */
  readonly from: string
  readonly days: number
  readonly seed?: number
  /** Where the ordinals go on; 0 in an empty register. */
  readonly after?: number
}

/** Rows of one statement: SQLite binds at most 32 766 values. */
const chunk = 500

/** Complaints as they come in over the years, each in its own words, with their index. */
export async function writeComplaints(db: Writer, filling: Filling): Promise<void> {
  const { count, personId, from, days, seed = 1, after = 0 } = filling
  const roll = dice(seed)
  const serials = new Map<number, number>()
  for (let start = 0; start < count; start += chunk) {
    const rows = Array.from({ length: Math.min(chunk, count - start) }, (_, place) => {
      const ordinal = after + start + place + 1
      const day = Math.floor(((start + place) / count) * days)
      const receivedAt =
        Date.parse(`${from}T00:00:00.000Z`) + day * 86_400_000 + roll() * 36_000_000
      return oneComplaint(roll, ordinal, Instant.parse(new Date(receivedAt).toISOString()))
    })
    const people = rows.flatMap(({ person }) => person ?? [])
    const at = Instant.parse(`${from}T00:00:00.000Z`)
    await db
      .insertInto('complainant')
      .values(
        people.map(({ id, contact: each }) => ({
          ...{ id, ...contactColumns(each), created_at: at, changed_at: at },
        })),
      )
      .execute()
    const numbered = rows.map((row) => {
      const year = Number(row.fields.receivedAt.slice(0, 4))
      const serial = (serials.get(year) ?? 0) + 1
      serials.set(year, serial)
      return { ...row, year, serial, number: complaintNumber(year, serial) }
    })
    await db
      .insertInto('complaint')
      .values(
        numbered.map(({ ordinal, fields, status, person, year, serial, number }) => ({
          ...{ id: ComplaintId.parse(randomUUID()), ordinal, year, serial, number },
          ...{ status, status_at: fields.receivedAt, status_reason: '', reopened: 0 },
          ...columnsOf(fields),
          ...{ complainant_id: person?.id ?? null, assignee_id: ordinal % 3 ? personId : null },
          ...{ entered_at: fields.receivedAt, entered_by: personId },
          ...{ changed_at: fields.receivedAt, version: 1 },
          ...clocksBefore(fields.receivedAt),
          // As the service counts them: three days behind those that are still open.
          next_due: open.includes(status) ? daysAfter(fields.receivedAt, 3) : null,
          ...(open.includes(status) ? marksAfter(fields.receivedAt) : {}),
        })),
      )
      .execute()
    await db
      .insertInto('complaint_words')
      .values(
        numbered.map(({ ordinal, number, fields, person }) => ({
          ...{ rowid: ordinal, words: indexLine(number, fields, person?.contact ?? null, '') },
        })),
      )
      .execute()
  }
}

interface Made {
  readonly ordinal: number
  readonly fields: ComplaintFields
  readonly status: ComplaintStatus
  readonly person: { readonly id: ComplainantId; readonly contact: Contact } | null
}

/** Old complaints are closed; of the newest two hundred most are open. */
function oneComplaint(roll: () => number, ordinal: number, receivedAt: Instant): Made {
  // Common words are common, rare ones rare, as in any language.
  const pick = (words: string): string => {
    const list = words.split(' ')
    return present(list[Math.floor(roll() ** 2 * list.length)])
  }
  const road = roll() < 0.6 ? `FT${1 + Math.floor(roll() ** 2 * 250)}` : null
  const name = `${pick(given)} ${pick(given)} ${pick(family)}`
  const plate = `${pick('W B J P A C D K')}${pick('A B C D E F G')}${pick('A B C K L M')}`
  const words = Array.from({ length: 6 }, () => pick(defects)).join(' ')
  const what =
    `${words} dekat ${pick(near)} ${pick(towns)}. ` +
    (roll() < 0.1 ? `Kereta ${plate} ${1 + Math.floor(roll() * 9_999)} rosak. ` : '') +
    `Rujukan penduduk ${Math.floor(roll() * 100_000)}.`
  const states = StateCode.options
  return {
    ordinal,
    fields: complaintFields({
      channel: pick('facebook x phone email sispaa counter letter'),
      reference: `R-${ordinal}`,
      receivedAt,
      kind: pick('federal-road state-road tolled-highway other-agency policy'),
      what,
      state: present(states[Math.floor(roll() * states.length)]),
      district: pick(towns),
      road: road === null ? null : RoadCode.parse(road),
      fromMetres: road === null ? null : Math.floor(roll() * 300_000),
      place: `${pick(near)} ${pick(towns)}`,
      urgent: roll() < 0.01 ? 'pothole' : null,
    }),
    status: statusOf(roll()),
    person:
      roll() < 0.2
        ? null
        : {
            id: ComplainantId.parse(randomUUID()),
            contact: contact(name, {
              phone: `01${Math.floor(roll() * 8)}-${1_000_000 + Math.floor(roll() * 8_999_999)}`,
            }),
          },
  }
}

/** The parts of those three days, and the rungs a day and three days behind them. */
function marksAfter(at: Instant) {
  const [used_50_at, used_75_at, used_90_at, late_at, approver_at, head_at] = [
    ...[1.5, 2.25, 2.7, 3, 4, 6].map((days) => daysAfter(at, days)),
  ]
  return { used_50_at, used_75_at, used_90_at, late_at, approver_at, head_at }
}

function daysAfter(at: Instant, days: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + days * 86_400_000).toISOString())
}

function statusOf(share: number): ComplaintStatus {
  if (share < 0.85) return 'closed'
  const others = ComplaintStatus.options.filter((each) => each !== 'closed' && each !== 'voided')
  return present(others[Math.floor(((share - 0.85) / 0.15) * others.length)])
}
