import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillRegister, line } from '../support/complaintActions.ts'
import { answerDialog } from '../support/dialogs.ts'
import { passphrase } from '../support/furnish.ts'
import { notice } from '../support/imageActions.ts'
import type {} from '../support/clientInPage.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { sitAs } from '../support/postActions.ts'
import { closePreview, previewIsThere, savedPages } from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

const settleAll = `update complaint set status = 'closed', status_at = '2016-05-10T02:00:00.000Z',
  next_due = null where serial <= 8`

test('cases whose time has come are proposed, approved, destroyed and certified', async ({
  start,
}) => {
  test.setTimeout(420_000)
  await fillRegister(await start(), 10, addHead)
  const application = await start()
  const { window, folder } = application
  changeRows(folder, passphrase, settleAll)
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const tab = (name: string) => window.getByRole('tab', { name, exact: true })
  const pane = window.getByRole('complementary', { name: 'Pelupusan' })

  await test.step('a court asks for one: it is held from within the case', async () => {
    await goTo(window, 'Daftar Aduan')
    await window.getByLabel('Susunan').selectOption({ label: 'Nombor terbaharu dahulu' })
    await line(window, '000003').click()
    const holds = window.getByRole('region', { name: 'Pegangan undang-undang' })
    await button(window, 'Kenakan pegangan').click()
    await holds.getByLabel('Sebab').fill('Saman WA-12-2026')
    await holds.getByLabel('Tarikh semakan').fill('2030-01-31')
    await window.keyboard.press('Control+Enter')
    await expect(holds).toContainText('Kes ini disimpan walaupun tempoh simpanannya tamat')
    await expect(line(window, '000003')).toContainText('Dipegang')
    await holds.scrollIntoViewIfNeeded()
    await look(application, 'complaint-hold-ms-light')
  })

  await test.step('what is due is proposed by the keyboard, one left out', async () => {
    await goTo(window, 'Tetapan', 'Simpanan dan pelupusan')
    await expect(line(window, '000003')).toContainText('Dipegang')
    await expect(button(window, 'Cadangkan pelupusan (7)')).toBeVisible()
    await line(window, '000001').focus()
    await window.keyboard.press('Space')
    await expect(button(window, 'Cadangkan pelupusan (6)')).toBeVisible()
    await look(application, 'disposal-due-ms-light')
    await button(window, 'Cadangkan pelupusan (6)').click()
    await field(window, 'Lokasi rekod').fill('Bilik fail BKK, Aras 5')
    await look(application, 'disposal-propose-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(pane).toContainText('Dicadangkan')
    await expect(pane).toContainText('Orang lain meluluskannya')
    await look(application, 'disposal-proposed-ms-light')
    await button(window, 'Cetak Borang 3/08').click()
    await previewIsThere(window)
    const pages = (await savedPages(application, 'borang-3-08')).join(' ')
    for (const said of ['Bilik fail BKK, Aras 5', 'ADU-', '000008', 'Terhad']) {
      expect(pages).toContain(said)
    }
    expect(pages).not.toContain('000003')
    await closePreview(application)
  })

  await test.step('another person approves it with the letter’s number', async () => {
    await expect(button(window, 'Luluskan')).toHaveAttribute('aria-disabled', 'true')
    await sitAs(application, 'Puan Ketua')
    await goTo(window, 'Tetapan', 'Simpanan dan pelupusan')
    await tab('Kelompok').click()
    await line(window, 'PL-').click()
    await button(window, 'Luluskan').click()
    await pane.getByLabel('Rujukan Arkib Negara').fill('ANM.600-7/1 Jld. 3')
    await window.keyboard.press('Control+Enter')
    await expect(pane).toContainText('Isi ruangan ini.')
    await pane.getByLabel('Tarikh surat').fill('2026-11-02')
    await window.keyboard.press('Control+Enter')
    await expect(button(window, 'Laksanakan pelupusan')).toBeVisible()
    await look(application, 'disposal-approved-ms-light')
  })

  await test.step('a copy is handed to the national archives, with lists that prove it', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'arkib-'))
    await answerDialog(application, 'showOpenDialog', { canceled: false, filePaths: [outside] })
    await button(window, 'Salinan untuk Arkib Negara…').click()
    await expect(notice(window, /^Salinan 6 kes disimpan dalam folder PL-/)).toBeVisible()
    await look(application, 'disposal-transferred-ms-light')
    const [bag = ''] = readdirSync(outside)
    const manifest = readFileSync(join(outside, bag, 'manifest-sha256.txt'), 'utf8')
    for (const each of manifest.trimEnd().split('\n')) {
      const content = readFileSync(join(outside, bag, each.slice(66)))
      expect(each.slice(0, 64)).toBe(createHash('sha256').update(content).digest('hex'))
    }
    expect(manifest.match(/kes\.json/g)).toHaveLength(6)
    expect(manifest).not.toContain('000003')
    rmSync(outside, { recursive: true })
  })

  await test.step('they are destroyed, and the backups that held them', async () => {
    const before = backups(folder)
    await button(window, 'Laksanakan pelupusan').click()
    await expect(window.getByRole('dialog')).toContainText('tidak boleh dibuat asal')
    await look(application, 'disposal-confirm-ms-light')
    await window.getByRole('dialog').getByRole('button', { name: 'Laksanakan pelupusan' }).click()
    await expect(pane).toContainText('Menunggu pengesahan', { timeout: 60_000 })
    const query = 'select serial from complaint order by serial'
    const left = readRows<{ serial: number }>(folder, passphrase, query)
    expect(left.map(({ serial }) => serial)).toEqual([1, 3, 9, 10])
    const after = backups(folder)
    expect(after).toHaveLength(1)
    expect(before.filter((name) => after.includes(name))).toEqual([])
    await look(application, 'disposal-cleared-ms-light')
  })

  await test.step('the certificate is printed, and its sending recorded', async () => {
    await button(window, 'Cetak sijil pemusnahan').click()
    await previewIsThere(window)
    const pages = (await savedPages(application, 'sijil-pemusnahan')).join(' ')
    for (const said of ['ANM.600-7/1 Jld. 3', '000002', 'Log audit kekal']) {
      expect(pages).toContain(said)
    }
    for (const name of ['Rosli', 'Kavitha', 'Lubang']) expect(pages).not.toContain(name)
    await closePreview(application)
    await button(window, 'Rekod Borang 12/08 dihantar').click()
    await pane.getByRole('textbox', { name: 'Borang 12/08 dihantar' }).fill('2026-12-01')
    await window.keyboard.press('Control+Enter')
    await expect(pane).toContainText('Disahkan')
    await tab('Tempoh simpanan').click()
    await look(application, 'retention-ms-light')
  })

  await test.step('a number that is gone says so', async () => {
    await goTo(window, 'Daftar Aduan')
    const { number } = readRows<{ number: string }>(
      ...([folder, passphrase, 'select number from disposal_case where serial = 2'] as const),
    )[0] ?? { number: '' }
    await window.getByRole('searchbox').fill(number)
    await expect(window.getByText(`${number} telah dilupuskan`)).toBeVisible()
  })
})

function backups(folder: string): string[] {
  return readdirSync(join(folder, 'sandaran')).filter((name) => name.endsWith('.db'))
}

async function addHead(application: Application): Promise<void> {
  await application.window.evaluate(async () => {
    const { people } = window.clientInPage.workspace
    await people.add({ name: 'Puan Ketua', post: 'Ketua Bahagian', roles: ['head'] })
  })
}
