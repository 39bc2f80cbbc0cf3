import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { card, column, toView } from '../support/phaseActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('posts go from phase to phase by mouse and by keys, with a way back; targets say what lacks', async ({
  application,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)

  await test.step('a phase wants two infographics and one text', async () => {
    await goTo(window, 'Kitaran dan fasa')
    await window.getByRole('gridcell').nth(1).click()
    const pane = window.getByRole('complementary')
    await pane.getByRole('spinbutton', { name: 'Infografik' }).fill('2')
    await pane.getByRole('spinbutton', { name: 'Info Rakyat' }).fill('1')
    await window.keyboard.press('Control+s')
    await expect(
      window.getByText(/^Fasa 2: kurang 2 infografik|^Fasa 2: tiada infografik/),
    ).toBeVisible()
    await expect(window.getByText('0 terbit · 0 dirancang · 3 belum ada')).toBeVisible()
    await look(application, 'phases-cycle-meter-ms-light')
  })

  await goTo(window, 'Kalendar')
  await toView(application, 'Papan fasa')
  await test.step('a column begins a post in its phase', async () => {
    await expect(column(application, 2)).toBeVisible()
    await column(application, 2)
      .getByRole('button', { name: /^Tambah hantaran dalam/ })
      .click()
    await field(window, 'Tajuk').fill('Infografik 15 saluran aduan')
    await window.keyboard.press('Control+s')
    await expect(card(column(application, 2), 'Infografik 15 saluran aduan')).toBeVisible()
    await window.keyboard.press('Escape')
    for (const title of ['Notis lencongan trafik', 'Perasmian jambatan']) {
      await window.keyboard.press('n')
      await field(window, 'Tajuk').fill(title)
      await window.keyboard.press('Control+s')
      await expect(card(column(application, 0), title)).toBeVisible()
      await window.keyboard.press('Escape')
    }
    await look(application, 'phases-board-few-ms-light')
  })

  await test.step('keys move a card on and back, and the focus goes along', async () => {
    await card(column(application, 2), 'Infografik').focus()
    await window.keyboard.press(']')
    await expect(card(column(application, 3), 'Infografik')).toBeFocused()
    await expect(notice(window, /dipindahkan ke Fasa 3/)).toBeVisible()
    await window.keyboard.press('Alt+ArrowLeft')
    await expect(card(column(application, 2), 'Infografik')).toBeFocused()
    await button(window, 'Buat asal').click()
    await expect(card(column(application, 3), 'Infografik')).toBeVisible()
  })

  await test.step('the mouse takes a card to another column; it can be undone', async () => {
    await card(column(application, 0), 'Notis lencongan trafik')
      .locator('[draggable="true"]')
      .dragTo(column(application, 5))
    await expect(card(column(application, 5), 'Notis lencongan trafik')).toBeVisible()
    await button(window, 'Buat asal').click()
    await expect(card(column(application, 0), 'Notis lencongan trafik')).toBeVisible()
  })

  await test.step('a dialog asks where to', async () => {
    await card(column(application, 0), 'Perasmian jambatan').focus()
    await window.keyboard.press('f')
    const dialog = window.getByRole('dialog', { name: 'Tukar fasa…' })
    await dialog.getByRole('combobox').selectOption({ index: 5 })
    await look(application, 'phases-choose-ms-light')
    await dialog.getByRole('button', { name: 'Tukar', exact: true }).click()
    await expect(card(column(application, 5), 'Perasmian jambatan')).toBeFocused()
  })

  await test.step('the example brings its posts along', async () => {
    await goTo(window, 'Kitaran dan fasa')
    await button(window, 'Muat contoh 2015–2019').click()
    await expect(notice(window, /27 hantarannya dimuatkan/)).toBeVisible()
    await goTo(window, 'Kalendar')
    await window.getByRole('combobox', { name: 'Kitaran' }).selectOption({ index: 1 })
    await expect(card(column(application, 1), 'Pembukaan FT04 Grik-Jeli')).toBeVisible()
    await expect(column(application, 2)).toHaveAccessibleName('Fasa 2, 14 hantaran')
    await look(application, 'phases-board-history-ms-light')
    // What came out is moved only by who says so twice.
    await card(column(application, 1), 'Parkir HKL').focus()
    await window.keyboard.press(']')
    await expect(window.getByRole('dialog')).toContainText('Parkir HKL sudah diterbitkan')
    await button(window, 'Batal').click()
    await expect(card(column(application, 1), 'Parkir HKL')).toBeVisible()
    await toView(application, 'Peta fasa')
    await expect(window.getByRole('grid', { name: /^Peta fasa/ })).toBeVisible()
    await look(application, 'phases-road-history-ms-light')
  })
  expect(application.complaints).toEqual([])
})
