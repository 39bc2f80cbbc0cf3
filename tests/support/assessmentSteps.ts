import type { Locator } from '@playwright/test'
import { sign } from './assessmentPaper.ts'
import { approver, reviewer } from './assessmentWork.ts'
import { expect, type Application } from './launch.ts'
import { sitAs } from './postActions.ts'
import { button, field } from './startActions.ts'

/** A control that nobody answered yet, in the order of the screen. */
interface OpenControl {
  readonly question: string
  readonly weight: number
}

/** Writes down what is not met, and gives the first of it an action. */
export async function writeFindings(
  { window }: Application,
  rows: Locator,
  found: readonly Pick<OpenControl, 'question'>[],
  due: string,
): Promise<void> {
  const pane = window.getByRole('complementary')
  for (const [place, { question }] of found.entries()) {
    await rows.getByRole('button').filter({ hasText: question }).click()
    await button(window, 'Tambah penemuan').click()
    await pane.getByRole('radio', { name: place === 0 ? 'Besar' : 'Pemerhatian' }).check()
    await field(window, 'Apa yang ditemui').fill(`Rekod menunjukkan ${place + 1}`)
    await window.keyboard.press('Control+Enter')
    await expect(pane.getByText(`Rekod menunjukkan ${place + 1}`)).toBeVisible()
    if (place > 0) continue
    await button(window, 'Tambah tindakan').click()
    await field(window, 'Apa yang perlu dibuat').fill('Semak senarai sebelum siaran')
    await pane.getByLabel('Penanggungjawab').selectOption({ label: reviewer })
    await pane.getByLabel('Tarikh akhir').fill(due)
    await window.keyboard.press('Control+Enter')
    await expect(pane.getByText('Semak senarai sebelum siaran')).toBeVisible()
  }
}

/** Answers what is open by keys: the first does not apply, what the law asks is met in part. */
export async function answerByKeys(
  { window }: Application,
  rows: Locator,
  rest: readonly OpenControl[],
): Promise<void> {
  const chips = window.getByRole('group', { name: 'Perkara yang dipaparkan' })
  const openRow = rows.getByRole('button', { expanded: true })
  await chips.getByRole('button', { name: /^Belum dijawab/ }).click()
  await rows.getByRole('button').first().click()
  for (const [place, { question, weight }] of rest.entries()) {
    await expect(openRow).toContainText(question)
    // What law or safety asks is not said to be met with nothing to show.
    const key = place === 0 ? 4 : weight === 3 ? 2 : 1
    await window.keyboard.press(String(key))
    await expect(openRow).toContainText(
      ['Dipatuhi', 'Sebahagian', '', 'Tidak berkaitan'][key - 1] ?? '?',
    )
    if (place === 0) {
      await field(window, 'Catatan (pilihan)').fill('Tiada perubahan dalam tempoh ini')
      await window.keyboard.press('Control+Enter')
      await expect(button(window, 'Simpan catatan')).toHaveCount(0)
      await openRow.click()
    }
    await window.keyboard.press('j')
  }
}

/** Three people prepare, review and approve the assessment that is open. */
export async function handOverToApproval(application: Application, remark: string): Promise<void> {
  const { window } = application
  const dialog = window.getByRole('dialog')
  await button(window, 'Serah untuk semakan').click()
  await dialog.getByLabel('Amaran telah dibaca dan diterima').check()
  await sign(application)
  await dialog.getByRole('button', { name: 'Serah untuk semakan' }).click()
  await expect(dialog).toHaveCount(0)
  await sitAs(application, reviewer)
  await button(window, 'Sahkan semakan').click()
  await field(window, 'Catatan (pilihan)').fill(remark)
  await dialog.getByRole('button', { name: 'Sahkan semakan' }).click()
  await expect(dialog).toHaveCount(0)
  await sitAs(application, approver)
  await button(window, 'Luluskan').click()
  await sign(application)
  await dialog.getByRole('button', { name: 'Luluskan' }).click()
}
