import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '#contract/accounts'
import { ImportId } from '#contract/postImports'
import { PostId } from '#contract/postIds'
import { addTo, day, everything, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { bytesOf, planHeads, planRows, workbookOf } from '../../support/sheets.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let account: Account
let label: string
afterEach(async () => {
  await test.stop()
})

const columns = ['day', 'time', 'title', 'accounts', 'kind', 'text', 'hashtags'] as const

async function bring(bytes: Uint8Array<ArrayBuffer>, trial = false) {
  const { guess } = await test.workspace.posts.readSheet({ name: 'pelan.xlsx', bytes })
  return test.workspace.posts.importPosts({ name: 'pelan.xlsx', bytes, columns: guess, trial })
}

const posts = <T>(what: string) =>
  test.rows<T>(`select ${what} from post where trashed_at is null order by day, title`)

describe.each(databases)('sheets brought in on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    account = present((await test.workspace.accounts.list({}))[0])
    label = `${account.channel} @${account.handle}`
  })

  it('are shown with what their columns seem to hold', async () => {
    const bytes = await workbookOf(planHeads, planRows(7, label))
    const head = await test.workspace.posts.readSheet({ name: 'pelan.xlsx', bytes })
    expect(head).toMatchObject({ headings: planHeads, rows: 7, guess: columns })
    expect(head.samples).toHaveLength(5)
    expect(head.samples[1]?.slice(0, 3)).toEqual(['2026-01-02', '9.30 pagi', 'Hantaran 2'])
  })

  it('come in whole, in one entry of the log, and go again but for what was edited', async () => {
    const bytes = await workbookOf(planHeads, planRows(40, label))
    expect(await bring(bytes, true)).toEqual({
      ...{ rows: 40, posts: 40, rejected: [], warned: [], importId: null },
    })
    expect(await posts('id')).toEqual([])
    const { importId, rejected } = await bring(bytes)
    expect(rejected).toEqual([])
    const rows = await posts<{ title: string; day: string; time: string; status: string }>(
      'title, day, time, status',
    )
    expect(rows).toHaveLength(40)
    expect(rows[0]).toEqual({
      ...{ title: 'Hantaran 1', day: '2026-01-01', time: '09:30', status: 'draft' },
    })
    const entries = await test.rows(
      `select sequence from audit_entry where action = 'posts.importPosts'`,
    )
    expect(entries).toHaveLength(1)
    const [first] = (
      await test.workspace.posts.between({
        ...{ from: day('2026-01-01'), to: day('2026-01-01'), filter: everything },
      })
    ).map(({ id }) => id)
    const post = await test.workspace.posts.get({ id: present(first) })
    expect(post.content).toMatchObject({
      ...{ kind: 'infographic', text: 'Teks hantaran 1.', hashtags: ['JKR', 'RakanKKR'] },
      accounts: [on(account.id)],
    })
    await test.workspace.posts.save({
      ...{ id: post.id, base: 1, content: { ...post.content, notes: 'Disunting' } },
    })
    const [known] = await test.workspace.posts.imports({})
    expect(known).toMatchObject({ id: importId, name: 'pelan.xlsx', posts: 40, undoneAt: null })
    const undone = await test.workspace.posts.undoImport({ id: present(importId) })
    expect(undone.trashed).toHaveLength(39)
    expect(undone.kept).toEqual([{ id: post.id, title: 'Hantaran 1' }])
    expect(await posts('title')).toEqual([{ title: 'Hantaran 1' }])
    await expect(test.workspace.posts.undoImport({ id: present(importId) })).rejects.toMatchObject({
      reason: 'posts.import-undone',
    })
    await expect(
      test.workspace.posts.undoImport({
        id: ImportId.parse('f0000000-0000-4000-8000-000000000000'),
      }),
    ).rejects.toMatchObject({ reason: 'posts.unknown-import' })
  })

  it('stay out whole where rows are rejected, each with its reason', async () => {
    const bytes = await workbookOf(
      planHeads,
      planRows(200, label, {
        3: { 2: '' },
        50: { 0: '31/4/2026' },
        51: { 1: 'lewat malam' },
        120: { 3: 'Friendster' },
        200: { 4: 'Komik', 6: '#satu #du#a' },
      }),
    )
    const { rows, rejected, importId } = await bring(bytes)
    expect({ rows, importId }).toEqual({ rows: 200, importId: null })
    expect(
      rejected.map(({ row, heading, problem, value }) => [row, heading, problem, value]),
    ).toEqual([
      [4, 'Tajuk', 'title-missing', ''],
      [51, 'Tarikh', 'not-a-day', '31/4/2026'],
      [52, 'Masa', 'not-a-time', 'lewat malam'],
      [121, 'Platform', 'unknown-account', 'Friendster'],
      [201, 'Jenis', 'unknown-kind', 'Komik'],
      [201, 'Hashtag', 'not-a-hashtag', '#du#a'],
    ])
    expect(await posts('id')).toEqual([])
    expect(await test.workspace.posts.imports({})).toEqual([])
  })

  it('bring back what the workspace wrote', async () => {
    const { phases } = present(
      (await test.workspace.cycles.list({})).find(({ example }) => !example),
    )
    const [, other, third] = await test.workspace.accounts.list({})
    const { thrusts, segments, approaches } = await test.workspace.reference.lists({})
    const keys = (items: readonly { readonly item: { readonly key: string } }[]) =>
      items.slice(0, 2).map(({ item }) => item.key)
    const me = present((await test.workspace.people.list({}))[0])
    const links = ['https://www.jkr.gov.my/a;b,c?d=1,2;3', 'https://x.com/jkr']
    await addTo(test, '=Hasil "petik", koma', {
      ...{ day: day('2026-11-24'), time: time('09:30'), kind: 'video-mcp' },
      ...{ text: 'Satu\nDua; tiga', hashtags: ['JKR'], links },
      ...{ brief: '-tolak', notes: '+60123', category: 'info-rakyat' },
      accounts: [
        on(account.id, { text: '=Teks sendiri\n\n[penting] baris\n[Facebook @lain]\n\\[a @b]' }),
        on(present(other).id),
        on(present(third).id, { text: 'Pendek' }),
      ],
      ...{
        thrusts: keys(thrusts),
        segments: keys(segments),
        approach: present(approaches[0]).item.key,
      },
      ...{ requestedOn: day('2026-11-02'), deliveredOn: day('2026-11-09') },
      ...{ ownerId: me.id, designerId: me.id, approverId: me.id },
      phaseId: present(phases[2]).id,
      programme: {
        ...{ name: 'Ops Lancar', day: day('2026-12-01'), time: time('14:30') },
        ...{ place: 'Gua Musang', state: 'MY-03' },
        guests: ["YB Dato' Sri Ahmad, Menteri", '+Ir. Siti'],
      },
    })
    const [tile] = await test.workspace.posts.between({
      ...{ from: day('2026-11-24'), to: day('2026-11-24'), filter: everything },
    })
    const { id } = present(tile)
    const before = (await test.workspace.posts.get({ id })).content
    const asked = { period: null, filter: everything, ids: null } as const
    const csv = await test.workspace.posts.planCsv({ ...asked, language: 'ms' })
    const xlsx = await test.workspace.posts.planXlsx({ ...asked, language: 'en' })
    await test.workspace.posts.trash({ ids: [id] })
    for (const bytes of [bytesOf(csv.csv), xlsx.bytes]) {
      const { rejected, importId } = await bring(bytes)
      expect(rejected).toEqual([])
      const [back] = await posts<{ id: string }>('id')
      expect(
        (await test.workspace.posts.get({ id: PostId.parse(present(back).id) })).content,
      ).toEqual(before)
      await test.workspace.posts.undoImport({ id: present(importId) })
    }
  })

  it('say what of the details of a post means nothing', async () => {
    const heads = 'Tajuk,Akaun,Teks akaun,Negeri program,Teras,Segmen,Pautan,Diminta pada'
    const row = [
      ...['Satu', label, '"Atas\n[Facebook @tiada]\nTeks"', 'Atlantis', 'Teras X', 'Segmen Y'],
      ...['"https://a.my/x;y, https://b.my; b"', 'semalam'],
    ]
    const { rejected } = await bring(bytesOf(`${heads}\n${row.join(',')}`))
    expect(rejected.map(({ field, problem, value }) => [field, problem, value])).toEqual(
      expect.arrayContaining([
        ['accountTexts', 'text-of-no-account', 'Atas'],
        ['accountTexts', 'text-of-no-account', 'Facebook @tiada'],
        ['programmeState', 'unknown-state', 'Atlantis'],
        ['thrusts', 'unknown-thrust', 'Teras X'],
        ['segments', 'unknown-segment', 'Segmen Y'],
        ['links', 'not-a-link', 'b'],
        ['requestedOn', 'not-a-day', 'semalam'],
      ]),
    )
    const nameless = await bring(bytesOf('Tajuk,Tetamu program\nSatu,YB Menteri'))
    expect(nameless.rejected.map(({ problem }) => problem)).toEqual(['programme-nameless'])
  })

  it('that are none say so', async () => {
    const refused = async (bytes: Uint8Array<ArrayBuffer>, reason: string) => {
      await expect(test.workspace.posts.readSheet({ name: 'x', bytes })).rejects.toMatchObject({
        reason,
      })
    }
    await refused(bytesOf('Tajuk,Tarikh\r\n'), 'sheets.empty')
    await refused(bytesOf(''), 'sheets.empty')
    await refused(new Uint8Array([0x89, 0x50, 0x00, 0x01]), 'sheets.unreadable')
    await refused(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'sheets.unreadable')
    const long = ['Tajuk', ...Array.from({ length: 5_001 }, (_, at) => `Baris ${at}`)].join('\n')
    await refused(bytesOf(long), 'sheets.too-long')
  })
})

it('5 000 rows come in with progress, and a cancel on the way leaves none', async () => {
  test = await startTestWorkspace('sqlite')
  const lines = ['Tajuk', ...Array.from({ length: 5_000 }, (_, at) => `Baris ${at}`)]
  const sheet = { name: 'besar.csv', bytes: bytesOf(lines.join('\n')), columns: ['title' as const] }
  const stop = new AbortController()
  let written = 0
  await expect(
    test.workspace.posts.importPosts(
      { ...sheet, trial: false },
      {
        signal: stop.signal,
        onProgress({ done, total }) {
          if (done === total) written += 1
          if (written > 0 && done > 500 && done < total) stop.abort()
        },
      },
    ),
  ).rejects.toMatchObject({ reason: 'call.cancelled' })
  expect(await test.rows('select id from post')).toEqual([])
  const steps: number[] = []
  const { importId } = await test.workspace.posts.importPosts(
    { ...sheet, trial: false },
    { onProgress: ({ done }) => steps.push(done) },
  )
  expect(importId).not.toBeNull()
  expect(steps.length).toBeGreaterThan(10)
  expect(await test.rows('select count(*) as total from post')).toEqual([{ total: 5_000 }])
}, 60_000)
