import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { AccountId, type Account, type AccountFields } from '#contract/accounts'
import { ImageId, PersonId, PlainDate } from '#contract/values'
import { open, scene } from '../../support/pictures.ts'
import { present } from '../../support/present.ts'
import {
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

let test: TestWorkspace
let drop: string | null = null
afterEach(async () => {
  await test.stop()
  if (drop !== null) await rm(drop, { recursive: true, force: true })
  drop = null
})

const nobody = 'f0000000-0000-4000-8000-000000000000'
const facebook: AccountFields = {
  ...{ channel: 'facebook', handle: 'jkrmalaysia', name: 'JKR Malaysia', unit: 'JKR Ibu Pejabat' },
  ...{ state: null, purpose: 'Platform utama', quota: null, textLimit: null },
  biography: 'Akaun rasmi JKR Malaysia. Aduan: aduan@jkr.gov.my',
  ...{ avatarId: null, headerId: null, website: 'https://www.jkr.gov.my' },
  ...{ officialEmail: 'aduan@jkr.gov.my', operators: [] },
}
const day = (text: string) => PlainDate.parse(text)

async function account(handle: string): Promise<Account> {
  const all = await test.workspace.accounts.list({})
  return present(all.find((each) => each.handle === handle))
}

function fieldsOf({ id, shipped, active, uniformity, lastSnapshot, ...fields }: Account) {
  expect([id, shipped, active, uniformity, lastSnapshot]).toHaveLength(5)
  return fields
}

function unmet({ uniformity }: Account): string[] {
  return uniformity.flatMap(({ control, gaps }) => gaps.map((gap) => `${control}: ${gap}`))
}

/** Two pictures of the library: an avatar and a header. */
async function keepPictures(): Promise<[ImageId, ImageId]> {
  drop = await mkdtemp(join(tmpdir(), 'gambar-'))
  await open(await scene(301, { width: 400, height: 400 }))
    .png()
    .toFile(join(drop, 'logo.png'))
  await open(await scene(300, { width: 1500, height: 500 }))
    .png()
    .toFile(join(drop, 'kepala.png'))
  const { images } = test.workspace
  const { batchId } = await images.checkFiles({ paths: [drop], kind: null })
  const checks = await images.checks({ batchId })
  const { kept } = await images.keep({ ids: checks.map(({ id }) => id) })
  const byName = new Map(checks.map(({ id, name }) => [name, id]))
  const of = (name: string) =>
    present(kept.find(({ checkId }) => checkId === byName.get(name))).imageId
  return [of('logo.png'), of('kepala.png')]
}

describe.each(databases)('accounts on %s', (database) => {
  it('are there from the first run: the 21 of KKS C in its order, on X', async () => {
    test = await startTestWorkspace(database)
    const all = await test.workspace.accounts.list({})
    expect(all).toHaveLength(21)
    expect(all.every(({ channel, shipped, active }) => channel === 'x' && shipped && active)).toBe(
      true,
    )
    expect(all.slice(0, 3).map(({ handle }) => handle)).toEqual([
      'PetrajayaMP',
      'RosnahARS',
      'MOWorks',
    ])
    expect(await account('JKRLabuan')).toMatchObject({ name: 'JKR WP Labuan', state: 'MY-15' })
    expect(unmet(await account('JKRLabuan'))).toEqual([
      'avatar: image-missing',
      'biography: biography-missing',
      'header: image-missing',
      'website: website-missing',
    ])
  })

  it('keep what the office made of them when the workspace opens again', async () => {
    test = await startTestWorkspace(database)
    const { accounts, gate } = test.workspace
    const minister = await account('PetrajayaMP')
    await accounts.change({
      ...fieldsOf(minister),
      ...{ id: minister.id, handle: '@MenteriBaharu', name: 'YB Menteri Kerja Raya' },
    })
    const { id } = await account('JKRNS')
    await accounts.retire({ id })
    await gate.lock({})
    await gate.unlock({
      secret: { kind: 'passphrase', passphrase: testPassphrase },
      remember: false,
    })
    const all = await accounts.list({})
    expect(all).toHaveLength(21)
    expect(all[0]).toMatchObject({ handle: 'MenteriBaharu', name: 'YB Menteri Kerja Raya' })
    expect(await account('JKRNS')).toMatchObject({ active: false })
    expect(await accounts.bringBack({ id })).toMatchObject({ active: true })
  })

  it('take the office’s own, after the shipped ones, and say what changed without values', async () => {
    test = await startTestWorkspace(database)
    const { accounts, people } = test.workspace
    const [siti] = await people.list({})
    const added = await accounts.add({ ...facebook, handle: ' @jkrmalaysia' })
    expect(added).toMatchObject({ handle: 'jkrmalaysia', shipped: false, active: true })
    expect((await accounts.list({})).at(-1)).toEqual(added)
    const changed = await accounts.change({
      ...fieldsOf(added),
      ...{ id: added.id, quota: { min: 1, max: 4 }, textLimit: 900, operators: [present(siti).id] },
    })
    expect(changed).toMatchObject({
      quota: { min: 1, max: 4 },
      textLimit: 900,
      operators: [present(siti).id],
    })
    const [entry] = await test.workspace.office.auditLog({ before: null, limit: 1 })
    expect(entry).toMatchObject({
      action: 'accounts.change',
      subjects: [
        {
          table: 'account',
          id: added.id,
          fields: ['quota_min', 'quota_max', 'text_limit', 'operators'],
        },
      ],
    })
  })

  it.each(['jkrmalaysia', '@JKRMALAYSIA', ' JkrMalaysia '])(
    'refuse a second «%s» on one channel, but not on another',
    async (handle) => {
      test = await startTestWorkspace(database)
      const { accounts } = test.workspace
      await accounts.add({ ...facebook, handle })
      await expect(accounts.add(facebook)).rejects.toMatchObject({
        reason: 'accounts.handle-taken',
      })
      const labuan = await account('JKRLabuan')
      await expect(
        accounts.change({ ...fieldsOf(labuan), id: labuan.id, handle: 'jkrmalaysia' }),
      ).rejects.toMatchObject({ reason: 'accounts.handle-taken' })
      expect(await accounts.add({ ...facebook, channel: 'instagram' })).toMatchObject({
        channel: 'instagram',
      })
    },
  )

  it('refuse what is not there', async () => {
    test = await startTestWorkspace(database)
    const { accounts } = test.workspace
    for (const [fields, reason] of [
      [{ channel: 'myspace' }, 'accounts.unknown-channel'],
      [{ avatarId: ImageId.parse(nobody) }, 'accounts.unusable-image'],
      [{ operators: [PersonId.parse(nobody)] }, 'accounts.unknown-operator'],
    ] as const) {
      const wanted = {
        ...facebook,
        ...fields,
        operators: [...(('operators' in fields && fields.operators) || [])],
      }
      await expect(accounts.add(wanted), reason).rejects.toMatchObject({ reason })
    }
    await expect(accounts.retire({ id: AccountId.parse(nobody) })).rejects.toMatchObject({
      reason: 'accounts.unknown',
    })
    for (const fields of [
      { handle: 'JKR Malaysia' },
      { officialEmail: 'aduan' },
      { website: 'jkr' },
      { quota: { min: 5, max: 2 } },
    ]) {
      await expect(accounts.add({ ...facebook, ...fields })).rejects.toMatchObject({
        reason: 'call.input',
      })
    }
  })

  it('are complete with an avatar, a header, a biography and a portal, until one goes', async () => {
    test = await startTestWorkspace(database)
    const { accounts, images } = test.workspace
    const [logo, header] = await keepPictures()
    const added = await accounts.add({ ...facebook, avatarId: logo, headerId: header })
    expect(unmet(added)).toEqual([])

    await images.trash({ ids: [logo] })
    expect(unmet(await account('jkrmalaysia'))).toEqual(['avatar: image-trashed'])
    // Other fields may still be changed; another account cannot take a picture from the trash.
    await accounts.change({ ...fieldsOf(added), id: added.id, purpose: 'Aduan' })
    await expect(
      accounts.add({ ...facebook, channel: 'x', handle: 'lain', avatarId: logo }),
    ).rejects.toMatchObject({ reason: 'accounts.unusable-image' })

    await images.restore({ ids: [logo] })
    await images.describe({ ids: [logo], kind: 'photo' })
    expect(unmet(await account('jkrmalaysia'))).toEqual(['avatar: image-of-other-kind'])
  })

  it('have numbers by day: one row a day, the newest shown, corrected and taken out', async () => {
    test = await startTestWorkspace(database)
    const { accounts } = test.workspace
    const { id } = await account('JKRMalaysia')
    const record = (at: string, followers: number | null, likes: number | null = null) =>
      accounts.addSnapshot({ accountId: id, numbers: { day: day(at), followers, likes } })
    const first = await record('2026-10-01', 10_000)
    const second = await record('2026-11-01', 12_500, 300)
    await record('2026-09-01', 9_000)
    expect(await accounts.snapshots({ id })).toMatchObject([
      { day: '2026-11-01', followers: 12_500, likes: 300, byName: 'Siti Aminah binti Abdullah' },
      { day: '2026-10-01', followers: 10_000 },
      { day: '2026-09-01', followers: 9_000 },
    ])
    expect((await account('JKRMalaysia')).lastSnapshot).toEqual(second)

    await expect(record('2026-10-01', 1)).rejects.toMatchObject({ reason: 'accounts.day-taken' })
    await expect(record('2026-11-24', 1)).rejects.toMatchObject({
      reason: 'accounts.day-in-future',
    })
    await expect(record('2026-11-02', null, null)).rejects.toMatchObject({ reason: 'call.input' })
    // The clock says 23 November, 09:00 in Malaysia.
    await record('2026-11-23', 13_000)

    const numbers = { day: day('2026-10-02'), followers: 10_100, likes: null }
    expect(await accounts.changeSnapshot({ id: first.id, numbers })).toMatchObject(numbers)
    await accounts.removeSnapshot({ id: second.id })
    expect((await accounts.snapshots({ id })).map((each) => each.day)).toEqual([
      '2026-11-23',
      '2026-10-02',
      '2026-09-01',
    ])
    await accounts.bringBackSnapshot({ id: second.id })
    expect(await accounts.snapshots({ id })).toHaveLength(4)
    await accounts.removeSnapshot({ id: second.id })
    await record('2026-11-01', 12_600)
    await expect(accounts.bringBackSnapshot({ id: second.id })).rejects.toMatchObject({
      reason: 'accounts.day-taken',
    })
  })
})
