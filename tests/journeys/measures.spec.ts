import type {} from '../support/clientInPage.ts'
import { fillRegister } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

const oneDay = 86_400_000

/** A Monday long enough ago that whatever was due in a day is late, in the year of today. */
function someMonday(): string {
  const now = new Date(Date.now() + 8 * 3_600_000)
  const sinceMonday = (now.getUTCDay() + 6) % 7
  return new Date(now.getTime() - (sinceMonday + 14) * oneDay).toISOString().slice(0, 10)
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * oneDay).toISOString().slice(0, 10)
}

/** Work asked for on a Monday, an album with and one without its place, and an account. */
async function makePosts(application: Application): Promise<void> {
  const from = someMonday()
  await application.window.evaluate(
    async ([asked, ready]) => {
      const { call, workspace } = window.clientInPage
      const account = await workspace.accounts.add({
        ...{ channel: 'facebook', handle: 'JKRMalaysia', name: 'JKR Malaysia', state: null },
        ...{ unit: 'Ibu Pejabat JKR', purpose: '', quota: null, textLimit: null },
        ...{ biography: 'Akaun rasmi JKR. Aduan: aduan@jkr.gov.my', avatarId: null },
        ...{ headerId: null, website: 'https://www.jkr.gov.my', officialEmail: '', operators: [] },
      })
      const programme = {
        ...{ name: 'Hari Terbuka JKR', day: asked, time: '09:00', place: 'Pekan' },
        ...{ state: null, guests: [] },
      }
      const post = (title: string, kind: string, parts: object) =>
        call('posts.add', {
          content: {
            ...{ title, kind, brief: '', text: '', notes: '', phaseId: null, category: null },
            ...{ approach: null, programme: null, requestedOn: null, deliveredOn: null },
            ...{ day: null, time: null, ownerId: null, designerId: null, approverId: null },
            ...{ thrusts: [], segments: [], hashtags: [], images: [], links: [] },
            accounts: [{ accountId: account.id, text: null, day: null, time: null }],
            ...parts,
          },
          status: 'draft',
        })
      const work = { requestedOn: asked, deliveredOn: ready }
      await post('Infografik laluan alternatif musim tengkujuh', 'infographic', work)
      await post('Infografik lampu isyarat', 'infographic', { ...work, deliveredOn: asked })
      const [year = '', month = '', day = ''] = asked.split('-')
      const told = `Hari Terbuka JKR pada ${day}/${month}/${year}, jam 9.00 pagi`
      await post('Album pembukaan', 'photo-album', { programme, text: `${told} di Pekan.` })
      await post('Album tanpa tempat', 'photo-album', { programme, text: `${told}.` })
    },
    [from, daysAfter(from, 4)] as const,
  )
}

/** What came out, written down directly: the approval of these posts is not what is looked at. */
function publishAlbums(folder: string): void {
  changeRows(
    folder,
    passphrase,
    `insert into post_publication (id, post_id, account_id, day, url, skipped_reason, recorded_by,
       recorded_at)
     select '50000000-0000-4000-8000-00000000000' || (row_number() over (order by post.id)),
       post.id, account_id, '${someMonday()}', '', '', post.created_by, post.created_at
     from post join post_account on post_id = post.id where kind = 'photo-album'`,
  )
  changeRows(
    folder,
    passphrase,
    `update post set created_at = '${daysAfter(someMonday(), -1)}T01:00:00.000Z'`,
  )
}

test('a figure is read, its records opened and changed, and the figure follows', async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 30, makePosts)
  publishAlbums(folder)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const table = window.getByRole('group', { name: 'Perkara yang diukur dalam' })
  const row = (clause: string) => table.getByRole('button', { name: clause })
  const pane = window.getByRole('complementary')
  const look = async (name: string) => {
    await picture(application, name)
    await expectAccessible(application)
  }
  const from = daysAfter(someMonday(), -7)

  await test.step('the table says of each control what the workspace knows', async () => {
    await goTo(window, 'Ukuran langsung')
    await expect(row('JaPen, piagam 1')).toBeVisible()
    // Whatever day it is: two weeks ago may lie in another year.
    await window.getByLabel('Dari', { exact: true }).fill(from)
    await expect(row('JaPen, piagam 1')).toContainText('1 daripada 2 · 50%')
    await expect(row('JaPen, piagam 1')).toContainText('Tidak dipatuhi')
    await expect(row('JaPen, piagam 2')).toContainText('Belum diukur')
    await expect(row('JaPen, piagam 2')).toContainText('Tiada rekod dalam tempoh ini.')
    await expect(row('Melaka 13.5(b)')).toContainText('1 daripada 2')
    const complaints = readRows<{ n: number }>(
      folder,
      passphrase,
      `select count(*) as n from complaint where kind = 'federal-road'
         and status not in ('voided', 'duplicate', 'false')
         and received_at < '${new Date(Date.now() - oneDay).toISOString()}'`,
    )
    await expect(row('KKS H(1)')).toContainText(`0 daripada ${complaints[0]?.n}`)
    await look('measures-ms-light')
  })

  await test.step('the verdicts narrow the table', async () => {
    const chips = window.getByRole('group', { name: 'Keputusan yang dipaparkan' })
    await chips.getByRole('button', { name: /^Belum diukur/ }).click()
    await expect(row('JaPen, piagam 1')).toHaveCount(0)
    await chips.getByRole('button', { name: /^Semua/ }).click()
    await expect(row('JaPen, piagam 1')).toBeVisible()
  })

  await test.step('by keys: a control opens with its explanation and its records', async () => {
    await row('JaPen, piagam 1').focus()
    await window.keyboard.press('Enter')
    await expect(pane).toContainText('Kerja yang diminta dalam tempoh ini')
    await expect(pane).toContainText('1 hari bekerja')
    await expect(pane.getByRole('link')).toHaveCount(2)
    await expect(pane.getByRole('link').first()).toHaveText(
      'Infografik laluan alternatif musim tengkujuh',
    )
    await look('measures-pane-ms-light')
    await pane.getByRole('button', { name: /^Siap dalam tempoh/ }).click()
    await expect(pane.getByRole('link')).toHaveCount(1)
    await pane.getByRole('button', { name: /^Siap dalam tempoh/ }).click()
    await expect(pane.getByRole('link')).toHaveCount(2)
  })

  await test.step('the post is opened and put right; the figure follows', async () => {
    await pane.getByRole('link').first().focus()
    await window.keyboard.press('Enter')
    const ready = window.getByLabel('Diterima pada', { exact: true })
    await expect(ready).toHaveValue(daysAfter(someMonday(), 4))
    await ready.fill(someMonday())
    await window.keyboard.press('Control+s')
    await expect
      .poll(
        () =>
          readRows<{ day: string }>(
            folder,
            passphrase,
            `select delivered_on as day from post
             where title = 'Infografik laluan alternatif musim tengkujuh'`,
          )[0]?.day,
      )
      .toBe(someMonday())
    await goTo(window, 'Ukuran langsung')
    await expect(row('JaPen, piagam 1')).toContainText('2 daripada 2 · 100%')
    await expect(row('JaPen, piagam 1')).toContainText('Dipatuhi')
    await expect(pane).toContainText('Dipatuhi')
  })

  await test.step('an account by itself; its profile opens in the register', async () => {
    await window.getByLabel('Bagi', { exact: true }).selectOption({ label: 'Akaun' })
    await window.getByLabel('Akaun yang diukur').selectOption({ label: 'Facebook @JKRMalaysia' })
    await expect(row('KKS K(iv)')).toContainText('1 daripada 1')
    await row('KKS K(iii)').click()
    await expect(pane).toContainText('imej belum dipilih')
    await look('measures-account-ms-light')
    await pane.getByRole('button', { name: 'Facebook @JKRMalaysia' }).click()
    await expect(window.getByRole('heading', { name: 'Akaun', level: 1 })).toBeVisible()
    await expect(pane).toContainText('JKR Malaysia')
    await goTo(window, 'Ukuran langsung')
  })

  await test.step('the thresholds are the office’s, and can be taken back', async () => {
    await expect(row('Melaka 13.5(b)')).toContainText('Tidak dipatuhi')
    await button(window, 'Ambang keputusan').click()
    const dialog = window.getByRole('dialog')
    await dialog.getByLabel('Sebahagian mulai').fill('99')
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByLabel('Sebahagian mulai').fill('50')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await expect(row('Melaka 13.5(b)')).toContainText('Sebahagian')
    await button(window, 'Buat asal').click()
    await expect(row('Melaka 13.5(b)')).toContainText('Tidak dipatuhi')
  })

  await test.step('in English and dark', async () => {
    await window.keyboard.press('Escape')
    for (const text of ['tukar english', 'dark']) {
      await expect(window.locator('dialog')).toHaveCount(0)
      await window.keyboard.press('Control+k')
      await window.keyboard.type(text)
      await window.keyboard.press('Enter')
    }
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
    await window.getByLabel('For', { exact: true }).selectOption({ label: 'The whole bureau' })
    const captions = window.getByRole('button', { name: 'Melaka 13.5(b)' })
    await captions.click()
    await expect(pane).toContainText('lacks place')
    await look('measures-en-dark')
  })
  expect(application.complaints).toEqual([])
})
