import { join } from 'node:path'
import { checkEnds, dropFiles, notice } from '../support/imageActions.ts'
import { drawScenes } from '../support/imageFolder.ts'
import { expect, test } from '../support/launch.ts'
import {
  closePreview,
  complaintsOfHiddenPages,
  openPreview,
  savedBy,
} from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { pagesOf, sheetsOf } from '../support/readPdf.ts'
import { useOfficeScreen } from '../support/screens.ts'
import { button, enter, goTo, office } from '../support/startActions.ts'

/** ISO 216: 210 by 297 mm, in points; the printer writes whole ones. */
const a4 = { width: (210 / 25.4) * 72, height: (297 / 25.4) * 72 }

test('a contact sheet shows what the rows hold, on A4, with every picture on it', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  const complaints = complaintsOfHiddenPages(application)
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, await drawScenes(join(folder, 'foto'), 14))
  await checkEnds(window, 14)
  await window.getByRole('button', { name: /^Simpan \d+ beramaran/ }).click()
  await expect(notice(window, '14 imej disimpan dalam pustaka.')).toBeVisible({ timeout: 60_000 })
  await goTo(window, 'Pustaka')
  await expect(button(window, 'Cetak helaian imej…')).toBeVisible()
  const sheet = async (as: string) => {
    await openPreview(application)
    const bytes = await savedBy(application, 'Simpan PDF', `${as}.pdf`)
    await closePreview(application)
    return { pages: await pagesOf(bytes), sheets: await sheetsOf(bytes) }
  }
  const kept = () =>
    rows<{ id: string; name: string; width: number; height: number }>(
      'select id, name, width, height from image where trashed_at is null order by added_at desc, id',
    )

  const before = await test.step('each row is on it, in its order, with its picture', async () => {
    const printed = await sheet('contact-before')
    const whole = printed.pages.join(' ')
    const all = kept()
    expect(all).toHaveLength(14)
    expect(printed.pages[0]).toContain(`Imej pada helaian ${all.length} `)
    const places = all.map(({ name, width, height }) => {
      expect(whole).toContain(`${width}×${height} px`)
      return whole.indexOf(name)
    })
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    for (const { width, height } of printed.sheets) {
      expect(Math.abs(width - a4.width)).toBeLessThan(1)
      expect(Math.abs(height - a4.height)).toBeLessThan(1)
    }
    // None of them is drawn twice, and no letterhead has a logo yet.
    const drawn = printed.sheets.reduce((sum, { pictures }) => sum + pictures, 0)
    expect(drawn).toBe(all.length)
    return printed
  })

  await test.step('an exception and a new name show, and a picture in the trash is gone', async () => {
    const [first, second, third] = kept()
    changeRows(
      folder,
      office.passphrase,
      `update image set name = case id when '${first?.id}' then 'Nama baharu.png' else name end,
         override_reason = case id when '${second?.id}' then 'Arahan ketua' else override_reason end,
         trashed_at = case id when '${third?.id}' then '2026-11-22T00:00:00.000Z' end`,
    )
    const after = await sheet('contact-after')
    const text = after.pages.join(' ')
    expect(before.pages.join(' ')).not.toContain('Nama baharu.png')
    expect(text).toContain('Nama baharu.png')
    expect(text).toContain('Arahan ketua')
    expect(text).not.toContain(first?.name)
    expect(text).not.toContain(third?.name)
    expect(after.pages[0]).toContain(`Imej pada helaian ${kept().length} `)
    const drawn = after.sheets.reduce((sum, { pictures }) => sum + pictures, 0)
    expect(drawn).toBe(13)
  })
  expect([...application.complaints, ...complaints]).toEqual([])
})
