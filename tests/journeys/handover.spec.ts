import { expect, test, type Application } from '../support/launch.ts'
import { addDesigner, addressOf, designer, goToAddress, sitAs } from '../support/postActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office, unlock } from '../support/startActions.ts'

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

async function plan({ window }: Application, title: string): Promise<void> {
  await goToAddress(window, `/kalendar/hantaran?hari=${today}`)
  await expect(field(window, 'Tajuk')).toHaveValue('')
  await field(window, 'Tajuk').fill(title)
  await window.keyboard.press('Control+s')
  await expect.poll(() => addressOf(window)).toMatch(/hantaran\/[0-9a-f-]{36}/)
  await goTo(window, 'Papan Pemuka')
}

test('what somebody left stays theirs: half-typed words, the view, and all that was selected', async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000)
  const first = await start({ begun: true })
  const { window } = first
  await useOfficeScreen(first)
  await enter(window)
  await addDesigner(first)
  for (const title of ['Satu', 'Dua', 'Tiga']) await plan(first, title)

  await test.step('all posts of the list are selected, not only those in sight', async () => {
    await goTo(window, 'Kalendar')
    await window.getByRole('tab', { name: 'Senarai' }).click()
    const box = window.getByRole('row').nth(1).getByRole('checkbox')
    await box.check()
    await button(window, 'Pilih semua 3').click()
    const bar = window.getByRole('toolbar', { name: 'Tindakan bagi hantaran yang dipilih' })
    await expect(bar).toContainText('3 dipilih')
    await expect(button(window, 'Pilih semua 3')).toHaveCount(0)
    await picture(first, 'list-all-ms-light')
    await expectAccessible(first)
  })

  await test.step('whoever unlocks after somebody else finds a page of their own', async () => {
    await goToAddress(window, `/kalendar/hantaran?hari=${today}`)
    await field(window, 'Tajuk').fill('Separuh ditaip')
    await window.keyboard.press('Control+l')
    await button(window, 'Orang lain').click()
    await window.getByRole('button', { name: designer }).click()
    await field(window, 'Frasa laluan ruang kerja').fill(office.passphrase)
    await button(window, 'Buka kunci').click()
    await expect(field(window, 'Tajuk')).toHaveValue('')
    const drafts = readRows<{ name: string }>(
      folder,
      office.passphrase,
      'select person.name from post_draft join person on person.id = person_id',
    )
    expect(drafts.map(({ name }) => name)).toEqual([office.name])
  })

  await first.close()
  const second = await start({ folder })
  await unlock(second.window)
  await expect(second.window.getByRole('navigation', { name: 'Navigasi utama' })).toBeVisible()
  await sitAs(second, office.name)
  await goTo(second.window, 'Kalendar')
  await expect(second.window.getByRole('tab', { name: 'Senarai' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
})
