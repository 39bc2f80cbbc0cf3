import type {} from '../support/clientInPage.ts'
import { expect, killWorkspace, test, type Application } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'
import { takeClient } from '../support/takeClient.ts'

const lim = 'Lim Mei Ling'
const pin = '270519'

async function begin(application: Application): Promise<void> {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Tetapan', 'Orang')
}

/** A designer, added by hand; a PIN of her own, once she sits there. */
async function addDesigner({ window }: Application): Promise<void> {
  await window.keyboard.press('n')
  await field(window, 'Nama').fill(lim)
  await field(window, 'Jawatan').fill('Pereka grafik')
  await window.getByRole('checkbox', { name: 'Pereka', exact: true }).check()
  await window.getByRole('checkbox', { name: 'Pemerhati', exact: true }).uncheck()
  await button(window, 'Tambah').click()
  await expect(window.getByRole('gridcell', { name: lim })).toContainText('Pereka')
  // The pane goes on with what was saved.
  await expect(field(window, 'Nama')).toHaveValue(lim)
  await expect(window.getByRole('checkbox', { name: 'Pereka', exact: true })).toBeChecked()
}

async function sitAs({ window }: Application, name: string): Promise<void> {
  await window.keyboard.press('Control+u')
  await window.getByRole('dialog').getByRole('button', { name }).click()
}

async function setOwnPin({ window }: Application, wanted: string): Promise<void> {
  await field(window, 'PIN baharu').fill(wanted)
  await field(window, 'PIN baharu sekali lagi').fill(wanted)
  await button(window, 'Tetapkan PIN').click()
  await expect(window.getByText('PIN ditetapkan').first()).toBeVisible()
}

function lockScreen({ window }: Application) {
  return window.getByRole('dialog', { name: /^(Skrin dikunci|The screen is locked)$/ })
}

test('a designer with a PIN locks the screen, and may not change the settings', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  await addDesigner(application)
  await picture(application, 'people-roles-ms-light')
  await expectAccessible(application)
  await sitAs(application, lim)
  const seated = window.getByRole('button', { name: `${lim} (Pereka grafik)` })
  await expect(seated).toContainText('· Pereka')
  await setOwnPin(application, pin)
  await picture(application, 'people-own-pin-ms-light')
  await expectAccessible(application)

  // What her role may not do stands there, says why, and does nothing.
  await expect(field(window, 'Nama')).toBeDisabled()
  await expect(window.getByText('Untuk pentadbir sahaja').first()).toBeVisible()
  await button(window, 'Tambah orang').click({ force: true })
  await window.keyboard.press('n')
  await expect(window.getByRole('heading', { name: 'Tambah orang' })).toBeHidden()
  await expect(window.getByRole('link', { name: 'Log Audit' })).toBeHidden()
  await goTo(window, 'Pejabat')
  await expect(field(window, 'Nama unit')).toBeDisabled()
  await picture(application, 'settings-refused-ms-light')
  await expectAccessible(application)

  await window.keyboard.press('Control+l')
  await expect(lockScreen(application)).toBeVisible()
  await expect(field(window, `PIN ${lim}`)).toBeFocused()
  await picture(application, 'lock-pin-ms-light')
  await expectAccessible(application)
  await field(window, `PIN ${lim}`).fill('270518')
  await window.keyboard.press('Enter')
  await expect(window.getByText('PIN tidak betul')).toBeVisible()
  await picture(application, 'lock-wrong-ms-light')
  await expect(field(window, `PIN ${lim}`)).toBeFocused()
  await window.keyboard.type(pin)
  await window.keyboard.press('Enter')
  await expect(lockScreen(application)).toBeHidden()
  await expect(seated).toBeVisible()
  expect(application.complaints).toEqual([])

  // Not only in the window: the same call over the port is refused, and leaves nothing.
  await takeClient(application)
  expect(await callsForAdministrators(application)).toEqual({
    reasons: Array(4).fill('people.not-allowed'),
    idleSeconds: 600,
  })
})

/** How the workspace answers calls of settings made over the port, past every page. */
async function callsForAdministrators(application: Application) {
  return application.window.evaluate(async () => {
    const { people, office, images, gate } = window.clientInPage.workspace
    const state = await gate.state({})
    if (state.kind !== 'open' || state.actor === null) throw new Error('Nobody sits there')
    const self = state.actor
    const rules = await images.rules({})
    const attempts = [
      () => people.change({ ...self, roles: ['administrator'] }),
      () => office.changeScreenLock({ idleSeconds: 0 }),
      () => images.changeRules(rules),
      () => office.auditLog({ before: null, limit: 1 }),
    ]
    const reasons: string[] = []
    for (const attempt of attempts) {
      await attempt().then(
        () => reasons.push('done'),
        (error: unknown) => reasons.push(error instanceof Error ? error.message : ''),
      )
    }
    const { idleSeconds } = await office.screenLock({})
    return { reasons, idleSeconds }
  })
}

test('beneath a locked screen nothing can be seen, read or reached, and typed text stays', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  await window.keyboard.press('n')
  await field(window, 'Nama').fill('Ahmad Faizal')
  await field(window, 'Jawatan').focus()
  await window.keyboard.press('Control+l')
  const cover = lockScreen(application)
  await expect(cover).toBeVisible()
  await expect(window.getByRole('navigation')).toBeHidden()
  await expect(window.getByRole('heading', { name: 'Orang', level: 1 })).toBeHidden()
  expect(await drawnBeneath(application)).toEqual([])
  for (const key of ['Escape', 'Escape', 'Control+k', 'Control+u', '?']) {
    await window.keyboard.press(key)
  }
  await expect(window.getByRole('dialog')).toHaveCount(1)
  await expect(cover).toBeVisible()
  // The keyboard goes round within the cover.
  for (let press = 0; press < 12; press += 1) {
    await window.keyboard.press('Tab')
    const within = await window.evaluate(
      () =>
        document.activeElement === document.body ||
        document.activeElement?.closest('dialog.lock') !== null,
    )
    expect(within).toBe(true)
  }
  await picture(application, 'lock-passphrase-ms-light')
  await expectAccessible(application)

  // She has no PIN: the lock is never empty.
  await window.getByRole('textbox', { name: 'Frasa laluan ruang kerja' }).fill(office.passphrase)
  await button(window, 'Buka kunci').click()
  await expect(cover).toBeHidden()
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(field(window, 'Nama')).toHaveValue('Ahmad Faizal')
  await expect(field(window, 'Jawatan')).toBeFocused()
  expect(application.complaints).toEqual([])
})

/** What of the page beneath is drawn all the same. */
async function drawnBeneath({ window }: Application): Promise<string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll('.within *')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  )
}

test('an unused screen locks itself, stays locked over a reload and a crash, and no call gets in', async ({
  start,
}) => {
  const application = await start({ begun: true, failuresExpected: true })
  const { window } = application
  await begin(application)
  await addDesigner(application)
  await goTo(window, 'Keselamatan')
  await expect(window.getByRole('radio', { name: 'selepas 10 minit' })).toBeChecked()
  await picture(application, 'security-lock-ms-light')
  await expectAccessible(application)
  await window.getByRole('radio', { name: 'selepas 1 minit', exact: true }).check()
  await expect(window.getByText('Masa kunci skrin disimpan').first()).toBeVisible()

  // A minute without a key or a movement.
  await expect(lockScreen(application)).toBeVisible({ timeout: 90_000 })
  await window.reload()
  await expect(lockScreen(application)).toBeVisible()
  await expect(window.getByRole('navigation', { includeHidden: true })).toHaveCount(0)
  await killWorkspace(application)
  await expect(lockScreen(application)).toBeVisible()
  await window.waitForTimeout(1_500)
  await button(window, 'Orang lain').click()
  await picture(application, 'lock-choose-ms-light')
  await expectAccessible(application)
  await window.getByRole('button', { name: lim }).click()
  await window.getByRole('textbox', { name: 'Frasa laluan ruang kerja' }).fill(office.passphrase)
  await window.keyboard.press('Enter')
  await expect(lockScreen(application)).toBeHidden()
  await expect(window.getByRole('button', { name: `${lim} (Pereka grafik)` })).toBeVisible()
})

test('in English and in the dark: choosing a person with a PIN, the lock, closing the workspace', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  await window.getByRole('gridcell', { name: office.name }).click()
  await setOwnPin(application, pin)
  await addDesigner(application)
  await sitAs(application, lim)
  await window.keyboard.press('Control+k')
  await window.keyboard.type('tukar english')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+k')
  await window.keyboard.type('dark')
  await window.keyboard.press('Enter')
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await sitAs(application, office.name)
  await field(window, `PIN of ${office.name}`).fill('270518')
  await window.keyboard.press('Enter')
  await expect(window.getByText('The PIN is not right')).toBeVisible()
  await picture(application, 'person-pin-en-dark')
  await expectAccessible(application)
  await window.keyboard.type(pin)
  await window.keyboard.press('Enter')
  await expect(
    window.getByRole('button', { name: `${office.name} (${office.post})` }),
  ).toBeVisible()
  await picture(application, 'people-roles-en-dark')

  await window.keyboard.press('Control+l')
  await expect(lockScreen(application)).toBeVisible()
  await picture(application, 'lock-pin-en-dark')
  await expectAccessible(application)
  await button(window, 'Close the workspace').click()
  await expect(window.getByText('Open the workspace')).toBeVisible()
  await field(window, 'Passphrase').fill(office.passphrase)
  await button(window, 'Open').click()
  // Who sat there last has a PIN: the passphrase alone does not sit anybody down.
  await expect(lockScreen(application)).toBeVisible()
  await field(window, `PIN of ${office.name}`).fill(pin)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  expect(application.complaints).toEqual([])
})
