import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type {} from '../support/clientInPage.ts'
import { fillRegister } from '../support/complaintActions.ts'
import { encodeScene } from '../support/encodedPictures.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** Pastes a screenshot where the focus is. */
async function pasteHere(page: Page, content: Uint8Array): Promise<void> {
  await page.evaluate(
    (bytes) => {
      const copied = new DataTransfer()
      copied.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
      const paste = { clipboardData: copied, bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', paste))
    },
    [...content],
  )
}

/** Drops a file in the middle of the page, as the system does. */
async function drop(page: Page, path: string): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await protocol.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
  }
  await protocol.detach()
}

test('files are dropped and pasted while a complaint is told, and become its own', async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000)
  const application = await start({ begun: true })
  const { window } = application
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  const attached = () =>
    rows<{ kind: string; owner: string }>(
      `select kind, owner_kind as owner from attachment where removed_at is null order by kind`,
    )
  await useOfficeScreen(application)
  await enter(window)
  const photo = join(folder, 'lubang.jpg')
  await writeFile(
    photo,
    await open(await scene(4))
      .withExif({
        IFD3: {
          ...{ GPSLatitudeRef: 'N', GPSLatitude: '3/1 47/1 24/1' },
          ...{ GPSLongitudeRef: 'E', GPSLongitude: '101/1 51/1 36/1' },
        },
      })
      .jpeg()
      .toBuffer(),
  )
  await goTo(window, 'Daftar Aduan')
  await window.keyboard.press('n')
  const list = window.getByRole('region', { name: 'Fail dan gambar' })

  await test.step('a photo is dropped, a screenshot pasted while typing', async () => {
    await window.getByRole('radio', { name: 'Telefon' }).check()
    await field(window, 'Apa yang berlaku').focus()
    await window.keyboard.type('Lubang besar di hadapan pasar')
    await pasteHere(window, new Uint8Array(await encodeScene(5)))
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await expect(field(window, 'Apa yang berlaku')).toHaveValue('Lubang besar di hadapan pasar')
    await drop(window, photo)
    await expect(list.getByRole('listitem')).toHaveCount(2)
    expect(attached()).toEqual([
      { kind: 'jpeg', owner: 'complaint-draft' },
      { kind: 'png', owner: 'complaint-draft' },
    ])
  })

  await test.step('where the photo was taken is offered for the place', async () => {
    await button(window, 'Guna 3.79000, 101.86000 sebagai tempat').click()
    await expect(field(window, 'Tempat')).toHaveValue('3.79000, 101.86000')
    await button(window, 'Guna 3.79000, 101.86000 sebagai tempat').waitFor({ state: 'detached' })
    await list.scrollIntoViewIfNeeded()
    await look(application, 'complaints-intake-files-ms-light')
  })

  await test.step('what is thrown away takes its files along, and brings them back', async () => {
    await button(window, 'Buang').click()
    await expect(field(window, 'Apa yang berlaku')).toHaveValue('')
    await expect.poll(() => attached().length).toBe(0)
    await button(window, 'Buat asal').click()
    await expect(list.getByRole('listitem')).toHaveCount(2)
  })

  await test.step('they are kept with the draft over a restart', async () => {
    await expect(window.getByText(/^Disimpan sebagai draf/)).toBeVisible()
    await application.close()
    const again = await start()
    await useOfficeScreen(again)
    await unlock(again.window)
    await goTo(again.window, 'Daftar Aduan')
    await again.window.keyboard.press('n')
    await button(again.window, 'Sambung').click()
    const kept = again.window.getByRole('region', { name: 'Fail dan gambar' })
    await expect(kept.getByRole('listitem')).toHaveCount(2)
    await again.window.getByRole('switch', { name: 'Tanpa nama' }).check()
    await again.window.getByRole('radio', { name: 'Jalan Negeri' }).check()

    // How grave and how hard it is stands folded away behind what every caller tells.
    await again.window.getByText('Keseriusan dan kerumitan').click()
    await again.window.getByLabel('Tahap keseriusan').selectOption('Keselamatan')
    await again.window.getByLabel('Tahap kerumitan').selectOption('Kompleks')
    await look(again, 'complaints-intake-weight-ms-light')
    await again.window.keyboard.press('Control+Enter')
    await expect(again.window.getByText(/^ADU-\d{4}-000001$/)).toBeVisible()
    expect(attached()).toEqual([
      { kind: 'jpeg', owner: 'complaint' },
      { kind: 'png', owner: 'complaint' },
    ])
    expect(rows(`select severity, difficulty, clock_set from complaint`)).toEqual([
      { severity: 'safety', difficulty: 'complex', clock_set: 'safety' },
    ])

    await goTo(again.window, 'Daftar Aduan')
    const choices = again.window.getByRole('region', { name: 'Penapis' })
    await choices.getByText('Tahap kerumitan').click()
    await choices.getByRole('checkbox', { name: /^Kompleks/ }).check()
    await expect(again.window.getByText('1 aduan sepadan dengan penapis')).toBeVisible()
    await look(again, 'complaints-weight-filter-ms-light')
  })
})

/** Attaches a photo to the first complaint, with a part of it blacked out. */
async function attachToFirst(application: Application, photo: readonly number[]): Promise<void> {
  await application.window.evaluate(async (bytes) => {
    const { complaints, attachments } = window.clientInPage.workspace
    const id = await complaints.byNumber({ number: `${new Date().getFullYear()} 1` })
    if (id === null) throw new Error('There is no first complaint')
    const { added } = await attachments.addPasted({
      ...{ owner: { kind: 'complaint', id }, name: 'aduan.jpg', bytes: new Uint8Array(bytes) },
    })
    for (const each of added) {
      const box = { left: 100, top: 100, width: 300, height: 200 }
      await attachments.redact({ id: each.id, boxes: [box] })
    }
  }, photo)
}

test('a photo of an earlier complaint is known again while a new one is told', async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000)
  const filled = await start()
  const photo = await scene(4, { width: 1_200, height: 800 })
  const earlier = [...(await open(photo).jpeg({ quality: 90 }).toBuffer())]
  await fillRegister(filled, 3, (told) => attachToFirst(told, earlier))
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const sent = join(folder, 'dihantar.jpg')
  await writeFile(sent, await open(photo).resize(800).jpeg({ quality: 55 }).toBuffer())
  await goTo(window, 'Daftar Aduan')
  await window.keyboard.press('n')
  const possible = window.getByRole('region', { name: 'Mungkin aduan yang sama' })
  const pair = possible.getByRole('button', { name: /^Gambar aduan ini/ })

  await test.step('both pictures are seen with nothing typed, the redacted copy of theirs', async () => {
    await expect(possible).toContainText('Aduan yang serupa dicari semasa menaip')
    await drop(window, sent)
    await expect(possible.getByRole('article')).toHaveCount(1)
    await expect(possible).toContainText('gambar sama')
    await expect(pair.getByRole('img')).toHaveCount(2)
    const shown = pair.getByRole('img', { name: /^Gambar dalam ADU-\d{4}-000001$/ })
    await expect(shown).toHaveAttribute('src', /^media:\/\/thumbnail\/redaction\//)
    await expect(possible).not.toContainText('Rosli')
    await look(application, 'complaints-intake-photo-ms-light')
  })

  await test.step('they are held side by side, large, and typing goes on where it was', async () => {
    await field(window, 'Apa yang berlaku').fill('Gambar jiran saya')
    await pair.click()
    const large = window.getByRole('dialog', { name: /^Gambar yang sama/ })
    await expect(large.getByRole('img')).toHaveCount(2)
    await look(application, 'complaints-same-photo-ms-light')
    await window.keyboard.press('Escape')
    await expect(large).toHaveCount(0)
    await expect(field(window, 'Apa yang berlaku')).toHaveValue('Gambar jiran saya')
  })

  await test.step('taken off, the photo is no reason any more; brought back, it is again', async () => {
    const list = window.getByRole('region', { name: 'Fail dan gambar' })
    await list.getByRole('button', { name: 'dihantar', exact: true }).press('Delete')
    await expect(possible.getByRole('article')).toHaveCount(0)
    await button(window, 'Buat asal').click()
    await expect(pair).toBeVisible()
  })

  await test.step('by keys it is grouped with it when it is registered', async () => {
    await window.getByRole('radio', { name: 'Telefon' }).check()
    await window.getByRole('switch', { name: 'Tanpa nama' }).check()
    await window.getByRole('radio', { name: 'Jalan Negeri' }).check()
    await window.keyboard.press('Control+d')
    await window.keyboard.press('Enter')
    await expect(possible).toContainText('Akan disatukan dengan')
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText(/^ADU-\d{4}-000004$/)).toBeVisible()
    await expect
      .poll(
        () =>
          readRows(folder, passphrase, 'select id from complaint where master_id is not null')
            .length,
      )
      .toBe(2)
  })
})
