import type {} from '../support/clientInPage.ts'
import { fillRegister, line } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { goToAddress } from '../support/postActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, unlock } from '../support/startActions.ts'

/** The opening of a bridge in the town whose road has a hole that is in the register. */
async function addLaunch(application: Application): Promise<string> {
  return application.window.evaluate(async () => {
    const content = {
      ...{ title: 'Perasmian jambatan baharu', kind: 'text', brief: '', text: '', notes: '' },
      ...{ phaseId: null, category: null, approach: null },
      programme: {
        ...{ name: 'Majlis perasmian', day: '2030-12-02', time: null },
        ...{ place: 'Dataran Raub', state: 'MY-06', guests: [] },
      },
      ...{ requestedOn: null, deliveredOn: null, day: '2030-12-02', time: null },
      ...{ ownerId: null, designerId: null, approverId: null },
      ...{ thrusts: [], segments: [], hashtags: [], images: [], links: [], accounts: [] },
    }
    const { call } = window.clientInPage
    const { id } = (await call('posts.add', { content, status: 'draft' })) as { id: string }
    return id
  })
}

test('before a launch, urgent complaints at its place are said, with the way to them', async ({
  start,
}) => {
  test.setTimeout(180_000)
  let post = ''
  await fillRegister(await start(), 3, async (application) => {
    post = await addLaunch(application)
  })
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goToAddress(window, `#/kalendar/hantaran/${post}`)
  const tab = window.getByRole('tab', { name: 'Semakan' })
  await tab.click()
  const findings = window.getByRole('list', { name: 'Penemuan semakan' })
  const warning = findings.getByRole('listitem').filter({ hasText: 'aduan mendesak' })
  await expect(warning).toContainText('1 aduan mendesak belum selesai di Pahang.')
  await expect(warning).toContainText('1 daripadanya di Raub, tempat program ini.')
  await picture(application, 'post-urgent-place-ms-light')
  await expectAccessible(application)

  // Another town of the state: said of the state alone. Elsewhere: nothing.
  await window.getByRole('tab', { name: 'Kandungan' }).click()
  await field(window, 'Tempat').fill('Dataran Bentong')
  await tab.click()
  await expect(warning).not.toContainText('tempat program ini')
  await expect(warning).toContainText('1 aduan mendesak belum selesai di Pahang.')

  await button(window, 'Lihat aduan').click()
  await expect(line(window, 'Lubang besar di lorong kiri')).toBeVisible()
  await expect(window.getByRole('gridcell').filter({ hasText: /ADU-/ })).toHaveCount(1)
})
