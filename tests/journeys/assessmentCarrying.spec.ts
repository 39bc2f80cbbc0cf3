import type {} from '../support/clientInPage.ts'
import { fillRegister } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { keepPictures } from '../support/postActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** The office's own checklist in its first version, with an assessment of the bureau half answered. */
async function addCopy(application: Application): Promise<void> {
  await application.window.evaluate(async () => {
    const { compliance } = window.clientInPage.workspace
    const all = await compliance.frameworks({})
    const shipped = all.find((each) => each.shipped === 'japen')?.versions[0]
    if (shipped === undefined) throw new Error('There is no checklist')
    const title = { ms: 'Tempoh penerbitan BKK', en: 'Production times of BKK' }
    const { id } = await compliance.copy({ id: shipped.id, title })
    const first = await compliance.publish({ id })
    const { id: assessment } = await compliance.startAssessment({
      ...{ versionId: first.id, subject: { kind: 'bureau' }, scopes: ['post'] },
      period: { from: '2026-07-01', to: '2026-12-31' },
      ...{ beside: false, carry: null },
    })
    for (const { key } of first.controls.slice(0, 4)) {
      const answer = { result: 'met', progress: 'done', note: 'Asal' } as const
      await compliance.answerControl({ id: assessment, key, base: 0, answer })
    }
    await compliance.startDraft({ id })
    const [, changed, retired] = first.controls
    if (changed === undefined || retired === undefined) throw new Error('There are no controls')
    const fields = { ...changed, weight: 3 }
    await compliance.changeControl({ frameworkId: id, key: changed.key, fields })
    await compliance.retireControl({
      frameworkId: id,
      key: retired.key,
      reason: 'Tidak lagi dibuat',
    })
    await compliance.publish({ id })
  })
}

test('answers are looked through and carried to a newer version, and taken back', async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000)
  await fillRegister(await start(), 1, addCopy)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const read = <T>(query: string) => readRows<T>(folder, passphrase, query)
  const results = () =>
    read<{ n: number }>('select count(*) as n from assessment_answer where result is not null')[0]
      ?.n

  await goTo(window, 'Penilaian')
  await window.getByRole('gridcell', { name: 'Seluruh bahagian' }).click()
  await expect(window.getByText('4 daripada 6 perkara dijawab')).toBeVisible()
  await button(window, 'Semak dan bawa jawapan').click()
  const dialog = window.getByRole('dialog')
  const ticks = dialog.getByRole('checkbox')
  await expect(dialog.getByText('Semak semula', { exact: true })).toHaveCount(1)
  await expect(dialog.getByText('Digugurkan', { exact: true })).toHaveCount(1)
  await expect(dialog.getByText('Diubah: Pemberat')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Bawa 3 jawapan' })).toBeVisible()
  await look(application, 'assessments-carry-ms-light')
  await ticks.and(window.locator(':checked')).last().uncheck()
  await dialog.getByRole('button', { name: 'Bawa 2 jawapan' }).click()
  await expect(dialog).toHaveCount(0)

  // Five are asked now; two answers came along, one of them to be looked at again.
  await expect(window.getByText('2 daripada 5 perkara dijawab')).toBeVisible()
  await expect(window.getByText('Versi 2', { exact: false }).first()).toBeVisible()
  await window
    .getByRole('button', { name: /^Semak semula/ })
    .first()
    .click()
  const rows = window.getByRole('group', { name: 'Perkara penilaian Seluruh bahagian' })
  await expect(rows.getByRole('button')).toHaveCount(1)
  // The retired one keeps what was said, out of sight.
  expect(results()).toBe(3)
  await button(window, 'Buat asal').click()
  await expect(window.getByText('4 daripada 6 perkara dijawab')).toBeVisible()
  expect(results()).toBe(4)

  // A second one of the same days is not started unsaid; one of the next days takes answers along.
  await button(window, 'Semua penilaian').click()
  await button(window, 'Mula penilaian').click()
  await dialog
    .getByRole('combobox', { name: 'Senarai semak', exact: true })
    .selectOption({ label: 'Tempoh penerbitan BKK, Versi 2' })
  await dialog.getByRole('radio', { name: 'Bahagian' }).check()
  const days = async (from: string, to: string) => {
    await dialog.getByLabel('Dari', { exact: true }).fill(from)
    await dialog.getByLabel('Hingga', { exact: true }).fill(to)
  }
  await days('2027-01-01', '2026-12-01')
  await dialog.getByRole('button', { name: 'Mula penilaian' }).click()
  await expect(dialog).toContainText('Hari akhir tidak boleh sebelum hari mula.')
  await days('2026-12-01', '2027-01-31')
  await dialog.getByRole('button', { name: 'Mula penilaian' }).click()
  await expect(dialog).toContainText('tempoh yang bertindih masih terbuka')
  await expect(dialog.getByRole('switch', { name: 'Mulakan penilaian kedua juga' })).toBeVisible()
  await days('2027-01-01', '2027-06-30')
  await dialog.getByRole('switch', { name: /^Bawa jawapan daripada/ }).check()
  await expect(dialog.getByText('Diubah: Pemberat')).toBeVisible()
  await look(application, 'assessments-bring-ms-light')
  await dialog.getByRole('button', { name: 'Mula penilaian' }).click()
  await expect(window.getByText('3 daripada 5 perkara dijawab')).toBeVisible()

  // A checklist that is in use stays.
  await goTo(window, 'Senarai semak')
  await window.getByRole('button', { name: /^Tempoh penerbitan BKK/ }).click()
  await button(window, 'Tindakan lain').click()
  await window.getByRole('menuitem', { name: 'Buang senarai semak' }).click()
  await expect(window.getByText('Senarai semak ini digunakan oleh 2 penilaian')).toBeVisible()
  expect(application.complaints).toEqual([])
})

test('an assessment in English and dark', async ({ start, folder }) => {
  test.setTimeout(240_000)
  await fillRegister(await start(), 1, addCopy)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Semakan Imej')
  await keepPictures(application, folder)
  for (const text of ['tukar english', 'dark']) {
    await expect(window.locator('dialog')).toHaveCount(0)
    await window.keyboard.press('Control+k')
    await window.keyboard.type(text)
    await window.keyboard.press('Enter')
  }
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await goTo(window, 'Assessments')
  await look(application, 'assessments-list-en-dark')
  await window.getByRole('gridcell', { name: 'The whole bureau' }).click()
  const rows = window.getByRole('group', { name: 'Controls of the assessment of The whole bureau' })
  await rows.getByRole('button').nth(4).click()
  await window.keyboard.press('3')
  await expect(rows.getByRole('button').nth(4)).toContainText('Not met')
  await look(application, 'assessments-en-dark')
  // A picture of the library is evidence too.
  await button(window, 'Add evidence: Image').click()
  await window.getByRole('dialog').getByRole('gridcell').first().click()
  const row = window.getByRole('complementary').getByRole('listitem')
  await expect(row).toContainText(/\.png/)
  await look(application, 'assessments-image-en-dark')
  await button(window, 'Quality check').click()
  await expect(window.getByRole('dialog').getByText('To be put right first')).toBeVisible()
  await look(application, 'assessments-quality-en-dark')
  expect(application.complaints).toEqual([])
})
