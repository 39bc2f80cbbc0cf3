import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { encodeScene } from '../support/encodedPictures.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, completeFirstRun, field, goTo, office, unlock } from '../support/startActions.ts'

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
  const application = await start()
  const { window } = application
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  const attached = () =>
    rows<{ kind: string; owner: string }>(
      `select kind, owner_kind as owner from attachment where removed_at is null order by kind`,
    )
  await useOfficeScreen(application)
  await completeFirstRun(window)
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
      { severity: 'safety', difficulty: 'complex', clock_set: 'bpa-complex' },
    ])

    await goTo(again.window, 'Daftar Aduan')
    const choices = again.window.getByRole('region', { name: 'Penapis' })
    await choices.getByText('Tahap kerumitan').click()
    await choices.getByRole('checkbox', { name: /^Kompleks/ }).check()
    await expect(again.window.getByText('1 aduan sepadan dengan penapis')).toBeVisible()
    await look(again, 'complaints-weight-filter-ms-light')
  })
})
