import { afterEach, describe, expect, it } from 'vitest'
import { addAccount, itemsBehind, keepImage, measure } from '../../../support/measured.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const parts = {
  'kks-k-1': 'avatar_id',
  'kks-k-3': 'header_id',
  'kks-k-4': 'website',
  'kks-k-2': 'biography',
} as const

describe.each(databases)('account profiles on %s', (database) => {
  it('each control asks for its own parts, of accounts whose profile is written down', async () => {
    test = await startTestWorkspace(database)
    // The shipped accounts have nothing written down.
    expect(await measure(test, 'kks-k-1')).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing-to-judge', counted: 0 },
    })
    const avatarId = await keepImage(test, 'logo.png', { kind: 'avatar', width: 400, height: 400 })
    const headerId = await keepImage(test, 'kepala.png', {
      kind: 'header',
      width: 1500,
      height: 500,
    })
    const biography = 'Akaun rasmi JKR. Aduan: aduan@jkr.gov.my'
    const website = 'https://www.jkr.gov.my'
    await addAccount(test, 'lengkap', { avatarId, headerId, biography, website })
    const bare = await addAccount(test, 'separuh', { biography: 'JKR Perak', avatarId })
    const bySql = async (column: string) => {
      const [row] = await test.rows<{ counted: number | string; kept: number | string }>(
        `select count(*) as counted, sum(case when coalesce(${column}, '') <> ''
           and (${column} <> biography or biography like '%rasmi%@%.gov.my%')
           then 1 else 0 end) as kept
         from account where active = 1 and (biography <> '' or avatar_id is not null)`,
      )
      return { counted: Number(row?.counted), kept: Number(row?.kept) }
    }
    for (const [key, column] of Object.entries(parts)) {
      expect(await measure(test, key), key).toMatchObject(await bySql(column))
    }
    expect(await bySql('avatar_id')).toEqual({ counted: 2, kept: 2 })
    expect(await bySql('biography')).toEqual({ counted: 2, kept: 1 })
    const counts = async (key: string) => {
      const { counted, kept, verdict } = await measure(test, key)
      return [counted, kept, verdict]
    }
    // Logo and portal; logo and e-mail; the word "rasmi" alone; an introduction of any kind.
    expect(await counts('melaka-5-b')).toEqual([2, 1, 'not-met'])
    expect(await counts('kks-j-7')).toEqual([2, 1, 'not-met'])
    expect(await counts('melaka-5-a')).toEqual([2, 1, 'not-met'])
    expect(await counts('melaka-5-c')).toEqual([2, 2, 'met'])
    expect(await counts('jkr-official-email')).toEqual([2, 1, 'not-met'])
    const [lacking] = await itemsBehind(test, 'melaka-5-b')
    expect(lacking).toMatchObject({
      ...{ code: 'profile-lacks', day: null, params: { parts: ['website-missing'] } },
      place: { kind: 'account', handle: 'separuh' },
    })
    await test.rows(
      `update account set website = '${website}', official_email = 'aduan@jkr.gov.my'
       where id = '${bare}'`,
    )
    expect(await counts('melaka-5-b')).toEqual([2, 2, 'met'])
    expect(await counts('melaka-13-15')).toEqual([2, 2, 'met'])
    expect(await counts('melaka-5-a')).toEqual([2, 1, 'not-met'])
    const subject = { kind: 'account', accountId: bare } as const
    expect(await measure(test, 'kks-k-2', { subject })).toMatchObject({ counted: 1, kept: 0 })
  })
})
