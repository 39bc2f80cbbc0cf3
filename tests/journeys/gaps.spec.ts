import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { card, column, toView } from '../support/phaseActions.ts'
import { sitAs } from '../support/postActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

const planner = 'Vimala Devi'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a gap is filled with one press, changed in the list by keys, signed outside and restored', async ({
  application,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  const rows = <T>(query: string) => readRows<T>(application.folder, office.passphrase, query)
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Tetapan', 'Orang')
  for (const [name, role] of [
    [planner, 'Perancang'],
    ['Lim Mei Ling', 'Pelulus'],
  ] as const) {
    await window.keyboard.press('n')
    await field(window, 'Nama').fill(name)
    await field(window, 'Jawatan').fill('Pegawai')
    await window.getByRole('checkbox', { name: role, exact: true }).check()
    await button(window, 'Tambah').click()
    await expect(window.getByRole('gridcell', { name })).toContainText(role)
  }

  await test.step('the last phase wants a vox pop of a category', async () => {
    await goTo(window, 'Kitaran dan fasa')
    await window.getByRole('gridcell').nth(4).click()
    const pane = window.getByRole('complementary')
    await pane.getByRole('spinbutton', { name: 'Vox pop' }).fill('1')
    await pane.getByRole('spinbutton', { name: 'Info Rakyat' }).fill('1')
    await window.keyboard.press('Control+s')
    await goTo(window, 'Kalendar')
    await toView(application, 'Papan fasa')
    await expect(window.getByText(/^Fasa 5: tiada vox pop/)).toBeVisible()
    await look(application, 'phases-gaps-ms-light')
  })

  await test.step('one press adds it, filled in and opened, and closes both gaps', async () => {
    await window.getByRole('button', { name: /^Tambah hantaran\. Fasa 5: tiada vox pop/ }).click()
    await expect(notice(window, 'Vox pop, Fasa 5 ditambah')).toBeVisible()
    await expect(card(column(application, 5), 'Vox pop, Fasa 5')).toBeVisible()
    await expect(window.getByText(/^Fasa 5: tiada/)).toHaveCount(0)
    const incomplete = window.getByRole('button', { name: /^1 hantaran belum lengkap/ })
    await expect(incomplete).toContainText('1 tanpa imej')
    const [post] = rows<Record<string, unknown>>('select kind, category, day, owner_id from post')
    const [me] = rows<{ id: string }>(`select id from person where name = '${office.name}'`)
    expect(post).toMatchObject({ kind: 'vox-pop', category: 'info-rakyat', owner_id: me?.id })
    expect(post?.['day']).not.toBeNull()
    await look(application, 'phases-gap-filled-ms-light')
    await window.keyboard.press('Escape')
  })

  await test.step('what posts lack themselves leads to them', async () => {
    await window.getByRole('button', { name: /^1 hantaran belum lengkap/ }).click()
    await expect(
      window.getByRole('gridcell', { name: 'Vox pop, Fasa 5', exact: true }),
    ).toBeVisible()
    await expect(window.getByRole('button', { name: /^Belum lengkap/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await button(window, 'Kosongkan penapis').click()
  })

  await test.step('the list changes accounts, kind and status by keys, and is put in order', async () => {
    const cell = (place: number) => window.locator(`[data-row="0"] [data-column="${place}"]`)
    await cell(6).focus()
    await window.keyboard.press('F2')
    await window.keyboard.press(' ')
    await look(application, 'calendar-list-accounts-ms-light')
    await window.keyboard.press('Enter')
    await expect.poll(() => rows('select account_id from post_account')).toHaveLength(1)
    await expect(cell(6)).toBeFocused()
    await cell(4).focus()
    await window.keyboard.press('F2')
    await window.getByRole('combobox', { name: 'Jenis' }).selectOption('Teks')
    await expect.poll(() => rows('select kind from post')).toEqual([{ kind: 'text' }])
    await cell(5).focus()
    await window.keyboard.press('F2')
    await window.getByRole('combobox', { name: 'Status' }).selectOption('Draf')
    await expect.poll(() => rows('select status from post')).toEqual([{ status: 'draft' }])
    await window.getByRole('combobox', { name: 'Susun ikut' }).selectOption('Pemilik')
    // The list of what lacks something began with the latest day.
    const owners = window.getByRole('columnheader', { name: 'Pemilik' })
    await expect(owners).toHaveAttribute('aria-sort', 'descending')
    await button(window, 'Susunan menurun').click()
    await expect(owners).toHaveAttribute('aria-sort', 'ascending')
  })

  await test.step('somebody without an account signs on paper; the entry is taken back', async () => {
    await window.getByRole('gridcell', { name: 'Vox pop, Fasa 5', exact: true }).click()
    await field(window, 'Teks induk').fill('Rakan jalan raya bercerita.')
    await window.keyboard.press('Control+s')
    await window.getByRole('tab', { name: 'Kelulusan' }).click()
    await button(window, 'Mohon kelulusan').click()
    await expect(notice(window, 'Kelulusan dimohon')).toBeVisible()
    await sitAs(application, planner)
    await toView(application, 'Senarai')
    // Theirs begins with this month; the free day of the phase may lie in the next.
    await button(window, 'Semua').first().click()
    await window.getByRole('gridcell', { name: 'Vox pop, Fasa 5', exact: true }).click()
    await window.getByRole('tab', { name: 'Kelulusan' }).click()
    await button(window, 'Masukkan keputusan bertandatangan').click()
    await window.getByRole('combobox', { name: 'Ditandatangani oleh' }).selectOption('outside')
    await field(window, 'Nama penuh').fill(office.name)
    await field(window, 'Jawatan').fill('Ketua Setiausaha Kementerian')
    await button(window, 'Rekod keputusan').click()
    await expect(window.getByRole('alert').first()).toContainText(
      'tidak boleh meluluskan kerja sendiri',
    )
    await field(window, 'Nama penuh').fill('Dato’ Halim bin Osman')
    await look(application, 'approval-outside-ms-light')
    await button(window, 'Rekod keputusan').click()
    await expect(window.getByText('Belum ada imbasan')).toBeVisible()
    await expect(window.getByText('Dato’ Halim bin Osman (di atas kertas)')).toBeVisible()
    await look(application, 'approval-paper-ms-light')
    await button(window, 'Tarik balik keputusan ini').click()
    await expect(notice(window, /^Keputusan ditarik balik/)).toBeVisible()
    expect(rows('select status from post')).toEqual([{ status: 'in-review' }])
  })

  await test.step('what was taken out stands in the trash and comes back', async () => {
    await goTo(window, 'Tetapan', 'Templat hantaran')
    await window.getByRole('gridcell').first().click()
    await window.getByRole('complementary').getByRole('button', { name: 'Buang templat' }).click()
    await button(window, 'Tong sampah').click()
    await look(application, 'templates-trash-ms-light')
    await window.getByRole('button', { name: /^Pulihkan/ }).click()
    await expect(notice(window, /dipulihkan$/)).toBeVisible()
    await expect(window.getByText('Tong sampah kosong.')).toBeVisible()
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await look(application, 'templates-trash-en-dark')
  })
  expect(application.complaints).toEqual([])
})
