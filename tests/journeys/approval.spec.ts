import type { Page } from '@playwright/test'
import type { App } from 'vue'
import { emptyFilter } from '../../src/renderer/posts/filters/filterView.ts'
import type { WorkspaceClient } from '../../src/renderer/workspace/client.ts'
import { answerDialog } from '../support/dialogs.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { goToAddress, keepPictures, sitAs } from '../support/postActions.ts'
import { drawScreenshots } from '../support/postedScreens.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

const approver = 'Rahman bin Idris'
const title = 'Laluan alternatif sepanjang monsun'
const text = 'Pengguna jalan raya dinasihatkan menggunakan laluan alternatif.'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** A day by the calendar of the test's own machine, so many days from today. */
function dayFromToday(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kuala_Lumpur' }).format(at)
}

/** Sends the approval through the window's own client, past what its pages offer. */
async function decideAnyhow(window: Page): Promise<void> {
  await window.evaluate(async (filter) => {
    const app = document.querySelector<Element & { __vue_app__?: App }>('#app')?.__vue_app__
    if (app === undefined) throw new Error('The page has no application')
    const provided: Record<symbol, WorkspaceClient | undefined> = app._context.provides
    const key = Object.getOwnPropertySymbols(provided).find(
      ({ description }) => description === 'workspace client',
    )
    const client = key && provided[key]
    if (client === undefined) throw new Error('The page has no client')
    const [waiting] = (
      await client.workspace.posts.list({
        ...{
          period: null,
          trashed: false,
          order: 'changed',
          descending: true,
          offset: 0,
          limit: 1,
        },
        filter,
      })
    ).tiles
    if (waiting === undefined) throw new Error('No post')
    const { id, contentHash } = await client.workspace.posts.get({ id: waiting.id })
    const decided = client.workspace.posts.decide({
      ...{ id, contentHash, decision: 'approve', comment: '' },
    })
    await decided.catch((reason: unknown) => {
      // As any failure that no page waits for: the application says it in words.
      globalThis.dispatchEvent(
        new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason }),
      )
    })
  }, emptyFilter())
}

const tab = (window: Page, name: string) => window.getByRole('tab', { name, exact: true })

async function addApprover({ window }: Application): Promise<void> {
  await goTo(window, 'Tetapan', 'Orang')
  await window.keyboard.press('n')
  await field(window, 'Nama').fill(approver)
  await field(window, 'Jawatan').fill('Ketua Penolong Pengarah')
  await window.getByRole('checkbox', { name: 'Pelulus', exact: true }).check()
  await button(window, 'Tambah').click()
  await expect(window.getByRole('gridcell', { name: approver })).toBeVisible()
}

async function approveAs({ window }: Application): Promise<void> {
  await tab(window, 'Kelulusan').click()
  await button(window, 'Luluskan').focus()
  await window.keyboard.press('Enter')
  await expect(notice(window, 'Kelulusan direkod')).toBeVisible()
}

test('a post is approved by another, voided by an edit, approved again, published and measured', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await keepPictures(application, folder)
  await addApprover(application)

  await test.step('planned, and approval asked for', async () => {
    await goToAddress(window, '#/kalendar/hantaran?hari=' + dayFromToday(1))
    await field(window, 'Tajuk').fill(title)
    await field(window, 'Teks induk').fill(text)
    // What a post needs to be made ready.
    await window.getByLabel('Kategori gelombang').selectOption({ label: 'Info Rakyat' })
    await window.getByLabel('Fasa', { exact: true }).selectOption({ index: 5 })
    await window.getByLabel('Pemilik').selectOption({ label: `${office.name} · ${office.post}` })
    await button(window, 'Pilih daripada pustaka').click()
    await window.getByRole('dialog').getByRole('gridcell').first().focus()
    await window.keyboard.press('Space')
    await button(window, 'Tambah 1 imej').click()
    await window
      .getByRole('textbox', { name: 'Teks alternatif' })
      .fill('Peta laluan alternatif di sekitar tapak kerja')
    await button(window, 'Isi butiran program').click()
    await field(window, 'Nama program').fill('Pelancaran laluan alternatif')
    await field(window, 'Tarikh program').fill(dayFromToday(2))
    await tab(window, 'Semakan').click()
    const warned = window.getByRole('listitem').filter({ hasText: 'KKS F, teras 3' })
    await expect(warned).toContainText('Tempoh awal ialah 5 hari bekerja.')
    const why = window.getByRole('button', { name: /^Mengapa Dirancang sebelum program/ })
    await why.click()
    const counted = window.getByRole('list', { name: 'Hari yang dikira dan dilangkau' })
    // Five working days, and what lies between them.
    await expect(counted.getByText('Hari bekerja')).toHaveCount(5)
    await look(application, 'approval-lead-time-ms-light')
    await tab(window, 'Akaun').click()
    await window.getByRole('checkbox', { name: /JKR Malaysia/ }).check()
    await window.getByRole('checkbox', { name: /JKR Johor/ }).check()
    await window.keyboard.press('Control+s')
    await expect(notice(window, `“${title}” disimpan (versi 1)`)).toBeVisible()
    await tab(window, 'Kelulusan').click()
    await expect(window.getByText('Kelulusan belum dimohon.')).toBeVisible()
    await button(window, 'Mohon kelulusan').focus()
    await window.keyboard.press('Enter')
    await expect(notice(window, 'Kelulusan dimohon')).toBeVisible()
  })

  await test.step('the author is told beforehand that somebody else decides', async () => {
    await expect(window.getByText('Hantaran ini hasil kerja anda.')).toBeVisible()
    await expect(button(window, 'Luluskan')).toHaveCount(0)
    await expect(window.getByText(approver).first()).toBeVisible()
    await decideAnyhow(window)
    await expect(notice(window, /^Penulis tidak boleh meluluskan kerja sendiri\./)).toBeVisible()
    await expect(window.getByText('Diluluskan', { exact: true })).toHaveCount(0)
    await field(window, 'Ulasan').fill('Semak nama jalan.')
    await window.keyboard.press('Control+Enter')
    await expect(notice(window, 'Ulasan ditambah')).toBeVisible()
    await look(application, 'approval-own-ms-light')
  })

  await test.step('it waits for the approver, who approves what is shown', async () => {
    await sitAs(application, approver)
    await goToAddress(window, '#/kalendar/kelulusan')
    await expect(window.getByRole('button', { name: /Menunggu keputusan saya/ })).toContainText('1')
    await window.getByRole('gridcell', { name: title }).click()
    await expect(window.getByText(text).first()).toBeVisible()
    await look(application, 'approval-waiting-ms-light')
    await approveAs(application)
    await expect(window.getByText('Tiada hantaran yang menunggu keputusan anda.')).toBeVisible()
  })

  await test.step('an edit is warned of, and voids it', async () => {
    await sitAs(application, office.name)
    await goToAddress(window, '#/kalendar/kelulusan')
    await window.getByRole('button', { name: /Ulasan terbuka/ }).click()
    await window.getByRole('gridcell', { name: /Semak nama jalan/ }).click()
    await expect(window.getByText('Diluluskan', { exact: true }).first()).toBeVisible()
    await tab(window, 'Kandungan').click()
    await field(window, 'Teks induk').fill(`${text} Rancang perjalanan.`)
    await expect(window.getByText('Menyimpan perubahan ini membatalkan kelulusan')).toBeVisible()
    await look(application, 'approval-warning-ms-light')
    await window.keyboard.press('Control+s')
    await expect(window.getByText('Kelulusan versi 1 terbatal.')).toBeVisible()
    await button(window, 'Lihat perbezaan').click()
    await expect(
      window.getByRole('heading', { name: 'Versi diluluskan 1 berbanding versi ini 2' }),
    ).toBeVisible()
    await look(application, 'approval-voided-ms-light')
    await button(window, 'Selesaikan').click()
    await expect(notice(window, 'Ulasan diselesaikan')).toBeVisible()
    await button(window, 'Mohon kelulusan').click()
    await expect(notice(window, 'Kelulusan dimohon')).toBeVisible()
  })

  await test.step('approved again and made ready', async () => {
    await sitAs(application, approver)
    await window.getByRole('button', { name: /Menunggu keputusan saya/ }).click()
    await window.getByRole('gridcell', { name: title }).click()
    await approveAs(application)
    await sitAs(application, office.name)
    await expect(window.getByText('Kelulusan versi 1 terbatal.')).toHaveCount(0)
    await tab(window, 'Prestasi').click()
    await button(window, 'Tandakan sedia terbit').click()
    await expect(window.getByRole('heading', { name: 'Penerbitan (0/2)' })).toBeVisible()
  })

  await test.step('text and picture go to the clipboard; the first account is recorded', async () => {
    await button(window, 'Salin teks bagi JKR Malaysia').click()
    await expect(notice(window, 'Teks bagi JKR Malaysia disalin')).toBeVisible()
    const copied = await application.electron.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toBe(`${text} Rancang perjalanan.`)
    await button(window, 'Salin imej 1 bagi JKR Malaysia').click()
    await expect(notice(window, /^Imej disalin sebagai PNG/)).toBeVisible()
    await button(window, 'Rekod penerbitan pada JKR Malaysia').click()
    await field(window, 'Alamat hantaran (pilihan)').fill('www.facebook.com/jkr/1')
    await look(application, 'publication-record-ms-light')
    await window.keyboard.press('Enter')
    await expect(notice(window, 'Penerbitan pada JKR Malaysia direkod')).toBeVisible()
    await expect(window.getByRole('heading', { name: 'Penerbitan (1/2)' })).toBeVisible()
  })

  await test.step('the other is left out with a reason: the post is published', async () => {
    await button(window, 'Tinggalkan JKR Johor').click()
    await window.keyboard.press('Enter')
    await expect(window.getByText('Nyatakan sebabnya.')).toBeVisible()
    await field(window, 'Sebab ditinggalkan').fill('Akaun sedang disahkan semula')
    await window.keyboard.press('Enter')
    await expect(window.getByText('Diterbitkan', { exact: true }).first()).toBeVisible()
  })

  await test.step('what stands on the account is compared, and leads to a correction', async () => {
    await button(window, 'Banding teks yang diterbitkan pada JKR Malaysia').click()
    await field(window, 'Teks seperti yang diterbitkan').fill(`${text} Rancang perjalana.`)
    await button(window, 'Simpan dan banding').click()
    await expect(notice(window, 'Teks yang diterbitkan pada JKR Malaysia disimpan')).toBeVisible()
    await expect(window.getByText('Berbeza daripada yang diluluskan').first()).toBeVisible()
    await expect(window.locator('ins').filter({ hasText: 'perjalana' })).toBeVisible()
    await button(window, 'Rekod pembetulan…').scrollIntoViewIfNeeded()
    await look(application, 'publication-compare-ms-light')
    await button(window, 'Rekod pembetulan…').click()
    await expect(field(window, 'Apa yang silap')).toHaveValue(`${text} Rancang perjalana.`)
    await button(window, 'Batal').click()
  })

  await test.step('screenshots are held against the approved picture', async () => {
    const filePaths = await drawScreenshots(folder, office.passphrase)
    await answerDialog(application, 'showOpenDialog', { canceled: false, filePaths })
    await button(window, 'Lampirkan tangkapan skrin').click()
    const part = window.getByRole('region', { name: 'Imej dalam tangkapan skrin' })
    await expect(part.getByText('Imej yang sama ditemui')).toBeVisible({ timeout: 30_000 })
    await expect(part.getByText('Imej ditemui, tetapi berbeza')).toBeVisible()
    await part.scrollIntoViewIfNeeded()
    await look(application, 'publication-pictures-ms-light')
    await part.getByRole('button').last().focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog').getByRole('img')).toHaveCount(2)
    await look(application, 'publication-pictures-large-ms-light')
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toBeHidden()
    await button(window, 'Banding teks yang diterbitkan pada JKR Malaysia').click()
  })

  await test.step('numbers by keys alone, and a correction', async () => {
    await window.getByLabel('Capaian, JKR Malaysia').focus()
    for (const count of ['12 500', '340', '25', '8']) {
      await window.keyboard.type(count)
      await window.keyboard.press('Enter')
    }
    await window.keyboard.press('Tab')
    await window.getByLabel('Komen, JKR Malaysia').focus()
    await button(window, 'Rekod angka').click()
    await expect(notice(window, 'Angka direkod: 1 akaun')).toBeVisible()
    await expect(
      window.getByRole('table', { name: 'Angka terkini bagi setiap akaun' }),
    ).toContainText(/12[\s,.]500/)
    await button(window, 'Tambah pembetulan').click()
    await field(window, 'Apa yang silap').fill('Nombor laluan silap.')
    await field(window, 'Apa yang diterbitkan sebagai pembetulan').fill(
      'Laluan sebenar ialah FT004.',
    )
    await button(window, 'Rekod').click()
    await expect(notice(window, 'Pembetulan direkod')).toBeVisible()
    await look(application, 'publication-results-ms-light')
  })

  await test.step('the routes, then in English and dark', async () => {
    const post = await window.evaluate(() => location.hash)
    await goToAddress(window, '#/tetapan/kelulusan')
    await button(window, 'Tambah laluan').click()
    await field(window, 'Nama laluan').first().fill('Video')
    await window.getByRole('checkbox', { name: 'Video MCP' }).check()
    await field(window, 'Nama peringkat').first().fill('Ketua unit')
    await window.getByRole('checkbox', { name: approver }).first().check()
    await look(application, 'approval-routes-ms-light')
    await button(window, 'Simpan').click()
    await expect(notice(window, 'Laluan kelulusan disimpan')).toBeVisible()
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await look(application, 'approval-routes-en-dark')
    await goToAddress(window, post)
  })
  expect(application.complaints).toEqual([])
})
