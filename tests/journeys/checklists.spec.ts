import { expect, test, type Application } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo } from '../support/startActions.ts'

async function begin(application: Application): Promise<void> {
  await useOfficeScreen(application)
  await enter(application.window)
  await goTo(application.window, 'Senarai semak')
}

test('the office reads a checklist, copies it, edits the copy by keyboard, publishes and compares', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  const nav = window.getByRole('navigation', { name: 'Senarai semak' })
  const pane = window.getByRole('complementary')
  const rows = (title: string) =>
    window.getByRole('group', { name: `Perkara dalam ${title}` }).getByRole('button')

  // The merged checklist is there from the first run, and says which clause holds.
  await expect(window.getByRole('heading', { name: 'Semakan akaun rasmi JKR' })).toBeVisible()
  await expect(rows('Semakan akaun rasmi JKR')).toHaveCount(83)
  await picture(application, 'checklists-ms-light')
  await expectAccessible(application)
  await rows('Semakan akaun rasmi JKR').first().focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(pane).toContainText('KKS K(i) terpakai')
  await picture(application, 'checklists-control-ms-light')
  await expectAccessible(application)
  await window.keyboard.press('Escape')
  await expect(pane).toHaveCount(0)

  // A source is copied; the copy has a draft.
  await nav.getByRole('button', { name: /^Piagam pelanggan media siber JaPen/ }).click()
  await expect(rows('Piagam pelanggan media siber JaPen')).toHaveCount(6)
  await button(window, 'Salin').click()
  const dialog = window.getByRole('dialog')
  await field(window, 'Nama').fill('Tempoh penerbitan BKK')
  await field(window, 'Nama dalam bahasa Inggeris').fill('Production times of BKK')
  await dialog.getByRole('button', { name: 'Salin' }).click()
  await expect(window.getByRole('heading', { name: 'Tempoh penerbitan BKK' })).toBeVisible()
  const own = rows('Tempoh penerbitan BKK')
  await expect(own).toHaveCount(6)

  // By keys: a control of the office's own; what is missing is said beside its field.
  await window.keyboard.press('n')
  await expect(field(window, 'Klausa')).toBeFocused()
  await window.keyboard.type('Arahan BKK 3/2026')
  await window.keyboard.press('Enter')
  await expect(pane.getByText('Isi medan ini.').first()).toBeVisible()
  await field(window, 'Soalan').fill(
    'Adakah poster program disiapkan dalam tempoh dua hari bekerja?',
  )
  await field(window, 'Soalan dalam bahasa Inggeris').fill(
    'Are programme posters ready within two working days?',
  )
  await field(window, 'Bukti yang baik').fill('Tarikh permintaan dan tarikh siap.')
  await field(window, 'Bukti yang baik dalam bahasa Inggeris').fill('Days of asking and readiness.')
  await picture(application, 'checklists-draft-ms-light')
  await expectAccessible(application)
  await field(window, 'Klausa').press('Enter')
  await expect(own).toHaveCount(7)
  await button(window, 'Naikkan').click()
  await expect(own.nth(5)).toContainText('Arahan BKK 3/2026')

  // One is retired with its reason, taken back, and retired again.
  await own.first().click()
  const retire = async () => {
    await button(window, 'Gugurkan perkara').click()
    await field(window, 'Sebab').fill('Infografik dinilai berasingan')
    await field(window, 'Sebab').press('Enter')
    await expect(own.first()).toContainText('Digugurkan: Infografik dinilai berasingan')
  }
  await retire()
  await button(window, 'Buat asal').click()
  await expect(own.first()).not.toContainText('Digugurkan')
  await retire()

  // Published: a number, a fingerprint, and nothing to edit any more.
  await button(window, 'Terbitkan').click()
  await dialog.getByRole('button', { name: 'Terbitkan' }).click()
  await expect(window.getByText(/^Cap jari [0-9a-f]{12}$/)).toBeVisible()
  await expect(button(window, 'Tambah perkara')).toHaveCount(0)
  await button(window, 'Bandingkan').click()
  const changes = window.getByRole('listitem').filter({ hasText: /Baharu$|Digugurkan$/ })
  await expect(changes).toHaveCount(2)
  await picture(application, 'checklists-compare-ms-light')
  await expectAccessible(application)
  await button(window, 'Kembali ke senarai').click()

  // Out of sight, and back.
  await button(window, 'Tindakan lain').click()
  await window.getByRole('menuitem', { name: 'Buang senarai semak' }).click()
  await expect(nav.getByText('Dibuang')).toBeVisible()
  await nav.getByRole('button', { name: 'Pulihkan' }).click()
  await expect(window.getByRole('heading', { name: 'Tempoh penerbitan BKK' })).toBeVisible()

  await goTo(window, 'Log Audit')
  await expect(window.getByRole('gridcell').first()).toContainText('Pulihkan senarai semak')
  expect(application.complaints).toEqual([])
})

test('the checklists in English and dark', async ({ application }) => {
  const { window } = application
  await begin(application)
  for (const text of ['tukar english', 'dark']) {
    await expect(window.locator('dialog')).toHaveCount(0)
    await window.keyboard.press('Control+k')
    await window.keyboard.type(text)
    await window.keyboard.press('Enter')
  }
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  const nav = window.getByRole('navigation', { name: 'Checklists' })
  await nav.getByRole('button', { name: /^Social-media guideline of the State of Melaka/ }).click()
  await nav.getByRole('button', { name: /^Duties of the operator/ }).click()
  const sub = window.getByRole('button', { name: /^Melaka 13\.5\(e\)/ })
  await sub.click()
  await expect(window.getByRole('complementary')).toContainText('1200 × 630 px')
  await picture(application, 'checklists-en-dark')
  await expectAccessible(application)
  expect(application.complaints).toEqual([])
})
