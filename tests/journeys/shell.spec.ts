import { expect, killWorkspace, test, type Application } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

async function begin(application: Application): Promise<void> {
  await useOfficeScreen(application)
  await enter(application.window)
}

async function addPerson(
  { window }: Application,
  name: string,
  post: string,
  roles: readonly string[] = [],
): Promise<void> {
  await window.keyboard.press('n')
  await field(window, 'Nama').fill(name)
  await field(window, 'Jawatan').fill(post)
  for (const role of roles) await window.getByRole('checkbox', { name: role, exact: true }).check()
  await field(window, 'Jawatan').press('Enter')
  await expect(window.getByRole('gridcell', { name })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(field(window, 'Nama')).toBeHidden()
}

async function run({ window }: Application, typed: string): Promise<void> {
  // While another dialog goes, no key is heard.
  await expect(window.locator('dialog')).toHaveCount(0)
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('combobox')).toBeFocused()
  await window.keyboard.type(typed)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('combobox')).toBeHidden()
}

test('people are added, switched in two keys, and every change bears a name', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  await goTo(window, 'Tetapan', 'Orang')
  await addPerson(application, 'Ahmad Faizal bin Osman', 'Pereka', ['Pentadbir', 'Pereka'])
  await addPerson(application, 'Lim Mei Ling', 'Perancang Kandungan')
  await picture(application, 'people-ms-light')

  await window.keyboard.press('Control+u')
  await expect(window.getByText('Siapa yang menggunakan komputer ini?')).toBeVisible()
  await picture(application, 'person-switcher-ms-light')
  await expectAccessible(application)
  await window.keyboard.press('1')
  await expect(
    window.getByRole('button', { name: 'Ahmad Faizal bin Osman (Pereka)' }),
  ).toBeVisible()
  await addPerson(application, 'Priya a/p Subramaniam', 'Pegawai Aduan')

  await goTo(window, 'Log Audit')
  const newest = window.getByRole('gridcell').first()
  await expect(newest).toContainText('Ahmad Faizal bin Osman')
  await expect(newest).toContainText('Tambah orang')
  await window.keyboard.press('v')
  await expect(window.getByText(/Rantai utuh: \d+ entri disahkan/)).toBeVisible()
  await newest.click()
  await picture(application, 'audit-log-ms-light')
  await expectAccessible(application)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('heading', { name: /^Entri/ })).toBeHidden()
  expect(application.complaints).toEqual([])
})

test('each settings page is accessible in both languages and both themes', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  const pages = [
    { name: 'people', ms: 'Orang', en: 'People' },
    { name: 'office', ms: 'Pejabat', en: 'Office' },
    { name: 'security', ms: 'Keselamatan', en: 'Security' },
  ] as const
  await goTo(window, 'Tetapan')
  for (const page of pages) {
    await goTo(window, page.ms)
    await expect(window.getByRole('heading', { name: page.ms, level: 1 })).toBeVisible()
    if (page.name !== 'people') await picture(application, `${page.name}-ms-light`)
    await expectAccessible(application)
  }
  await run(application, 'tukar english')
  await expect(window.locator('html')).toHaveAttribute('lang', 'en')
  await run(application, 'dark')
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  for (const page of pages) {
    await goTo(window, page.en)
    await expect(window.getByRole('heading', { name: page.en, level: 1 })).toBeVisible()
    await picture(application, `${page.name}-en-dark`)
    await expectAccessible(application)
  }
  await goTo(window, 'Audit log')
  await expect(window.getByRole('grid')).toBeVisible()
  await picture(application, 'audit-log-en-dark')
  await expectAccessible(application)
  expect(application.complaints).toEqual([])
})

test('keys, palette and about explain themselves, and give the focus back', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  await goTo(window, 'Tetapan', 'Orang')
  await button(window, 'Tambah orang').focus()
  await window.keyboard.press('?')
  await expect(window.getByRole('heading', { name: 'Kekunci' })).toBeVisible()
  await expectAccessible(application)
  await window.keyboard.press('Escape')
  await expect(button(window, 'Tambah orang')).toBeFocused()
  await window.keyboard.press('Control+k')
  await picture(application, 'palette-ms-light')
  await expectAccessible(application)
  await window.keyboard.press('Escape')
  await run(application, 'perihal')
  await expect(window.getByRole('heading', { name: 'Perihal Ruang Kerja BKK' })).toBeVisible()
  await expectAccessible(application)
})

test('theme and language stay chosen after a restart', async ({ application, start }) => {
  await begin(application)
  await run(application, 'tema gelap')
  await run(application, 'tukar english')
  await expect(application.window.locator('html')).toHaveAttribute('lang', 'en')
  await application.close()
  const again = await start()
  await expect(again.window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(again.window.getByText('Open the workspace')).toBeVisible()
  await expectAccessible(again)
  await picture(again, 'unlock-en-dark')
})

test('after the workspace process dies the work goes on where it was', async ({ start }) => {
  const application = await start({ begun: true, failuresExpected: true })
  const { window } = application
  await begin(application)
  await goTo(window, 'Tetapan', 'Orang')
  await addPerson(application, 'Ahmad Faizal bin Osman', 'Pereka')
  await window.keyboard.press('n')
  await field(window, 'Nama').fill('Lim Mei Ling')
  await killWorkspace(application)
  await expect(window.getByText('telah dimulakan semula').first()).toBeVisible()
  await expect(window.getByRole('gridcell', { name: 'Ahmad Faizal bin Osman' })).toBeVisible()
  // What was half typed is still there, and is saved by the new process.
  await expect(field(window, 'Nama')).toHaveValue('Lim Mei Ling')
  await field(window, 'Jawatan').fill('Perancang Kandungan')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('gridcell', { name: 'Lim Mei Ling' })).toBeVisible()
  await expect(window.getByText(`${office.name} (${office.post})`)).toBeVisible()
  expect(application.complaints).toEqual([])
})
