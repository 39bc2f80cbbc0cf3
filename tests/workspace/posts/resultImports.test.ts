import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import type { PlainDate } from '#contract/values'
import { cameOut } from '../../support/postRounds.ts'
import { addTo, content, day, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { bytesOf } from '../../support/sheets.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let facebook: Account
let x: Account
let first: PostId
let second: PostId
afterEach(async () => {
  await test.stop()
})

const link = 'https://www.facebook.com/jkr/posts/101?utm_source=emel'

/** A post out on one account or two, on 10 November 2026. */
async function out(title: string, accounts: readonly Account[], url = ''): Promise<PostId> {
  const parts = { text: 'Teks', accounts: accounts.map(({ id }) => on(id)) }
  const publication = { ...cameOut, day: day('2026-11-10'), url }
  return (await test.workspace.posts.addPublished({ content: content(title, parts), publication }))
    .id
}

async function bring(
  text: string,
  { on_ = '2026-11-18', skipUnknown = false, trial = false }: Partial<Choices> = {},
) {
  const sheet = { name: 'prestasi.csv', bytes: bytesOf(text) }
  const { guess: columns } = await test.workspace.posts.readResultSheet(sheet)
  const read: PlainDate | null = on_ === null ? null : day(on_)
  return test.workspace.posts.importResults({ ...sheet, columns, day: read, skipUnknown, trial })
}

interface Choices {
  readonly on_: string | null
  readonly skipUnknown: boolean
  readonly trial: boolean
}

const standing = async (id: PostId) =>
  (await test.workspace.posts.results({ id })).map((each) => [
    ...[each.accountId, each.day, each.reach, each.likes, each.shares, each.comments],
  ])

describe.each(databases)('results brought in on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    const all = await test.workspace.accounts.list({})
    ;[facebook, x] = [present(all[0]), present(all[1])]
    first = await out('Jambatan dibuka', [facebook], link)
    second = await out('Amaran banjir', [facebook, x])
  })

  it('find their posts by link, or by title, account and date, and can be undone', async () => {
    const text = [
      'Pautan,Tajuk,Akaun,Tarikh terbit,Tarikh,Capaian,Suka',
      'http://facebook.com/jkr/posts/101/,,,,18/11/2026,"1,234",56',
      `,AMARAN  banjir,${x.channel} @${x.handle},10/11/2026,2026-11-18,900,-`,
    ].join('\n')
    expect(await bring(text, { trial: true })).toMatchObject({
      ...{ rows: 2, rejected: [], added: 2, same: 0, replaced: [], importId: null },
    })
    expect(await standing(first)).toEqual([])
    const { importId } = await bring(text)
    expect(await standing(first)).toEqual([[facebook.id, '2026-11-18', 1234, 56, null, null]])
    expect(await standing(second)).toEqual([[x.id, '2026-11-18', 900, null, null, null]])
    const [known] = await test.workspace.posts.resultImports({})
    expect(known).toMatchObject({ id: importId, name: 'prestasi.csv', results: 2, undoneAt: null })
    const entries = await test.rows(
      `select sequence from audit_entry where action = 'posts.importResults'`,
    )
    expect(entries).toHaveLength(1)
    expect(await test.workspace.posts.undoResultImport({ id: present(importId) })).toEqual({
      ...{ undone: 2, kept: 0 },
    })
    expect(await standing(first)).toEqual([])
    await expect(
      test.workspace.posts.undoResultImport({ id: present(importId) }),
    ).rejects.toMatchObject({ reason: 'posts.import-undone' })
  })

  it('take the place of what stands for the day, seen beforehand, and give it back', async () => {
    const [kept] = [{ accountId: facebook.id, day: day('2026-11-18'), reach: 100, likes: 7 }]
    await test.workspace.posts.addResult({
      ...{ postId: first, result: { ...kept, shares: 3, comments: null } },
    })
    const text = 'Tajuk,Capaian,Suka,Kongsi\nJambatan dibuka,150,7,'
    const seen = await bring(text, { trial: true })
    expect(seen).toMatchObject({ added: 0, same: 0 })
    expect(seen.replaced).toMatchObject([
      {
        ...{ row: 2, title: 'Jambatan dibuka', accountId: facebook.id, day: '2026-11-18' },
        before: { reach: 100, likes: 7, shares: 3, comments: null },
        after: { reach: 150, likes: 7, shares: 3, comments: null },
      },
    ])
    const { importId } = await bring(text)
    expect(await standing(first)).toEqual([[facebook.id, '2026-11-18', 150, 7, 3, null]])
    // The same file again says nothing new and leaves no import.
    expect(await bring(text)).toMatchObject({ added: 0, same: 1, replaced: [], importId: null })
    await test.workspace.posts.undoResultImport({ id: present(importId) })
    expect(await standing(first)).toEqual([[facebook.id, '2026-11-18', 100, 7, 3, null]])
  })

  it('leave what was typed since an import when that is undone', async () => {
    const { importId } = await bring('Tajuk,Capaian\nJambatan dibuka,150')
    const [result] = await test.workspace.posts.results({ id: first })
    const { id, accountId, day: on_, likes, shares, comments } = present(result)
    await test.workspace.posts.changeResult({
      ...{ id, result: { accountId, day: on_, reach: 151, likes, shares, comments } },
    })
    expect(await test.workspace.posts.undoResultImport({ id: present(importId) })).toEqual({
      ...{ undone: 0, kept: 1 },
    })
    expect(await standing(first)).toEqual([[facebook.id, '2026-11-18', 151, null, null, null]])
  })

  it('stay out whole where a row is rejected, each with its reason', async () => {
    await addTo(test, 'Masih draf', { accounts: [on(facebook.id)] })
    await out('Sama', [facebook])
    await out('Sama', [facebook])
    const text = [
      'Pautan,Tajuk,Akaun,Tarikh,Capaian,Suka',
      ',Jambatan dibuka,,,12,',
      'https://facebook.com/lain,,,,1,',
      ',Tiada tajuk ini,,,1,',
      ',Masih draf,,,1,',
      ',Sama,,,1,',
      ',Amaran banjir,,,1,',
      ',Jambatan dibuka,Friendster,,1,',
      `,Jambatan dibuka,${x.channel} @${x.handle},,1,`,
      ',,,,1,',
      ',Jambatan dibuka,,31/4/2026,1,',
      ',Jambatan dibuka,,1/1/2090,1,',
      ',Jambatan dibuka,,17/11/2026,1.2k,1.234',
      ',Jambatan dibuka,,17/11/2026,,',
      ',Jambatan dibuka,,18/11/2026,13,',
      ',Jambatan dibuka,,16/11/2026,13,,lebih',
      ',Jambatan dibuka,,15/11/2026,1\uFFFD,',
    ].join('\n')
    const { rejected, importId } = await bring(text)
    expect(importId).toBeNull()
    expect(rejected.map(({ row, field, problem, value }) => [row, field, problem, value])).toEqual([
      [3, 'link', 'unknown-link', 'https://facebook.com/lain'],
      [4, 'title', 'unknown-title', 'Tiada tajuk ini'],
      [5, 'title', 'not-published', 'Masih draf'],
      [6, 'title', 'several-posts', 'Sama'],
      [7, 'title', 'account-missing', 'Amaran banjir'],
      [8, 'account', 'unknown-account', 'Friendster'],
      [9, 'account', 'not-on-account', `${x.channel} @${x.handle}`],
      [10, 'title', 'post-not-named', ''],
      [11, 'day', 'not-a-day', '31/4/2026'],
      [12, 'day', 'day-in-future', '1/1/2090'],
      [13, 'reach', 'rounded-count', '1.2k'],
      [13, 'likes', 'not-a-count', '1.234'],
      [14, 'reach', 'no-counts', ''],
      [15, null, 'repeated-row', '2'],
      [16, null, 'beyond-headings', 'lebih'],
      [17, 'reach', 'damaged', '1\uFFFD'],
      [17, 'reach', 'not-a-count', '1\uFFFD'],
    ])
    expect(await standing(first)).toEqual([])
    const { csv } = await test.workspace.posts.rejectedResultsCsv({ rejected, language: 'ms' })
    expect(csv).toContain('Suka: “1.234” bukan nombor bulat.')
    const other = await bring(',Tajuk,Capaian\n,Jambatan dibuka,12', { on_: null })
    expect(other.rejected.map(({ problem }) => problem)).toEqual(['day-missing'])
  })

  it('of posts that are not in the calendar are left out where the person says so', async () => {
    const text = 'Pautan,Capaian\nhttps://facebook.com/lain,5\nfacebook.com/jkr/posts/101,9'
    expect(await bring(text)).toMatchObject({ skipped: 0, importId: null })
    const done = await bring(text, { skipUnknown: true })
    expect(done).toMatchObject({ rows: 2, rejected: [], skipped: 1, added: 1 })
    expect(done.importId).not.toBeNull()
    expect(await standing(first)).toEqual([[facebook.id, '2026-11-18', 9, null, null, null]])
  })
})
