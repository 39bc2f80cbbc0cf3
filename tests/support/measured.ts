import { randomUUID } from 'node:crypto'
import type { AccountFields, AccountId } from '#contract/accounts'
import { AssessmentPeriod, type AssessmentSubject } from '#contract/assessmentSubjects'
import type { ComplaintId } from '#contract/complaintFields'
import type { FrameworkVersionId } from '#contract/frameworks'
import type { FoundCode, Measured, MeasuredItem } from '#contract/measures'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import { ImageId, Instant, type PersonId } from '#contract/values'
import { register } from './complaints.ts'
import { addTo, day, on } from './posts.ts'
import { present } from './present.ts'
import type { TestWorkspace } from './workspace.ts'

export const bureau: AssessmentSubject = { kind: 'bureau' }
/** The days that the tests of measurements look at; their clock stands on 23 November. */
export const october = AssessmentPeriod.parse({ from: '2026-10-01', to: '2026-10-31' })

/** The first version of a shipped checklist. */
export async function versionOf(
  { workspace }: TestWorkspace,
  shipped: string,
): Promise<FrameworkVersionId> {
  const all = await workspace.compliance.frameworks({})
  return present(present(all.find((each) => each.shipped === shipped)).versions[0]).id
}

interface Asked {
  readonly subject?: AssessmentSubject
  readonly period?: AssessmentPeriod
  readonly code?: FoundCode | null
}

const sources = ['jkr', 'kks', 'melaka', 'japen']

/** One shipped control, of October and the bureau unless the test says otherwise. */
export async function measure(
  test: TestWorkspace,
  key: string,
  { subject = bureau, period = october }: Asked = {},
): Promise<Measured> {
  const shipped = present(sources.find((source) => key.startsWith(`${source}-`)))
  const versionId = await versionOf(test, shipped)
  return test.workspace.compliance.measure({ versionId, key, subject, period })
}

export async function itemsBehind(
  test: TestWorkspace,
  key: string,
  { subject = bureau, period = october, code = null }: Asked = {},
): Promise<MeasuredItem[]> {
  const shipped = present(sources.find((source) => key.startsWith(`${source}-`)))
  const versionId = await versionOf(test, shipped)
  const { compliance } = test.workspace
  const asked = { versionId, key, subject, period, code, offset: 0, limit: 200 }
  return (await compliance.measuredItems(asked)).items
}

/** What was found of each post, complaint or picture, by its name. */
export function foundOf(items: readonly MeasuredItem[]): Record<string, FoundCode> {
  return Object.fromEntries(items.map(({ place, code }) => [nameOf(place), code]))
}

function nameOf(place: MeasuredItem['place']): string {
  switch (place.kind) {
    case 'post':
      return place.title
    case 'complaint':
      return place.number
    case 'image':
      return place.name
    case 'account':
      return place.handle
  }
}

export async function addAccount(
  { workspace }: TestWorkspace,
  handle: string,
  parts: Partial<AccountFields> = {},
): Promise<AccountId> {
  const added = await workspace.accounts.add({
    ...{ channel: 'facebook', handle, name: handle, unit: 'JKR Ibu Pejabat', state: null },
    ...{ purpose: '', quota: null, textLimit: null, biography: '', avatarId: null },
    ...{ headerId: null, website: '', officialEmail: '', operators: [], ...parts },
  })
  return added.id
}

/** Adds a post as if it had been begun at a moment. */
export async function addPostAt(
  test: TestWorkspace,
  at: string,
  title: string,
  accounts: readonly AccountId[],
  parts: Partial<PostContent> = {},
): Promise<PostId> {
  const { id } = await addTo(test, title, { accounts: accounts.map((each) => on(each)), ...parts })
  await test.rows(`update post set created_at = '${at}' where id = '${id}'`)
  await test.rows(`update post_version set saved_at = '${at}' where post_id = '${id}'`)
  return id
}

/** That a post came out on an account, written down directly: a plan of its own is not needed. */
export async function comeOut(
  test: TestWorkspace,
  postId: PostId,
  accountId: AccountId,
  onDay: string,
  time: string | null = null,
): Promise<string> {
  const id = randomUUID()
  const [person] = await test.workspace.people.list({})
  await test.write(async (db) => {
    await db
      .insertInto('post_publication')
      .values({
        ...{ id: id as never, post_id: postId, account_id: accountId, day: day(onDay) },
        ...{ time: time as never, url: '', published_by: null, skipped_reason: '' },
        ...{ recorded_by: present(person).id, removed_at: null, posted_text: null },
        ...{ recorded_at: Instant.parse(`${onDay}T10:00:00.000Z`) },
        ...{ compared_by: null, compared_at: null },
      })
      .execute()
  })
  return id
}

/** A post that came out on a day on one account, begun a month before. */
export async function publish(
  test: TestWorkspace,
  title: string,
  accountId: AccountId,
  onDay: string,
  parts: Partial<PostContent> = {},
): Promise<PostId> {
  const id = await addPostAt(test, '2026-09-01T01:00:00.000Z', title, [accountId], parts)
  await comeOut(test, id, accountId, onDay)
  return id
}

interface ImageParts {
  readonly kind?: string
  readonly width?: number
  readonly height?: number
  readonly findings?: readonly object[]
}

/** A picture of the library as it is kept; its bytes are nowhere, as measurements read none. */
export async function keepImage(
  test: TestWorkspace,
  name: string,
  { kind = 'poster', width = 1200, height = 630, findings = [] }: ImageParts = {},
): Promise<ImageId> {
  const id = ImageId.parse(randomUUID())
  const [person] = await test.workspace.people.list({})
  await test.write(async (db) => {
    await db
      .insertInto('image')
      .values({
        ...{ id, name, kind, width, height, format: 'png', byte_size: 1, bytes_hash: hashOf(id) },
        ...{ measurement: '{}', fingerprint: '', fingerprint_version: 1, parts: null },
        ...{ parts_version: null, findings: JSON.stringify(findings), override_reason: null },
        ...{ review: null, reviewed_by: null, reviewed_at: null, programme: '' },
        ...{ programme_date: null, programme_time: '', place: '', guests: '', alt_text: '' },
        ...{ source: '', rights: '', added_at: '2026-09-01T01:00:00.000Z', trashed_at: null },
        ...{ added_by: present(person).id, medium: 'picture' as const, duration: null },
        ...{ pages: null, frame: 'drawn' as const },
      })
      .execute()
  })
  return id
}

function hashOf(id: string): string {
  return id.replaceAll('-', '').padEnd(64, '0')
}

interface ComplaintParts {
  readonly kind?: string
  readonly accountId?: AccountId | null
  readonly status?: string
  readonly responded?: string | null
  readonly acknowledged?: string | null
  readonly settled?: string | null
}

/** A complaint received at a moment, with what happened to it written down directly. */
export async function receive(
  test: TestWorkspace,
  received: string,
  parts: ComplaintParts = {},
): Promise<{ id: ComplaintId; number: string }> {
  const { kind = 'federal-road', accountId = null, status = 'new' } = parts
  const at = Instant.parse(received)
  const channel = accountId === null ? 'phone' : 'facebook'
  const { id, number } = await register(test, { receivedAt: at, kind, accountId, channel })
  const moment = (text: string | null = null) => (text === null ? 'null' : `'${text}'`)
  await test.rows(
    `update complaint set status = '${status}', responded_at = ${moment(parts.responded)},
       acknowledged_at = ${moment(parts.acknowledged)}, settled_at = ${moment(parts.settled)}
     where id = '${id}'`,
  )
  return { id, number }
}

/** That a complaint was forwarded, written down directly. */
export async function forwardAt(
  test: TestWorkspace,
  id: ComplaintId,
  agency: string,
  at: string,
): Promise<string> {
  const forwarding = randomUUID()
  const [person] = await test.workspace.people.list({})
  await test.write(async (db) => {
    await db
      .insertInto('complaint_forwarding')
      .values({
        ...{ id: forwarding as never, complaint_id: id, agency, outside: 0, text: '' },
        ...{ language: 'ms' as const, at: Instant.parse(at), by_id: present(person).id },
        ...{ stepped: 0, due_at: Instant.parse(at), reminders: 0, outcome: null },
        ...{ outcome_at: null, outcome_note: '', outcome_by: null, outcome_stepped: 0 },
        removed_at: null,
      })
      .execute()
  })
  return forwarding
}

/** An approved round of a post with one yes of somebody. */
export async function approveAt(
  test: TestWorkspace,
  postId: PostId,
  personId: PersonId,
  at: string,
): Promise<string> {
  const [round, decision] = [randomUUID(), randomUUID()]
  const moment = Instant.parse(at)
  const [post] = await test.rows<{ content_hash: string }>(
    `select content_hash from post where id = '${postId}'`,
  )
  await test.write(async (db) => {
    await db
      .insertInto('approval_round')
      .values({
        ...{ id: round as never, post_id: postId, number: 1, version: 1, route_name: 'Kelulusan' },
        ...{ content_hash: present(post).content_hash as never, steps: '[]', asked_by: personId },
        ...{ asked_at: moment, step: null, outcome: 'approved' as const, ended_at: moment },
        approved_at: moment,
      })
      .execute()
    await db
      .insertInto('approval_decision')
      .values({
        ...{ id: decision, round_id: round as never, number: 1, step: 0, comment: '' },
        ...{ decision: 'approve' as const, person_id: personId, signer_name: null, at: moment },
        ...{ signer_post: null, entered_by: personId, signed_on: null, removed_at: null },
      })
      .execute()
  })
  return round
}
