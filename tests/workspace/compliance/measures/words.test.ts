import { afterEach, describe, expect, it } from 'vitest'
import type { PostContent } from '#contract/postContent'
import {
  addAccount,
  addPostAt,
  comeOut,
  foundOf,
  itemsBehind,
  measure,
  publish,
} from '../../../support/measured.ts'
import { day, on, time } from '../../../support/posts.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const programme: NonNullable<PostContent['programme']> = {
  ...{ name: 'Hari Terbuka', day: day('2026-10-12'), time: time('09:00'), state: null },
  ...{ place: 'Pekan', guests: ['YB Menteri'] },
}
const whole = 'Hari Terbuka di Pekan pada 12 Oktober 2026, jam 9.00 pagi bersama YB Menteri.'

/** Albums of October, and those whose every text, posted where that is recorded, tells it all. */
async function toldBySql() {
  const rows = await test.rows<
    Record<'id' | 'master', string> & Record<'own' | 'out', string | null>
  >(
    `select post.id, post.body as master, a.body as own, p.posted_text as out from post
       join post_account a on a.post_id = post.id
       left join post_publication p on p.post_id = post.id and p.account_id = a.account_id
         and p.removed_at is null and p.day like '2026-10-%'
     where post.kind = 'photo-album' and exists (select 1 from post_publication q
       where q.post_id = post.id and q.day like '2026-10-%')`,
  )
  const lacking = rows.filter(({ master, own, out }) => !(out ?? own ?? master).includes(whole))
  const ids = new Set(rows.map(({ id }) => id))
  return { counted: ids.size, kept: ids.size - new Set(lacking.map(({ id }) => id)).size }
}

/** Photos and videos of October, and those with words and a keyword in them or beside them. */
async function describedBySql() {
  const rows = await test.rows<{ body: string; hashtags: string; posted: string | null }>(
    `select distinct post.id, body, hashtags, posted_text as posted from post join post_publication on post_id = post.id
     where kind in ('photo-album', 'video-scp') and post_publication.day like '2026-10-%'`,
  )
  const isDescribed = ({ body, hashtags, posted }: (typeof rows)[number]) =>
    posted === null
      ? body !== '' && (hashtags !== '[]' || body.includes('#'))
      : posted.includes('#')
  return { counted: rows.length, kept: rows.filter(isDescribed).length }
}

describe.each(databases)('words of photos and videos on %s', (database) => {
  it('captions tell all five particulars, on every account', async () => {
    test = await startTestWorkspace(database)
    const [one, two] = [await addAccount(test, 'jkr'), await addAccount(test, 'jkr2')]
    const album = { kind: 'photo-album', programme } as const
    await publish(test, 'Lengkap', one, '2026-10-13', { ...album, text: whole })
    await publish(test, 'Tanpa tempat', one, '2026-10-13', {
      ...{ ...album, text: whole.replace(' di Pekan', '') },
    })
    // The text of the other account has nothing.
    const own = await addPostAt(test, '2026-09-01T01:00:00.000Z', 'Teks sendiri', [], {
      ...{ ...album, text: whole, accounts: [on(one), on(two, { text: 'Hari Terbuka.' })] },
    })
    await comeOut(test, own, one, '2026-10-13')
    await publish(test, 'Tanpa program', one, '2026-10-13', { kind: 'video-scp', text: 'Tip.' })
    await publish(test, 'Infografik', one, '2026-10-13', { kind: 'infographic', programme })
    await publish(test, 'September', one, '2026-09-30', album)
    const measured = await measure(test, 'melaka-13-5-b')
    expect(measured).toMatchObject({
      ...{ method: 'captions', counted: 3, kept: 1, uncounted: 1, verdict: 'not-met' },
    })
    const items = await itemsBehind(test, 'jkr-captions')
    expect(foundOf(items)).toEqual({
      ...{ Lengkap: 'caption-whole', 'Tanpa tempat': 'caption-lacks' },
      ...{ 'Teks sendiri': 'caption-lacks', 'Tanpa program': 'caption-without-programme' },
    })
    const place = items.find((item) => 'title' in item.place && item.place.title === 'Tanpa tempat')
    expect(place?.params).toEqual({ parts: ['place'] })
    await test.rows(`update post set body = '${whole}' where title = 'Tanpa tempat'`)
    expect(await measure(test, 'jkr-captions')).toMatchObject({ counted: 3, kept: 2 })
    // Who has no post in the period has nothing to measure.
    const subject = { kind: 'account', accountId: two } as const
    expect(await measure(test, 'jkr-captions', { subject })).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing' },
    })

    // What was posted counts where it was recorded.
    const posted = (title: string, text: string) =>
      test.rows(`update post_publication set posted_text = '${text}' where day like '2026-10-%'
        and post_id = (select id from post where title = '${title}')`)
    await posted('Lengkap', 'Hari Terbuka.')
    expect(await toldBySql()).toEqual({ counted: 3, kept: 1 })
    expect(await measure(test, 'melaka-13-5-b')).toMatchObject(await toldBySql())
    expect(foundOf(await itemsBehind(test, 'melaka-13-5-b'))).toMatchObject({
      ...{ Lengkap: 'caption-lacks', 'Tanpa tempat': 'caption-whole' },
    })
    await posted('Lengkap', `Selamat datang! ${whole}`)
    expect(await toldBySql()).toEqual({ counted: 3, kept: 2 })
    expect(await measure(test, 'melaka-13-5-b')).toMatchObject(await toldBySql())
    // On one of two accounts it is recorded; the text for the other one still lacks.
    await posted('Teks sendiri', whole)
    expect(await measure(test, 'melaka-13-5-b')).toMatchObject({ counted: 3, kept: 2 })
    await comeOut(test, own, two, '2026-10-14')
    await posted('Teks sendiri', whole)
    expect(await toldBySql()).toEqual({ counted: 3, kept: 3 })
    expect(await measure(test, 'melaka-13-5-b')).toMatchObject(await toldBySql())
    // Neither what was recorded of another month nor what was taken back says anything of October.
    await comeOut(test, own, two, '2026-09-14')
    const back = await comeOut(test, own, two, '2026-10-15')
    await test.rows(`update post_publication set posted_text = 'Lain.' where posted_text is null
      and post_id = '${own}'`)
    expect(await measure(test, 'melaka-13-5-b')).toMatchObject({ counted: 3, kept: 2 })
    await test.rows(`update post_publication set removed_at = '2026-10-16T01:00:00.000Z'
      where id = '${back}'`)
    expect(await measure(test, 'melaka-13-5-b')).toMatchObject({ counted: 3, kept: 3 })
  })

  it('are described: words, and a keyword to be found by', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    const album = { kind: 'photo-album' } as const
    const out = (title: string, parts: Partial<PostContent>) =>
      publish(test, title, account, '2026-10-13', { ...album, ...parts })
    await out('Dalam medan', { text: 'Jambatan baharu.', hashtags: ['jkr'] })
    await out('Dalam teks', { text: 'Jambatan baharu #jkr.' })
    await out('Tanpa kata kunci', { text: 'Jambatan baharu.' })
    await out('Tanpa teks', { hashtags: ['jkr'] })
    expect(await measure(test, 'kks-j-9')).toMatchObject({
      ...{ ...(await describedBySql()), method: 'described', verdict: 'not-met' },
    })
    expect(await describedBySql()).toEqual({ counted: 4, kept: 2 })
    await test.rows(`update post set hashtags = '["jkr"]' where title = 'Tanpa kata kunci'`)
    await test.rows(`update post set body = 'Jambatan.' where title = 'Tanpa teks'`)
    expect(await measure(test, 'kks-j-9')).toMatchObject({
      ...{ ...(await describedBySql()), kept: 4, verdict: 'met' },
    })
    // Hashtags of the plan are not in what was posted without them.
    const posted = (text: string) =>
      test.rows(`update post_publication set posted_text = '${text}'
        where post_id = (select id from post where title = 'Dalam medan')`)
    await posted('Jambatan baharu.')
    expect(await describedBySql()).toEqual({ counted: 4, kept: 3 })
    expect(await measure(test, 'kks-j-9')).toMatchObject(await describedBySql())
    await posted('Jambatan baharu #jkr')
    expect(await measure(test, 'kks-j-9')).toMatchObject({ counted: 4, kept: 4 })
  })
})
