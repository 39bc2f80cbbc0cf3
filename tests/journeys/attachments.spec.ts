import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { telling, withJpegBlocks } from '../images/copy/told.ts'
import { answerDialog } from '../support/dialogs.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { addressOf, goToAddress, sitAs } from '../support/postActions.ts'
import { closePreview, openPreview, previewIsThere, savedPages } from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { unbroken } from '../support/readPdf.ts'
import { samplePdf } from '../support/samplePdf.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

const approver = 'Rahman bin Idris'
const planner = 'Vimala Raju'
const title = 'Laluan alternatif sepanjang monsun'
const text = 'Pengguna jalan raya dinasihatkan menggunakan laluan alternatif.'
const ownText = 'JKR Johor: laluan alternatif melalui FT004 dibuka.'

const tab = (window: Page, name: string) => window.getByRole('tab', { name, exact: true })
const scan = samplePdf([
  { width: 595, height: 842, drawn: '0.2 0.2 0.5 rg 60 700 300 40 re f 60 120 200 4 re f' },
])

async function addPerson({ window }: Application, name: string, role: string): Promise<void> {
  await goTo(window, 'Tetapan', 'Orang')
  await window.keyboard.press('n')
  await field(window, 'Nama').fill(name)
  await field(window, 'Jawatan').fill('Ketua Penolong Pengarah')
  await window.getByRole('checkbox', { name: role, exact: true }).check()
  await button(window, 'Tambah').click()
  await expect(window.getByRole('gridcell', { name })).toBeVisible()
}

/** Chooses files in the system's dialog, opened by this button. */
async function choose(application: Application, by: string, filePaths: string[]): Promise<void> {
  await answerDialog(application, 'showOpenDialog', { canceled: false, filePaths })
  await button(application.window, by).click()
}

/** Drops a file on a part of the page, as the system does. */
async function dropOn(page: Page, name: string, path: string): Promise<void> {
  const target = page.getByRole('region', { name })
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error(`${name} is not in sight`)
  const protocol = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await protocol.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await protocol.detach()
}

interface Standing {
  readonly title: string
  readonly content_hash: string
  readonly version: number
  readonly body: string
}
const inGroups = (hash: string) => hash.match(/.{4}/g)?.join(' ') ?? ''

test('a sheet is printed, signed, entered and its scan attached; files of a post are kept', async ({
  application,
  folder,
}) => {
  test.setTimeout(300_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await addPerson(application, approver, 'Pelulus')
  await addPerson(application, planner, 'Perancang')
  const rows = <T>(query: string) => readRows<T>(application.folder, office.passphrase, query)

  await test.step('planned on two accounts, one with words of its own', async () => {
    await goToAddress(window, '#/kalendar/hantaran?hari=2026-12-01')
    await field(window, 'Tajuk').fill(title)
    await field(window, 'Teks induk').fill(text)
    await tab(window, 'Akaun').click()
    await window.getByRole('checkbox', { name: /JKR Malaysia/ }).check()
    await window.getByRole('checkbox', { name: /JKR Johor/ }).check()
    await window.keyboard.press('Control+s')
    await expect(notice(window, `“${title}” disimpan (versi 1)`)).toBeVisible()
    changeRows(
      application.folder,
      office.passphrase,
      `update post_account set body = '${ownText}' where account_id in (select id from account where title like 'JKR Johor%')`,
    )
    await tab(window, 'Kelulusan').click()
    await button(window, 'Mohon kelulusan').click()
    await expect(notice(window, 'Kelulusan dimohon')).toBeVisible()
  })

  const standing = () => rows<Standing>('select title, content_hash, version, body from post')[0]
  const sheet = async (as: string) => {
    await openPreview(application)
    const pages = await savedPages(application, as)
    const read = unbroken(pages.join(' '))
    return { pages, read }
  }
  const lastEntry =
    'select (select count(*) from audit_entry) as entries, hash from audit_entry order by sequence desc limit 1'

  await test.step('the sheet on paper says what the rows say', async () => {
    const { pages, read } = await sheet('approval-sheet')
    await picture(application, 'approval-sheet-ms-light')
    const post = standing()
    const accounts = rows<{ name: string; body: string | null }>(
      'select account.title as name, body from post_account join account on account.id = account_id order by post_account.place',
    )
    const [route] = rows<{ steps: string; content_hash: string }>(
      'select steps, content_hash from approval_round',
    )
    const [author] = rows<{ name: string }>(
      'select person.name from post_version join person on person.id = saved_by',
    )
    expect(accounts).toHaveLength(2)
    expect(post?.content_hash).toBe(route?.content_hash)
    expect(read).toContain(`Hantaran ${post?.title}`)
    expect(read).toContain(`Versi ${post?.version}`)
    expect(read.replaceAll(' ', '')).toContain(post?.content_hash)
    expect(read).toContain(inGroups(post?.content_hash ?? ''))
    expect(read).toContain(`Disediakan oleh ${author?.name}`)
    // Each account with the text it would have: its own, or the post's.
    for (const { name, body } of accounts) {
      expect(read.replaceAll('- ', '-')).toContain(`${name} ${body ?? post?.body}`)
    }
    for (const [place, { name }] of (
      JSON.parse(route?.steps ?? '[]') as { name: string }[]
    ).entries()) {
      expect(read).toContain(`${place + 1}. ${name}`)
    }
    expect(read).toContain('☐ Diluluskan ☐ Perlu pindaan')
    const [end] = rows<{ entries: number; hash: string }>(lastEntry)
    for (const page of pages) {
      expect(page).toContain(`Log audit: ${end?.entries} entri`)
      expect(page).toContain(`oleh ${office.name}`)
    }
    expect(read.replaceAll(' ', '')).toContain(end?.hash)
    await closePreview(application)

    changeRows(
      application.folder,
      office.passphrase,
      `update account set title = 'JKR Selatan' where title = '${accounts.at(-1)?.name}'`,
    )
    const after = (await sheet('approval-sheet-changed')).read
    expect(after).toContain(`JKR Selatan ${accounts.at(-1)?.body ?? post?.body}`)
    expect(read).not.toContain('JKR Selatan')
    await window.getByRole('dialog').getByRole('button', { name: 'EN', exact: true }).click()
    await previewIsThere(window)
    await expect(button(window, 'Simpan PDF')).toBeEnabled()
    expect((await savedPages(application, 'approval-sheet-en'))[0]).toContain('Approval sheet')
    await closePreview(application)
  })

  await test.step('signed, entered by somebody who did not write it, and no scan yet', async () => {
    const address = await addressOf(window)
    await button(window, 'Masukkan keputusan bertandatangan').click()
    await expect(button(window, 'Rekod keputusan')).toHaveCount(0)
    await sitAs(application, planner)
    await goToAddress(window, '#/kalendar/kelulusan')
    await goToAddress(window, address)
    await tab(window, 'Kelulusan').click()
    await button(window, 'Masukkan keputusan bertandatangan').click()
    await button(window, 'Rekod keputusan').click()
    await expect(window.getByText('Belum ada imbasan')).toBeVisible()
    await expect(window.getByRole('heading', { name: 'Borang bertandatangan' })).toBeVisible()
    await window.getByText('Belum ada imbasan').scrollIntoViewIfNeeded()
    await picture(application, 'attachments-no-scan-ms-light')
    await expectAccessible(application)
  })

  await test.step('the scan is attached; what runs is refused, and said why', async () => {
    const signed = join(folder, 'imbasan borang.pdf')
    const program = join(folder, 'borang.pdf.exe')
    writeFileSync(signed, scan)
    writeFileSync(program, 'MZ\u0090\u0000\u0003')
    await choose(application, 'Lampirkan imbasan', [signed, program])
    await expect(notice(window, '1 fail dilampirkan')).toBeVisible()
    await expect(window.getByText('Belum ada imbasan')).toHaveCount(0)
    await expect(window.getByRole('alert')).toContainText('borang.pdf.exe')
    await window
      .getByRole('button', { name: 'imbasan borang', exact: true })
      .scrollIntoViewIfNeeded()
    await picture(application, 'attachments-scan-ms-light')
    await expectAccessible(application)
    const kept = rows<{ owner_kind: string; bytes_hash: string; byte_size: number }>(
      'select owner_kind, bytes_hash, byte_size from attachment join approval_decision on approval_decision.id = owner_id',
    )
    expect(kept).toMatchObject([{ owner_kind: 'approval-decision', byte_size: scan.length }])
  })

  await test.step('it is looked at by key, and leaves bit for bit', async () => {
    await window.getByRole('button', { name: 'imbasan borang', exact: true }).focus()
    await window.keyboard.press('Enter')
    await previewIsThere(window)
    await picture(application, 'attachments-preview-ms-light')
    await expectAccessible(application)
    const filePath = join(folder, 'keluar.pdf')
    await answerDialog(application, 'showSaveDialog', { canceled: false, filePath })
    await button(window, 'Simpan salinan').click()
    await expect.poll(() => existsSync(filePath)).toBe(true)
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
    expect(readFileSync(filePath).equals(scan)).toBe(true)
  })

  await test.step('files of the post: a photo by drop, a text by button', async () => {
    await tab(window, 'Kandungan').click()
    const photo = join(folder, 'tapak kerja.jpg')
    const drawn = open(await scene(61, { width: 900, height: 600 }))
    writeFileSync(photo, withJpegBlocks(await telling(drawn).jpeg().toBuffer()))
    const brief = join(folder, 'Taklimat program.txt')
    writeFileSync(brief, 'Perasmian pada 1 Disember 2026, 9.00 pagi.\n')
    await dropOn(window, `Fail dalam ${title}`, photo)
    await expect(window.getByRole('button', { name: 'tapak kerja', exact: true })).toBeVisible()
    await choose(application, 'Lampirkan fail', [brief, brief])
    await expect(window.getByRole('alert')).toContainText('Fail yang sama sudah dilampirkan')
    await button(window, 'Tutup').last().click()
    await button(window, 'Ubah nama dan nota Taklimat program').click()
    await field(window, 'Nama').fill('Taklimat perasmian')
    await window.keyboard.press('Enter')
    await expect(notice(window, 'Lampiran diubah')).toBeVisible()
    await window.getByRole('button', { name: 'Taklimat perasmian', exact: true }).focus()
    await window.keyboard.press('ArrowUp')
    await expect(window.getByRole('button', { name: 'tapak kerja', exact: true })).toBeFocused()
    await picture(application, 'attachments-post-ms-light')
    await expectAccessible(application)
    await window.keyboard.press('Delete')
    await expect(notice(window, 'tapak kerja dibuang')).toBeVisible()
    await expect(window.getByRole('button', { name: 'tapak kerja', exact: true })).toHaveCount(0)
    await button(window, 'Buat asal').click()
    await window.getByRole('button', { name: 'tapak kerja', exact: true }).click()
    await expect(window.getByRole('dialog')).toContainText('Rahsia')
    await window.emulateMedia({ colorScheme: 'dark' })
    await picture(application, 'attachments-photo-ms-dark')
    await expectAccessible(application)
    await window.keyboard.press('Escape')
  })

  await test.step('in the narrow pane beside the calendar, its tabs in one line, in English', async () => {
    await goToAddress(window, '#/kalendar')
    await button(window, 'EN').click()
    await window.getByRole('tab', { name: 'Month', exact: true }).click()
    await window.getByText(title).first().click()
    const pane = window.getByRole('tablist').last()
    await expect(pane.getByRole('tab')).toHaveCount(7)
    const tops = await pane
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((each) => each.getBoundingClientRect().top))
    expect(new Set(tops.map(Math.round)).size).toBe(1)
    await pane.getByRole('tab').first().focus()
    await window.keyboard.press('ArrowRight')
    await expect(pane.getByRole('tab').nth(1)).toBeFocused()
    await picture(application, 'post-pane-tabs-en-dark')
    await expectAccessible(application)
  })
  expect(application.complaints).toEqual([])
})
