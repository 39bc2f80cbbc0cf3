import { fillRegister, line } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test } from '../support/launch.ts'
import { sitAs } from '../support/postActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

test('two officers correct one complaint: both values stand side by side, and one is chosen', async ({
  start,
}) => {
  test.setTimeout(240_000)
  const filled = await start()
  const { folder } = filled
  await fillRegister(filled, 6)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const pane = window.getByRole('complementary', { name: 'Aduan' })
  const told = pane.getByRole('region', { name: 'Aduan ini diubah semasa anda menaip' })
  const both = (name: string) => told.getByRole('group', { name })
  const kept = () =>
    readRows<{ district: string; place: string; what: string }>(
      ...[folder, passphrase, `select district, place, what from complaint order by ordinal`],
    )[0]
  const edit = async () => {
    await pane.getByRole('button', { name: 'Ubah', exact: true }).click()
    await expect(field(window, 'Apa yang berlaku')).toBeVisible()
  }
  await goTo(window, 'Daftar Aduan')
  await line(window, /000001/).click()

  await test.step('one types; another sits down, sees none of it, and saves', async () => {
    await edit()
    await field(window, 'Apa yang berlaku').fill('Lubang besar di kedua-dua lorong')
    await field(window, 'Daerah').fill('Bentong')
    await sitAs(application, 'Hafiz Othman')
    await expect(field(window, 'Apa yang berlaku')).toHaveCount(0)
    await edit()
    await expect(field(window, 'Daerah')).toHaveValue('Raub')
    await field(window, 'Apa yang berlaku').fill('Lubang besar, sudah ditanda kon')
    await field(window, 'Daerah').fill('Kuantan')
    await field(window, 'Tempat').fill('Hadapan pasar besar')
    await window.keyboard.press('Control+s')
    await expect(notice(window, /disimpan$/)).toBeVisible()
  })

  await test.step('back at it, the first sees both values and what is taken', async () => {
    await sitAs(application, 'Siti')
    await edit()
    await expect(told).toContainText('Hafiz Othman mengubahnya pada')
    await expect(both('Daerah')).toContainText('Bentong')
    await expect(both('Daerah')).toContainText('Kuantan')
    await expect(told).toContainText('Diambil daripada yang disimpan, tanpa taipan anda: Tempat.')
    await expect(told).toContainText('Belum dipilih: 2 medan')
    await expect(both('Apa yang berlaku').getByRole('radio').first()).toBeFocused()
    await picture(application, 'complaints-meanwhile-ms-light')
    await expectAccessible(application)
    await window.emulateMedia({ colorScheme: 'dark' })
    await picture(application, 'complaints-meanwhile-ms-dark')
    await expectAccessible(application)
    await window.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('nothing is saved before all is chosen; then each choice is', async () => {
    await window.keyboard.press('Control+s')
    expect(kept()).toMatchObject({ district: 'Kuantan' })
    await window.keyboard.press('Space')
    await both('Daerah').getByText('Yang disimpan').click()
    await expect(told).not.toContainText('Belum dipilih')
    await told.getByRole('button', { name: 'Simpan dengan pilihan ini' }).click()
    await expect(notice(window, /disimpan$/)).toBeVisible()
    await expect.poll(kept).toEqual({
      what: 'Lubang besar di kedua-dua lorong',
      ...{ district: 'Kuantan', place: 'Hadapan pasar besar' },
    })
  })

  await test.step('and is taken back to what the other had saved', async () => {
    await button(window, 'Buat asal').click()
    await expect.poll(kept).toMatchObject({ what: 'Lubang besar, sudah ditanda kon' })
  })
})
