import { afterEach, describe, expect, it } from 'vitest'
import {
  addAccount,
  comeOut,
  foundOf,
  itemsBehind,
  keepImage,
  measure,
  publish,
} from '../../../support/measured.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const shows = (...ids: Awaited<ReturnType<typeof keepImage>>[]) => ({
  images: ids.map((imageId) => ({ imageId, altText: 'Gambar' })),
})

/** Photos by the accounts on which they came out: all that can be told of, and those shown once. */
async function photosBySql(accountId: string | null = null) {
  const rows = await test.rows<{
    findings: string
    override_reason: string | null
    said: string | null
    posts: number | string
  }>(
    `select image.findings, image.override_reason, count(distinct x.post_id) as posts,
       (select max(outcome) from image_decision d where d.image_id = image.id) as said
     from image join post_image x on x.image_id = image.id
       join post_publication p on p.post_id = x.post_id
     where image.kind = 'photo' ${accountId === null ? '' : `and p.account_id = '${accountId}'`}
     group by image.id, image.findings, image.override_reason, p.account_id`,
  )
  const told = rows.filter(
    ({ findings, override_reason, said }) =>
      !findings.includes('repeated-likely') || said !== null || override_reason !== null,
  )
  const isAgain = ({ findings, override_reason, said, posts }: (typeof rows)[number]) =>
    Number(posts) > 1 ||
    (override_reason === null && (said === 'repeat' || findings.includes('repeated-certain')))
  return { counted: told.length, kept: told.filter((row) => !isAgain(row)).length }
}

describe.each(databases)('pictures on %s', (database) => {
  it('posters that came out have at least the minimum size, each once', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    const whole = await keepImage(test, 'cadangan.png')
    const allowed = await keepImage(test, 'minimum.png', { width: 600, height: 315 })
    const small = await keepImage(test, 'kecil.png', { width: 599, height: 315 })
    const photo = await keepImage(test, 'foto.png', { kind: 'photo', width: 300, height: 200 })
    await keepImage(test, 'tidak terbit.png', { width: 10, height: 10 })
    await publish(test, 'Satu', account, '2026-10-05', shows(whole, allowed, photo))
    await publish(test, 'Dua', account, '2026-10-06', shows(whole, small))
    const bySql = async () => {
      const [row] = await test.rows<{ counted: number | string; kept: number | string }>(
        `select count(distinct image.id) as counted, count(distinct case when width >= 600
           and height >= 315 then image.id end) as kept
         from image join post_image on image_id = image.id join post_publication
           on post_publication.post_id = post_image.post_id where kind = 'poster'`,
      )
      return { counted: Number(row?.counted), kept: Number(row?.kept) }
    }
    expect(await bySql()).toEqual({ counted: 3, kept: 2 })
    expect(await measure(test, 'melaka-13-5-e')).toMatchObject({
      ...{ ...(await bySql()), method: 'poster-size', verdict: 'not-met' },
      limit: { unit: 'pixels', width: 600, height: 315, wantedWidth: 1200, wantedHeight: 630 },
    })
    expect(foundOf(await itemsBehind(test, 'jkr-poster-size'))).toEqual({
      ...{ 'cadangan.png': 'size-recommended', 'minimum.png': 'size-allowed' },
      'kecil.png': 'size-below',
    })
    await test.rows(`update image set width = 1200, height = 630 where name = 'kecil.png'`)
    expect(await measure(test, 'jkr-poster-size')).toMatchObject({
      ...{ ...(await bySql()), kept: 3, verdict: 'met' },
    })
    const empty = { from: '2026-09-01', to: '2026-09-30' } as never
    expect(await measure(test, 'jkr-poster-size', { period: empty })).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing' },
    })
  })

  it('photos come out once on an account, by a person, the check or the posts', async () => {
    test = await startTestWorkspace(database)
    const [one, two] = [await addAccount(test, 'jkr'), await addAccount(test, 'jkr2')]
    const finding = (code: string, severity: string) => ({
      ...{ code, severity, measured: null, required: null, clause: 'Melaka 13.6', remedy: null },
    })
    const photo = (name: string, ...findings: object[]) =>
      keepImage(test, name, { kind: 'photo', width: 1200, height: 800, findings })
    const again = await photo('berulang.jpg')
    const once = await photo('sekali.jpg')
    const found = await photo('sama.jpg', finding('repeated-certain', 'reject'))
    const open = await photo('mungkin.jpg', finding('repeated-likely', 'warn'))
    const said = await photo('diputuskan.jpg', finding('repeated-likely', 'warn'))
    const first = await publish(test, 'A', one, '2026-10-05', shows(again, once, found, open, said))
    await publish(test, 'B', one, '2026-10-06', shows(again))
    // On another account it came out once.
    await comeOut(test, first, two, '2026-10-05')
    const [person] = await test.workspace.people.list({})
    await test.rows(
      `insert into image_decision (id, image_id, name, outcome, reason, decided_by, decided_at)
       values ('40000000-0000-4000-8000-000000000001', '${said}', 'lain.jpg', 'different', '',
         '${person?.id ?? ''}', '2026-10-04T00:00:00.000Z')`,
    )
    const subject = { kind: 'account', accountId: one } as const
    expect(foundOf(await itemsBehind(test, 'melaka-13-6-e', { subject }))).toEqual({
      ...{ 'berulang.jpg': 'photo-used-again', 'sekali.jpg': 'photo-once' },
      ...{ 'sama.jpg': 'photo-found-repeat', 'mungkin.jpg': 'photo-undecided' },
      'diputuskan.jpg': 'photo-said-different',
    })
    expect(await measure(test, 'melaka-13-6-e', { subject })).toMatchObject({
      ...{ ...(await photosBySql(one)), method: 'repeated-photos', uncounted: 1 },
      verdict: 'not-met',
    })
    expect(await photosBySql(one)).toEqual({ counted: 4, kept: 2 })
    const both = async (figures: { counted: number; kept: number }) => {
      expect(await photosBySql()).toEqual(figures)
      expect(await measure(test, 'jkr-repeated-photos')).toMatchObject(figures)
    }
    await both({ counted: 8, kept: 5 })
    await test.rows(`update image_decision set outcome = 'repeat'`)
    await both({ counted: 8, kept: 3 })
    await test.rows(`update image set override_reason = 'Arkib' where name = 'sama.jpg'`)
    await both({ counted: 8, kept: 5 })
  })
})
