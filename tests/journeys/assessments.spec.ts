import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type {} from '../support/clientInPage.ts'
import { fillRegister } from '../support/complaintActions.ts'
import { answerDialog } from '../support/dialogs.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { manyActions } from '../support/manyActions.ts'
import { closePreview, openPreview, savedPages } from '../support/printActions.ts'
import { unbroken } from '../support/readPdf.ts'
import { sitAs } from '../support/postActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { samplePdf } from '../support/samplePdf.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

const planner = 'Vimala Raju'
const account = '@JKRMalaysia · X (Twitter)'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** A planner, and a post that can be shown as evidence. */
async function addWork(application: Application): Promise<void> {
  await application.window.evaluate(async (name) => {
    const { call } = window.clientInPage
    await call('people.add', { name, post: 'Perancang kandungan', roles: ['planner'] })
    const day = new Date().toISOString().slice(0, 10)
    const content = {
      ...{ title: 'Laluan alternatif Gerik', kind: 'text', brief: '', text: '', notes: '' },
      ...{ phaseId: null, category: null, approach: null, programme: null },
      ...{ requestedOn: null, deliveredOn: null, day, time: null },
      ...{ ownerId: null, designerId: null, approverId: null },
      ...{ thrusts: [], segments: [], hashtags: [], images: [], links: [], accounts: [] },
    }
    await call('posts.add', { content, status: 'draft' })
  }, planner)
}

test('an account is assessed by keys, with evidence, a finding and its action to the end', async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 2, addWork)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const rows = window.getByRole('group', { name: `Perkara penilaian ${account}` })
  const row = (at: number) => rows.getByRole('button').nth(at)
  const pane = window.getByRole('complementary')
  const score = window.getByRole('main').getByText(/^Skor \d+/)
  const read = <T>(query: string) => readRows<T>(folder, passphrase, query)

  await test.step('none is there yet; one is started by keys', async () => {
    await goTo(window, 'Penilaian')
    await expect(window.getByText('Belum ada penilaian terbuka.')).toBeVisible()
    await look(application, 'assessments-none-ms-light')
    await window.keyboard.press('n')
    const dialog = window.getByRole('dialog')
    await dialog
      .getByRole('combobox', { name: 'Akaun', exact: true })
      .selectOption({ label: account })
    await look(application, 'assessments-start-ms-light')
    // Here a person answers; what is measured at the start has a journey of its own.
    await dialog.getByRole('switch', { name: 'Ukur perkara yang ada rekod' }).uncheck()
    await dialog.getByRole('button', { name: 'Mula penilaian' }).click()
    await expect(window.getByRole('heading', { name: account })).toBeVisible()
    const [asked] = read<{ n: number }>(
      `select count(*) as n from framework_control c join assessment a on a.version_id = c.version_id
         where scope in ('account', 'post')`,
    )
    await expect(rows.getByRole('button')).toHaveCount(asked?.n ?? -1)
  })

  await test.step('results are given by keys; the score follows, with its formula', async () => {
    await row(0).click()
    for (const key of ['1', '2', '3', '4']) {
      const word = ['Dipatuhi', 'Sebahagian', 'Tidak dipatuhi', 'Tidak berkaitan'][Number(key) - 1]
      await window.keyboard.press(key)
      await expect(rows.getByRole('button', { expanded: true })).toContainText(word ?? '')
      if (key !== '4') await window.keyboard.press('j')
    }
    // (2×1 + 2×0.5 + 2×0) ÷ 6; the fourth does not apply.
    await expect(score.first()).toHaveText('Skor 50%')
    await window.getByText('Cara skor dikira').first().click()
    await expect(window.getByText('3 ÷ 6 = 50%')).toBeVisible()
    await expect(window.getByText('1 perkara tidak berkaitan')).toBeVisible()
    await window.keyboard.press('Control+z')
    await expect(row(3)).toContainText('Belum dijawab')
    await window.keyboard.press('k')
    await window.keyboard.press('k')
    await expect(row(1)).toHaveAttribute('aria-expanded', 'true')
  })

  await test.step('what the workspace measures stands above the answer, with what it rests on', async () => {
    const measured = pane.getByRole('region', { name: 'Ukuran', exact: true })
    // Nobody has recorded the account's profile yet, which is neither met nor unmet.
    await expect(measured.getByText('Belum diukur').first()).toBeVisible()
    await expect(measured.getByText('Cara diukur')).toBeHidden()
    await measured.getByText('Ukuran', { exact: true }).click()
    await expect(measured.getByText('Cara diukur')).toBeVisible()
    await expect(measured.getByText('Profil belum direkodkan').first()).toBeVisible()
    await expect(measured.getByRole('button', { name: 'X (Twitter) @JKRMalaysia' })).toBeVisible()
    await look(application, 'assessments-measured-ms-light')
  })

  await test.step('a note is saved when it is left', async () => {
    await field(window, 'Catatan (pilihan)').fill('Logo lama masih digunakan di Facebook')
    await field(window, 'Catatan (pilihan)').press('Control+Enter')
    await expect(button(window, 'Simpan catatan')).toHaveCount(0)
    expect(
      read("select note, result, progress, version from assessment_answer where note <> ''"),
    ).toEqual([
      {
        ...{ note: 'Logo lama masih digunakan di Facebook', result: 'partly' },
        ...{ progress: 'done', version: 2 },
      },
    ])
  })

  await test.step('evidence: a file in two revisions, a link, a post, a complaint', async () => {
    const add = (kind: string) => button(window, `Tambah bukti: ${kind}`)
    await add('Fail').click()
    await field(window, 'Nama bukti').fill('Tangkapan skrin profil')
    await window.keyboard.press('Enter')
    await expect(pane.getByText('Fail belum dilampirkan')).toBeVisible()
    for (const name of ['profil-julai.pdf', 'profil-ogos.pdf']) {
      const path = join(folder, name)
      const drawn = `0.2 0.2 0.5 rg 60 700 ${name.length * 10} 40 re f`
      writeFileSync(path, samplePdf([{ width: 595, height: 842, drawn }]))
      await answerDialog(application, 'showOpenDialog', { canceled: false, filePaths: [path] })
      await button(window, 'Lampirkan fail').click()
      await expect(
        pane.getByRole('button', { name: name.replace('.pdf', ''), exact: true }),
      ).toBeVisible()
    }
    await expect(pane.getByText('Versi 1', { exact: true })).toBeVisible()
    await expect(pane.getByText('Versi 2 · terkini', { exact: true })).toBeVisible()
    const [newest] = read<{ hash: string }>(
      `select bytes_hash as hash from attachment where owner_kind = 'evidence' order by added_at desc limit 1`,
    )
    await expect(pane.getByText(`SHA-256: ${newest?.hash ?? ''}`)).toBeVisible()

    await add('Pautan').click()
    await field(window, 'Nama bukti').fill('Garis panduan identiti')
    await field(window, 'Alamat pautan').fill('portal jkr')
    await window.keyboard.press('Enter')
    await expect(pane.getByText('Isi alamat penuh')).toBeVisible()
    await field(window, 'Alamat pautan').fill('https://www.jkr.gov.my/identiti')
    await window.keyboard.press('Enter')
    await expect(pane.getByText('https://www.jkr.gov.my/identiti')).toBeVisible()

    await add('Hantaran').click()
    await field(window, 'Cari hantaran').fill('gerik')
    await pane.getByRole('radio', { name: /^Laluan alternatif Gerik/ }).check()
    await pane.getByRole('button', { name: 'Tambah bukti: Hantaran' }).click()
    await expect(pane.getByRole('link', { name: 'Laluan alternatif Gerik' })).toBeVisible()

    await add('Aduan').click()
    const [complaint] = read<{ number: string }>(
      'select number from complaint order by number limit 1',
    )
    await field(window, 'Nombor aduan').fill(complaint?.number.toLowerCase() ?? '')
    await window.keyboard.press('Enter')
    await expect(pane.getByText(complaint?.number ?? '', { exact: true })).toBeVisible()
    await look(application, 'assessments-evidence-ms-light')
    await pane.getByRole('button', { name: 'Buang bukti Garis panduan identiti' }).click()
    await expect(pane.getByText('https://www.jkr.gov.my/identiti')).toHaveCount(0)
    await button(window, 'Buat asal').click()
    await expect(pane.getByText('https://www.jkr.gov.my/identiti')).toBeVisible()
  })

  await test.step('a finding with an action that is late', async () => {
    await button(window, 'Tambah penemuan').click()
    await pane.getByRole('radio', { name: 'Besar' }).check()
    await field(window, 'Apa yang ditemui').fill('Logo tidak sama pada dua akaun')
    await window.keyboard.press('Control+Enter')
    await button(window, 'Tambah tindakan').click()
    await field(window, 'Apa yang perlu dibuat').fill('Ganti logo pada semua akaun')
    await pane.getByLabel('Penanggungjawab').selectOption({ label: planner })
    await pane.getByLabel('Tarikh akhir').fill('2026-01-31')
    await window.keyboard.press('Control+Enter')
    await expect(pane.getByText('Lewat', { exact: true })).toBeVisible()
    await expect(window.getByText('1 tindakan lewat').first()).toBeVisible()
    await look(application, 'assessments-finding-ms-light')
    await window.getByRole('button', { name: /^Tindakan lewat/ }).click()
    await expect(rows.getByRole('button')).toHaveCount(1)
    await window
      .getByRole('button', { name: /^Semua\b/ })
      .first()
      .click()
  })

  await test.step('its owner does it; somebody else finds that it works', async () => {
    await sitAs(application, planner)
    await goTo(window, 'Papan Pemuka')
    const mine = window.getByRole('region', { name: /^Susulan pematuhan anda/ })
    await expect(mine).toContainText('Ganti logo pada semua akaun')
    await mine.getByRole('button', { name: /Ganti logo/ }).click()
    await pane.getByLabel('Kemajuan tindakan').selectOption({ label: 'Siap' })
    await expect(pane.getByText('Lewat', { exact: true })).toHaveCount(0)
    await expect(button(window, 'Sahkan berkesan')).toHaveAttribute('aria-disabled', 'true')
    await sitAs(application, 'Siti')
    await goTo(window, 'Papan Pemuka')
    await expect(mine).toContainText('Menunggu pengesahan')
    await look(application, 'follow-board-ms-light')
    await goTo(window, 'Tindakan')
    const waiting = window.getByRole('gridcell', { name: /Ganti logo pada semua akaun/ })
    await expect(waiting).toContainText('Menunggu pengesahan')
    await window.getByRole('button', { name: /^Lewat/ }).click()
    await expect(waiting).toHaveCount(0)
    await window.getByRole('button', { name: /^Menunggu pengesahan/ }).click()
    await window.getByLabel('Penanggungjawab').selectOption({ label: 'Untuk saya' })
    await expect(waiting).toContainText(planner)
    await look(application, 'follow-list-ms-light')
    await openPreview(application)
    const paper = (await savedPages(application, 'senarai-tindakan')).map(unbroken).join(' ')
    const [due] = readRows<{ clause: string; what: string; finding: string }>(
      ...([folder, passphrase] as const),
      `select c.clause, x.what, f.finding from corrective_action x
         join assessment_finding f on f.id = x.finding_id join assessment a on a.id = f.assessment_id
         join framework_control c on c.version_id = a.version_id and c.control_key = f.control_key`,
    )
    for (const said of [
      due?.clause,
      due?.what,
      due?.finding,
      planner,
      '31 Jan 2026',
      'Untuk Siti',
    ]) {
      expect(paper).toContain(said)
    }
    await closePreview(application)
    await waiting.click()
    await button(window, 'Sahkan berkesan').click()
    await field(window, 'Bagaimana diketahui berkesan').fill('Kedua-dua akaun disemak')
    await window.keyboard.press('Control+Enter')
    await expect(
      pane.getByText(/^Disahkan pada .* oleh Siti: Kedua-dua akaun disemak/),
    ).toBeVisible()
    await button(window, 'Selesaikan').click()
    await field(window, 'Bagaimana diselesaikan').fill('Logo kini sama')
    await window.keyboard.press('Control+Enter')
    await expect(pane.getByRole('article').getByText('Selesai', { exact: true })).toBeVisible()
  })

  await test.step('the list tells how it stands; it is withdrawn, and brought back', async () => {
    await window.keyboard.press('Escape')
    await window.keyboard.press('Escape')
    const line = window.getByRole('gridcell', { name: account })
    await expect(line).toContainText('50%')
    await look(application, 'assessments-list-ms-light')
    await line.click()
    await button(window, 'Tindakan lain').click()
    await window.getByRole('menuitem', { name: 'Batalkan penilaian' }).click()
    await expect(window.getByText('Belum ada penilaian terbuka.')).toBeVisible()
    await button(window, 'Buat asal').click()
    await expect(line).toBeVisible()
  })

  await test.step('three thousand actions are read at once, with long words, in English and dark', async () => {
    for (const statement of manyActions(planner)) changeRows(folder, passphrase, statement)
    await goTo(window, 'Tindakan')
    await window.getByRole('button', { name: /^Semua/ }).click()
    await window.getByLabel('Penanggungjawab').selectOption({ label: 'Semua penanggungjawab' })
    await window.getByLabel('Tahap').selectOption({ label: 'Kecil' })
    const list = window.getByRole('grid', { name: 'Tindakan' })
    await expect(list).toHaveAttribute('aria-rowcount', '3000')
    await look(application, 'follow-many-ms-light')
    await list.getByRole('gridcell').first().focus()
    await window.keyboard.press('End')
    await expect(list.getByRole('gridcell', { name: /penyelenggaraan 3000\b/ })).toBeVisible()
    for (const text of ['tukar english', 'dark']) {
      await expect(window.locator('dialog')).toHaveCount(0)
      await window.keyboard.press('Control+k')
      await window.keyboard.type(text)
      await window.keyboard.press('Enter')
    }
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(window.getByRole('button', { name: /^Late \d/ })).toBeVisible()
    await look(application, 'follow-many-en-dark')
  })
  expect(application.complaints).toEqual([])
})
