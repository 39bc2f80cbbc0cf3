import type {} from './clientInPage.ts'
import { passphrase } from './furnish.ts'
import type { Application } from './launch.ts'
import { changeRows } from './readDatabase.ts'

const oneDay = 86_400_000

/** A Monday long enough ago that whatever was due in a day is late. */
export function someDay(): string {
  const now = new Date(Date.now() + 8 * 3_600_000)
  const sinceMonday = (now.getUTCDay() + 6) % 7
  return daysAfter(now.toISOString().slice(0, 10), -(sinceMonday + 14))
}

export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * oneDay).toISOString().slice(0, 10)
}

/** Two albums that came out on the account, one without its place, and work that was made late. */
export async function makeMeasuredPosts(application: Application): Promise<void> {
  await application.window.evaluate(
    async ([day, late]) => {
      const { call, workspace } = window.clientInPage
      const accounts = await workspace.accounts.list({})
      const found = accounts.find(
        ({ handle, channel }) => handle === 'JKRMalaysia' && channel === 'x',
      )
      const programme = {
        ...{ name: 'Hari Terbuka JKR', day, time: '09:00', place: 'Pekan' },
        ...{ state: null, guests: [] },
      }
      const [year = '', month = '', date = ''] = day.split('-')
      const told = `Hari Terbuka JKR pada ${date}/${month}/${year}, jam 9.00 pagi`
      const add = (title: string, kind: string, parts: object) =>
        call('posts.add', {
          content: {
            ...{ title, kind, brief: '', text: '', notes: '', phaseId: null, category: null },
            ...{ approach: null, programme: null, requestedOn: null, deliveredOn: null, day: null },
            ...{ time: null, ownerId: null, designerId: null, approverId: null, thrusts: [] },
            ...{ segments: [], hashtags: [], images: [], links: [], ...parts },
            accounts: [{ accountId: found?.id, text: null, day: null, time: null }],
          },
          status: 'draft',
        })
      await add('Album pembukaan', 'photo-album', { programme, text: `${told} di Pekan.` })
      await add('Album tanpa tempat', 'photo-album', { programme, text: `${told}.` })
      await add('Infografik lewat', 'infographic', { requestedOn: day, deliveredOn: late })
    },
    [someDay(), daysAfter(someDay(), 4)] as const,
  )
}

/** What came out, two pictures of posters, and complaints that came in on the account. */
export function seedMeasured(folder: string): void {
  for (const statement of [
    `insert into post_publication (id, post_id, account_id, day, url, skipped_reason, recorded_by,
       recorded_at)
     select '50000000-0000-4000-8000-00000000000' || (row_number() over (order by post.id)),
       post.id, account_id, '${someDay()}', '', '', post.created_by, post.created_at
     from post join post_account on post_account.post_id = post.id where kind = 'photo-album'`,
    `insert into image (id, name, kind, width, height, format, byte_size, bytes_hash, measurement,
       fingerprint, fingerprint_version, findings, programme, programme_time, place, guests, alt_text,
       source, rights, added_at, added_by, medium, frame)
     select '60000000-0000-4000-8000-00000000000' || n, 'poster-' || n, 'poster', 1200 / n, 630 / n,
       'png', 1, n, '{}', '', 1, '[]', '', '', '', '', '', '', '', '2026-01-01T00:00:00.000Z', person.id,
       'picture', 'drawn'
     from (select 1 as n union select 3) join (select id from person limit 1) as person`,
    `insert into post_image (post_id, image_id, place, alt_text)
     select post.id, image.id, 0, '' from post join image
       on (post.title = 'Album pembukaan') = (image.name = 'poster-1')
     where post.kind = 'photo-album'`,
    `update complaint set account_id = (select id from account where handle = 'JKRMalaysia'
       and channel = 'x'), received_at = '${someDay()}T01:00:00.000Z',
       received_day = '${someDay()}', responded_at = null, settled_at = null, status = 'new'`,
    `update complaint set responded_at = '${someDay()}T03:00:00.000Z'
     where id in (select id from complaint order by number limit 1)`,
  ]) {
    changeRows(folder, passphrase, statement)
  }
}

/** What failed of first responses, as it was kept. */
export const failedSql = `select j.value ->> 'name' as name from assessment_measure, json_each(measured, '$.failed') j
  where control_key = 'jkr-first-response'`

/** All that approval froze. */
export const contents = `select
  (select group_concat(result || version || note) from assessment_answer) as answers,
  (select count(*) from evidence_use) as uses, (select count(*) from assessment_finding) as findings,
  (select group_concat(measured) from assessment_measure) as measured,
  (select hash || body from assessment_snapshot) as snapshot, (select stage from assessment) as stage`
