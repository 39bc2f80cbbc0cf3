import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkEnds, chip, dropFiles, openRow, row } from '../support/imageActions.ts'
import { passphrase } from '../support/furnish.ts'
import { drawFewImages, drawImageFolder, drawScenes } from '../support/imageFolder.ts'
import { expect, failuresIn, killWorkspace, test } from '../support/launch.ts'
import { fillWithRows } from '../support/manyRows.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { longestTasks, noticeTasks, scrollThrough, timeUntilShown } from '../support/smoothness.ts'
import { button, enter, field, goTo, office, unlock } from '../support/startActions.ts'

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
  { name: 'backups', ms: ['Tetapan', 'Sandaran'], en: ['Settings', 'Backups'] },
  {
    name: 'days',
    ms: ['Tetapan', 'Hari dan cuti umum'],
    en: ['Settings', 'Days and public holidays'],
  },
  {
    name: 'planning-notes',
    ms: ['Nota dan tempoh sekatan'],
    en: ['Notes and blackout periods'],
  },
  { name: 'planning-settings', ms: ['Tetapan', 'Perancangan'], en: ['Settings', 'Planning'] },
  { name: 'accounts', ms: ['Akaun'], en: ['Accounts'] },
  { name: 'reference', ms: ['Tetapan', 'Data rujukan'], en: ['Settings', 'Reference data'] },
  { name: 'image-rules', ms: ['Tetapan', 'Peraturan imej'], en: ['Settings', 'Image rules'] },
] as const

test('every screen reads well in the other pairs of language and theme', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
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

test('the first run reads well step by step', async ({ newApplication: application }) => {
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
  await window.emulateMedia({ colorScheme: 'light' })
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
  const application = await start({ begun: true, failuresExpected: true })
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  for (let crash = 1; crash <= 3; crash += 1) await killWorkspace(application)
  await expect(window.getByText('tidak dimulakan lagi')).toBeVisible()
  // The banner moves the frame down; what waits above the window for the Tab key stays there.
  await expect(window.getByRole('link', { name: 'Langkau ke kandungan' })).not.toBeInViewport()
  await picture(application, 'given-up-ms-light')
  await expectAccessible(application)
})

test('a failure that nobody foresaw is told with the reference it has in the log', async ({
  start,
  folder,
}) => {
  const application = await start({ begun: true, failuresExpected: true })
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, await drawFewImages(join(folder, 'few')))
  await checkEnds(window, 3)
  // Where originals are kept stands a file now, as a broken disk might have it.
  rmSync(join(folder, 'media', 'original'), { recursive: true, force: true })
  writeFileSync(join(folder, 'media', 'original'), '')
  await window.getByRole('button', { name: /^Simpan 1 yang lulus$/ }).click()
  const alert = window.getByRole('alert')
  await expect(alert).toContainText('Rujukan: ')
  const [, reference] = /Rujukan: ([0-9A-F]{8})/.exec(await alert.innerText()) ?? []
  expect(failuresIn(folder)).toContain(`"reference":"${reference}"`)
  await picture(application, 'error-notice-ms-light')
  await expectAccessible(application)
  await button(window, 'Tutup').click()
  await expect(alert).toHaveCount(0)
})

test('three thousand pictures are shown, scrolled and checked without a stutter', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000)
  const count = 3_000
  const { paths } = await drawImageFolder(join(folder, 'untuk-disemak'))
  const waiting = await drawScenes(join(folder, 'menunggu'), 24)
  await fillWithRows(await start(), count, { checked: paths, waiting })
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await noticeTasks(window)
  const measured: string[] = []

  await test.step('the check list', async () => {
    await unlock(window, passphrase)
    await goTo(window, 'Pustaka')
    await expect(chip(window, 'Semua')).toContainText('3,000')
    const shown = await timeUntilShown(window, 'Semakan Imej')
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count))
    expect(await window.getByRole('row').count()).toBeLessThan(40)
    const scrolling = await scrollThrough(window)
    expect(await window.getByRole('row').count()).toBeLessThan(60)
    measured.push(`check list shown in ${shown} ms, longest task while scrolling ${scrolling} ms`)
  })

  await test.step('a check goes on in it', async () => {
    await longestTasks(window)
    const began = performance.now()
    await button(window, 'Teruskan semakan').click()
    const last = row(window, basename(waiting.at(-1) ?? ''))
    await expect(last).toBeInViewport()
    await expect(last.getByText('Menunggu')).toHaveCount(0, { timeout: 90_000 })
    await expect(window.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 })
    const seconds = (performance.now() - began) / 1_000
    await expect(window.getByText('Menunggu', { exact: true })).toHaveCount(0)
    const longest = await longestTasks(window)
    measured.push(
      `${waiting.length} of them checked in ${seconds.toFixed(1)} s, longest task ${longest} ms`,
    )
    await picture(application, 'images-many-ms-light')
  })

  await test.step('the library as a grid and as a list', async () => {
    const shown = await timeUntilShown(window, 'Pustaka')
    const scrolling = await scrollThrough(window)
    expect(await window.getByRole('gridcell').count()).toBeLessThan(250)
    await picture(application, 'library-many-ms-light')
    await button(window, 'Senarai').click()
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count))
    const listed = await scrollThrough(window)
    expect(await window.getByRole('row').count()).toBeLessThan(60)
    measured.push(
      `library shown in ${shown} ms, longest task while scrolling ${scrolling} ms (grid), ` +
        `${listed} ms (list)`,
    )
    await picture(application, 'library-list-many-ms-light')
    const boxes = window.getByRole('gridcell').getByRole('checkbox')
    for (const place of [-2, -3, -4]) await boxes.nth(place).check()
    await window.getByLabel('Tag', { exact: true }).last().fill('musim tengkujuh,')
    await field(window, 'Sumber').fill('Bahagian Komunikasi Korporat')
    await expect(button(window, 'Simpan')).toBeEnabled()
    await picture(application, 'library-chosen-ms-light')
    await expectAccessible(application)
    await button(window, 'Buang perubahan').click()
    await window.keyboard.press('Escape')
    await button(window, 'Grid').click()
  })

  for (const { look, scheme, language, html } of looks) {
    await window.emulateMedia({ colorScheme: scheme })
    await button(window, language).click()
    await expect(window.locator('html')).toHaveAttribute('lang', html)
    await expect(window.locator('html')).toHaveAttribute('data-theme', scheme)
    await picture(application, `library-grid-${look}`)
    await window.getByRole('gridcell').nth(1).click()
    await expect(window.getByRole('complementary')).toBeVisible()
    await picture(application, `library-details-${look}`)
    await expectAccessible(application)
    await window.keyboard.press('Escape')
  }
  test.info().annotations.push({ type: 'measured', description: measured.join('; ') })
  process.stdout.write(`    ${count} rows: ${measured.join('; ')}\n`)
  expect(application.complaints).toEqual([])
})
