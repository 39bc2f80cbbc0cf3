import { join } from 'node:path'
import { chip, dropFiles, openRow } from '../support/imageActions.ts'
import { drawFewImages } from '../support/imageFolder.ts'
import { expect, killWorkspace, test } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, completeFirstRun, field, goTo, office } from '../support/startActions.ts'

// The other journeys take their pictures in Malay and light, or in English and dark.
const looks = [
  { look: 'ms-dark', scheme: 'dark', language: 'BM', html: 'ms' },
  { look: 'en-light', scheme: 'light', language: 'EN', html: 'en' },
] as const

const screens = [
  { name: 'images-list', ms: ['Semakan Imej'], en: ['Image check'] },
  { name: 'library-empty', ms: ['Pustaka'], en: ['Library'] },
  { name: 'audit-log', ms: ['Log Audit'], en: ['Audit log'] },
  { name: 'people', ms: ['Tetapan', 'Orang'], en: ['Settings', 'People'] },
  { name: 'office', ms: ['Tetapan', 'Pejabat'], en: ['Settings', 'Office'] },
  { name: 'security', ms: ['Tetapan', 'Keselamatan'], en: ['Settings', 'Security'] },
  { name: 'image-rules', ms: ['Tetapan', 'Peraturan imej'], en: ['Settings', 'Image rules'] },
] as const

test('every screen reads well in the other pairs of language and theme', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  await useOfficeScreen(application)
  await expect(field(window, 'Nama unit')).toBeVisible()
  for (const { look, scheme, language, html } of looks) {
    await window.emulateMedia({ colorScheme: scheme })
    await button(window, language).click()
    await expect(window.locator('html')).toHaveAttribute('lang', html)
    await expect(window.locator('html')).toHaveAttribute('data-theme', scheme)
    await picture(application, `first-run-unit-${look}`)
    await expectAccessible(application)
  }
  await button(window, 'BM').click()
  await completeFirstRun(window)
  await dropFiles(window, await drawFewImages(join(folder, 'few')))
  await expect(chip(window, 'Perlu putusan')).toContainText('1', { timeout: 60_000 })
  await expect(window.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
  await openRow(window, 'Open road.png')

  for (const { look, scheme, language, html } of looks) {
    await window.emulateMedia({ colorScheme: scheme })
    await button(window, language).click()
    await expect(window.locator('html')).toHaveAttribute('data-theme', scheme)
    for (const screen of screens) {
      await goTo(window, ...screen[html])
      const title = screen[html].at(-1) ?? ''
      await expect(window.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await picture(application, `${screen.name}-${look}`)
      await expectAccessible(application)
    }
  }
  expect(application.complaints).toEqual([])
})

test('the first run reads well step by step', async ({ application }) => {
  const { window } = application
  await useOfficeScreen(application)
  const look = async (name: string) => {
    await picture(application, `first-run-${name}-ms-light`)
    await expectAccessible(application)
  }
  await field(window, 'Nama unit').fill(office.unitName)
  await button(window, 'Seterusnya').click()
  await field(window, 'Nama').fill(office.name)
  await field(window, 'Jawatan').fill(office.post)
  await look('administrator')
  await button(window, 'Seterusnya').click()
  await field(window, 'Frasa laluan').fill(office.passphrase)
  await field(window, 'Frasa laluan sekali lagi').fill(office.passphrase)
  await look('passphrase')
  await button(window, 'Seterusnya').click()
  const groups = window.getByRole('group', { name: 'Kod pemulihan' }).locator('span')
  await expect(groups).toHaveCount(8)
  const code = (await groups.allInnerTexts()).join(' ')
  await button(window, 'Seterusnya').click()
  await field(window, 'Kod daripada helaian').fill(code)
  await look('proof')
  await button(window, 'Cipta ruang kerja').click()
  await expect(button(window, 'Mula bekerja')).toBeVisible()
  await look('done')
  expect(application.complaints).toEqual([])
})

test('a workspace that stops again and again is given up in plain words', async ({ start }) => {
  const application = await start({ failuresExpected: true })
  const { window } = application
  await useOfficeScreen(application)
  await completeFirstRun(window)
  for (let crash = 1; crash <= 3; crash += 1) await killWorkspace(application)
  await expect(window.getByText('tidak dimulakan lagi')).toBeVisible()
  // The banner moves the frame down; what waits above the window for the Tab key stays there.
  await expect(window.getByRole('link', { name: 'Langkau ke kandungan' })).not.toBeInViewport()
  await picture(application, 'given-up-ms-light')
  await expectAccessible(application)
})
