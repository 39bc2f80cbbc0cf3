import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { addDays, monthOf } from '../../src/renderer/posts/calendarDays.ts'
import { eventsOf } from '../support/calendarLines.ts'
import { cellsOf } from '../support/cells.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import {
  closePreview,
  complaintsOfHiddenPages,
  openPreview,
  savedPages,
  savedWhen,
} from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

/** The tenth of this month: its grid always has a week before and after it. */
const day = addDays(monthOf(todayInMalaysia()).from, 9)

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

async function addOn({ window }: Application, of: string, title: string): Promise<void> {
  await window.locator(`[data-day="${of}"] .day-number`).focus()
  await window.keyboard.press('n')
  await expect(field(window, 'Tajuk')).toBeFocused()
  await window.keyboard.type(title)
  await window.keyboard.press('Enter')
  await expect(notice(window, `${title} ditambah`)).toBeVisible()
}

const inMenu = ({ window }: Application, name: string) => window.getByRole('menuitem', { name })

async function fromMenu(application: Application, name: string): Promise<void> {
  await button(application.window, 'Cetak, simpan dan import').click()
  await inMenu(application, name).click()
}

test('the plan is copied, printed and saved as files', async ({ application, folder }) => {
  test.setTimeout(300_000)
  const { window } = application
  const complaints = complaintsOfHiddenPages(application)
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Kalendar')
  await addOn(application, day, 'Notis lencongan trafik')
  await addOn(application, addDays(day, 2), 'Perasmian jambatan')

  await test.step('two posts are copied a week on, and the copies taken back', async () => {
    await window.keyboard.press('4')
    await window.getByRole('checkbox', { name: 'Pilih Notis lencongan trafik' }).check()
    await window.getByRole('checkbox', { name: 'Pilih Perasmian jambatan' }).check()
    await button(window, 'Buat salinan…').click()
    await expect(window.getByRole('dialog')).toContainText('2 hantaran')
    await window.getByRole('spinbutton', { name: 'Anjakan hari' }).fill('8')
    await look(application, 'calendar-duplicate-ms-light')
    await window.keyboard.press('Enter')
    await expect(notice(window, '2 salinan dibuat')).toBeVisible()
    expect(rows(`select title, day, status from post order by day`)).toEqual([
      { title: 'Notis lencongan trafik', day, status: 'idea' },
      { title: 'Perasmian jambatan', day: addDays(day, 2), status: 'idea' },
      { title: 'Notis lencongan trafik', day: addDays(day, 8), status: 'draft' },
      { title: 'Perasmian jambatan', day: addDays(day, 10), status: 'draft' },
    ])
    await button(window, 'Buat asal').click()
    await expect.poll(() => rows(`select id from post where trashed_at is null`).length).toBe(2)
    for (let more = 0; more < 7; more += 1) {
      await window.keyboard.press('1')
      await addOn(application, addDays(day, 4), `Siri keselamatan ${more + 1}`)
    }
  })

  await test.step('the month is printed with the days that are too full on a page of their own', async () => {
    await window.keyboard.press('1')
    await openPreview(application)
    await picture(application, 'plan-month-preview-ms-light')
    const pages = await savedPages(application, 'plan-month-ms')
    const [first = ''] = pages
    expect(first).toContain('Isnin')
    expect(first).toContain('Notis lencongan trafik')
    expect(first).toContain('+3 lagi')
    expect(first.match(/Siri keselamatan \d/g)).toHaveLength(4)
    const after = pages.slice(1).join(' ')
    for (let more = 1; more <= 7; more += 1) expect(after).toContain(`Siri keselamatan ${more}`)
    await closePreview(application)
    changeRows(
      folder,
      office.passphrase,
      `update post set title = 'Notis bertukar' where title = 'Notis lencongan trafik'`,
    )
    await openPreview(application)
    const changed = await savedPages(application, 'plan-month-changed-ms')
    expect(changed[0]).toContain('Notis bertukar')
    expect(changed[0]).not.toContain('Notis lencongan')
    await closePreview(application)
  })

  await test.step('the list is printed with its filter and what stands behind its days', async () => {
    changeRows(
      folder,
      office.passphrase,
      `insert into calendar_note (id, title, body, starts_on, ends_on, kind, reason, effect, states)
       select '70000000-0000-4000-8000-000000000001', 'Berkabung bagi negara', '', min(day), max(day),
         'blackout', 'mourning', 'hold', '[]' from post`,
    )
    await window.keyboard.press('4')
    await fromMenu(application, 'Cetak senarai')
    await expect(window.getByRole('dialog').locator('canvas').first()).toBeVisible({
      timeout: 60_000,
    })
    const text = (await savedPages(application, 'plan-list-ms')).join(' ')
    for (const { title } of rows<{ title: string }>(
      'select title from post where trashed_at is null',
    )) {
      expect(text).toContain(title)
    }
    // Once a day, at the first of its posts.
    const [{ days } = { days: 0 }] = rows<{ days: number }>(
      'select count(distinct day) as days from post where trashed_at is null',
    )
    expect(text.match(/Berkabung\s+bagi\s+negara/g)).toHaveLength(days)
    await closePreview(application)
  })

  await test.step('files say what the rows say', async () => {
    await button(window, 'Cetak, simpan dan import').click()
    await look(application, 'calendar-files-menu-ms-light')
    await window.keyboard.press('Escape')
    const titles = rows<{ title: string }>(
      'select title from post where trashed_at is null order by day, id',
    ).map(({ title }) => title)
    const csv = await savedWhen(application, 'plan.csv', () =>
      fromMenu(application, 'Simpan sebagai CSV'),
    )
    const [heads = [], ...cells] = cellsOf(csv.toString('utf8').slice(1))
    expect(cells.map((row) => row[heads.indexOf('Tajuk')])).toEqual(titles)
    const ics = await savedWhen(application, 'plan.ics', () =>
      fromMenu(application, 'Simpan sebagai kalendar (ICS)'),
    )
    expect(eventsOf(ics.toString('utf8')).map(({ SUMMARY }) => SUMMARY)).toEqual(titles)
    const xlsx = await savedWhen(application, 'plan.xlsx', () =>
      fromMenu(application, 'Simpan sebagai Excel (XLSX)'),
    )
    expect(xlsx.subarray(0, 2).toString('latin1')).toBe('PK')
  })
  expect(complaints).toEqual([])
})
