import type { Language } from '#contract/values'
import type { Column } from '../../reports/csv.ts'
import type { PlanNames } from '../queries/planNames.ts'
import type { PlanRow } from '../queries/planRows.ts'
import { writeAccountTexts } from '../rules/sheet/accountTexts.ts'
import { planHeadings } from './planHeadings.ts'
import { expiredWords, kindWords, missingWords, statusWords } from './planWords.ts'

/** What separates several values in one cell. */
export const between = '; '

/** Columns of days, with which a spreadsheet can reckon. */
const days: ReadonlySet<string> = new Set(['day', 'programmeDay', 'requestedOn', 'deliveredOn'])

type Value = Column<PlanRow>['value']

/** The plan as a table, a row a slot: what a spreadsheet gets, and what one may bring back. */
export function planColumns(names: PlanNames, language: Language): Column<PlanRow>[] {
  const content =
    (value: (of: PlanRow['post']['content']) => string | null): Value =>
    ({ post }) =>
      value(post.content)
  const values: Readonly<Record<Exclude<keyof typeof planHeadings, 'number'>, Value>> = {
    post: ({ number }) => number,
    day: ({ tile }) => tile.day,
    time: ({ tile }) => tile.time,
    title: ({ tile }) => tile.title,
    status: ({ tile: { status, expired } }) =>
      [statusWords[status][language], ...(expired ? [expiredWords[language]] : [])].join(between),
    statusReason: ({ post }) => post.statusReason,
    kind: ({ tile }) => kindWords[tile.kind][language],
    phase: ({ tile }) => names.phase(tile.phaseId),
    category: ({ tile }) => names.item('wave-categories', tile.category),
    approach: content(({ approach }) => names.item('approaches', approach)),
    accounts: ({ tile }) => tile.accountIds.map((id) => names.account(id)).join(between),
    url: (row) => linksCell(row, names),
    text: content(({ text }) => text),
    accountTexts: ({ tile, post }) =>
      writeAccountTexts(
        post.content.accounts.flatMap(({ accountId, text }) =>
          text === null || !tile.accountIds.includes(accountId)
            ? []
            : { name: names.account(accountId), text },
        ),
      ),
    altTexts: content(({ images }) => images.map(({ altText }) => altText).join('\n')),
    hashtags: content(({ hashtags }) => hashtags.map((tag) => `#${tag}`).join(' ')),
    links: content(({ links }) => links.join(' ')),
    brief: content(({ brief }) => brief),
    notes: content(({ notes }) => notes),
    programmeName: content(({ programme }) => programme?.name ?? null),
    programmeDay: content(({ programme }) => programme?.day ?? null),
    programmeTime: content(({ programme }) => programme?.time ?? null),
    programmePlace: content(({ programme }) => programme?.place ?? null),
    programmeState: content(({ programme }) => names.item('states', programme?.state ?? null)),
    programmeGuests: content(({ programme }) => programme?.guests.join('\n') ?? null),
    thrusts: content(({ thrusts }) =>
      thrusts.map((key) => names.item('thrusts', key)).join(between),
    ),
    segments: content(({ segments }) =>
      segments.map((key) => names.item('segments', key)).join(between),
    ),
    requestedOn: content(({ requestedOn }) => requestedOn),
    deliveredOn: content(({ deliveredOn }) => deliveredOn),
    owner: content(({ ownerId }) => names.person(ownerId)),
    designer: content(({ designerId }) => names.person(designerId)),
    approver: content(({ approverId }) => names.person(approverId)),
    reach: ({ results }) => results.reach,
    likes: ({ results }) => results.likes,
    shares: ({ results }) => results.shares,
    comments: ({ results }) => results.comments,
    missing: ({ tile }) => tile.missing.map((part) => missingWords[part][language]).join(between),
  }
  return Object.entries(planHeadings).map(([key, heading]) => {
    const known = Object.entries(values).find(([name]) => name === key)
    return {
      heading,
      // The first column counts the rows.
      value: known?.[1] ?? ((_, place) => place + 1),
      ...(days.has(key) ? { holds: 'day' as const } : {}),
    }
  })
}

/** Each link on a line, behind its account where the slot has several. */
function linksCell({ tile, links }: PlanRow, names: PlanNames): string {
  return tile.accountIds
    .flatMap((id) => {
      const link = links.get(id)
      if (link === undefined) return []
      return tile.accountIds.length === 1 ? link : `${names.account(id)} ${link}`
    })
    .join('\n')
}
