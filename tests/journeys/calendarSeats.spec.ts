import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { monthOf } from '../../src/renderer/posts/calendarDays.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test } from '../support/launch.ts'
import { fillWithPosts } from '../support/manyPosts.ts'
import { addDesigner, designer, sitAs } from '../support/postActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { field, goTo, unlock } from '../support/startActions.ts'

test('the list holds what fits its filter, and a designer what is not theirs to change', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000)
  const first = await start()
  await fillWithPosts(first, 60, monthOf(todayInMalaysia()).from, 30)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const [published] = readRows<{ title: string }>(
    folder,
    passphrase,
    `select title from post where status = 'published' and day is not null
       and id in (select post_id from post_account) order by day, id`,
  )
  const [written] = readRows<{ title: string }>(
    folder,
    passphrase,
    `select title from post where status = 'draft' and day is not null and body = '' order by day, id`,
  )
  await goTo(window, 'Kalendar')
  await window.getByRole('tab', { name: 'Senarai' }).click()
  const search = window.getByRole('searchbox', { name: 'Cari hantaran' })
  const row = (title: string) => window.getByRole('gridcell', { name: title, exact: true })

  await test.step('a row leaves the list when an edit takes it out of the filter', async () => {
    const title = written?.title ?? ''
    await search.fill(title)
    await expect(row(title)).toBeVisible()
    await expect(window.locator('[data-row]')).toHaveCount(1)
    await row(title).focus()
    await window.keyboard.press('F2')
    await window.getByRole('textbox', { name: 'Tajuk' }).fill('Perasmian balai')
    await window.keyboard.press('Enter')
    await expect(window.locator('[data-row]')).toHaveCount(0)
    await expect(window.getByText('Tiada yang sepadan dengan penapis ini.')).toBeVisible()
    await search.fill('Perasmian balai')
    await expect(row('Perasmian balai')).toBeVisible()
  })

  await test.step('the account of a row of results stays while its numbers are scrolled', async () => {
    const title = published?.title ?? ''
    await search.fill(title)
    await row(title).focus()
    await window.keyboard.press('Enter')
    await window.getByRole('tab', { name: 'Prestasi' }).click()
    const table = window.getByRole('table', { name: 'Angka baharu' })
    await expect(table).toBeVisible()
    const places = await table.evaluate((element) => {
      const scroller = element.parentElement
      const account = element.querySelector('tbody th')
      const number = element.querySelector('tbody td')
      if (!scroller || !account || !number) return null
      // Narrower than any pane, so that there is something to scroll.
      scroller.style.inlineSize = '240px'
      const lefts = () => [account, number].map((each) => each.getBoundingClientRect().left)
      const before = lefts()
      scroller.scrollLeft = 80
      return { before, after: lefts(), scrolled: scroller.scrollLeft }
    })
    expect(places?.scrolled).toBe(80)
    const [account = 0, number = 0] = places?.before ?? []
    expect(places?.after).toEqual([account, number - 80])
    await window.keyboard.press('Escape')
  })

  await addDesigner(application)
  await goTo(window, 'Kalendar')
  await window.getByRole('tab', { name: 'Bulan' }).click()
  await search.fill('Perasmian balai')
  /** Whoever sits down has a calendar of their own: nothing is filtered there. */
  const find = async (): Promise<void> => {
    await expect(search).toHaveValue('')
    await window.getByRole('tab', { name: 'Bulan' }).click()
    await search.fill('Perasmian balai')
  }
  const tile = window.getByRole('button', { name: /Perasmian balai/ }).first()

  await test.step('who sits down while the month is open finds it as their role has it', async () => {
    await expect(tile).toBeVisible()
    const movable = async (): Promise<boolean> => {
      await tile.click({ button: 'right' })
      const item = window.getByRole('menuitem', { name: /^Pindah/ })
      await expect(item).toBeVisible()
      const may = await item.isEnabled()
      await window.keyboard.press('Escape')
      await expect(item).toHaveCount(0)
      return may
    }
    expect(await movable()).toBe(true)
    await sitAs(application, designer)
    await find()
    await expect(tile).toBeVisible()
    expect(await movable()).toBe(false)
    await sitAs(application, 'Siti')
    await find()
    await expect(tile).toBeVisible()
    expect(await movable()).toBe(true)
  })

  await test.step('a designer writes, and does not change the plan', async () => {
    await sitAs(application, designer)
    await find()
    await tile.click()
    await expect(field(window, 'Tajuk')).toBeEditable()
    await expect(window.getByText('Tarikh, masa, fasa dan akaun diubah oleh')).toBeVisible()
    for (const name of ['Tarikh', 'Masa', 'Fasa']) {
      await expect(window.getByLabel(name, { exact: true })).toBeDisabled()
    }
    await picture(application, 'post-designer-ms-light')
    await expectAccessible(application)
    await window.keyboard.press('Escape')
    await sitAs(application, 'Siti')
    await find()
    await tile.click()
    await expect(window.getByLabel('Tarikh', { exact: true })).toBeEnabled()
  })
  expect(application.complaints).toEqual([])
})
