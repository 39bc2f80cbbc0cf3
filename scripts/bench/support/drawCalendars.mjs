// Run by itself on a display: `node drawCalendars.mjs <posts a month> <rounds>` writes what it
// measured as JSON.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from '@playwright/test'
import { build } from 'vite'
import { furnish, passphrase } from '../../../tests/support/furnish.ts'
import { applicationEnvironment, electronArguments } from '../../../tests/support/launch.ts'
import { readRows } from '../../../tests/support/readDatabase.ts'
import { measureStep } from './drawing.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const [perMonth = 300, rounds = 8] = process.argv.slice(2).map(Number)
const first = '2026-01-01'
const days = 181
const months = 6

const folder = mkdtempSync(join(tmpdir(), 'calendar-drawing-'))
try {
  await fill()
  const ours = await openOurs()
  const bare = await openBare(ours)
  process.stdout.write(JSON.stringify(await alternate(ours, bare)))
  await ours.electron.close()
  await bare.electron.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function start() {
  const electron = await _electron.launch({
    ...{ args: electronArguments(), cwd: root, env: applicationEnvironment(folder) },
  })
  const window = await electron.firstWindow()
  await window.waitForLoadState('load')
  return { electron, window, folder, complaints: [], close: () => electron.close() }
}

/** Half a year of posts, as many in each month. */
async function fill() {
  const application = await start()
  await furnish(application)
  await application.close()
  const script = join(root, 'tests/support/fillPosts.ts')
  const asked = [folder, passphrase, String(perMonth * months), first, String(days)]
  execFileSync(process.execPath, [script, ...asked])
}

async function openOurs() {
  const { electron, window } = await start()
  const own = await electron.browserWindow(window)
  await own.evaluate((browser) => browser.setContentSize(1366, 768))
  await window.getByLabel('Frasa laluan', { exact: true }).fill(passphrase)
  await window.getByRole('button', { name: 'Buka', exact: true }).click()
  await window.getByRole('link', { name: 'Kalendar', exact: true }).click()
  await window.locator('.calendar-grid .day-number').first().waitFor()
  await window.waitForTimeout(2_000)
  // To March: as far from today as it takes.
  const shown = await window.locator('h2.title').textContent()
  if (shown === null) throw new Error('The calendar names no month')
  const today = new Date(Date.now() + 8 * 3_600_000)
  const back = (today.getUTCFullYear() - 2026) * 12 + today.getUTCMonth() - 2
  const step = back > 0 ? 'Bulan sebelumnya' : 'Bulan seterusnya'
  for (let at = 0; at < Math.abs(back); at += 1) {
    await window.getByRole('button', { name: step }).click()
    await window.waitForTimeout(100)
  }
  await window.waitForTimeout(2_000)
  const drawn = await window.evaluate(() => {
    const grid = document.querySelector('.calendar-grid')
    const cells = [...document.querySelectorAll('.cal-cell')]
    return {
      width: grid?.clientWidth ?? 0,
      height: grid?.clientHeight ?? 0,
      most: Math.max(1, ...cells.map((cell) => cell.querySelectorAll('.post-tile').length)),
    }
  })
  return { electron, window, drawn }
}

/** @param {Awaited<ReturnType<typeof openOurs>>} ours */
async function openBare({ drawn }) {
  const built = join(folder, 'bare')
  await build({
    ...{ configFile: false, logLevel: 'error', base: './' },
    root: join(root, 'scripts/bench/bareCalendar'),
    build: { outDir: built, emptyOutDir: true, target: 'chrome130' },
  })
  const rows = /** @type {{ id: string, title: string, day: string, time: string | null }[]} */ (
    readRows(
      folder,
      passphrase,
      `select id, title, day, time from post where day is not null and trashed_at is null
       union all select p.id || a.account_id, p.title, a.day, a.time from post_account a
       join post p on p.id = a.post_id where a.day is not null and p.trashed_at is null
       order by 3, 4, 1`,
    )
  )
  const flags = electronArguments().slice(0, -1)
  const electron = await _electron.launch({
    args: [...flags, join(root, 'scripts/bench/bareCalendar')],
    cwd: root,
    env: {
      ...applicationEnvironment(join(folder, 'bare-profile')),
      BARE_CALENDAR_PAGE: join(built, 'index.html'),
    },
  })
  const window = await electron.firstWindow()
  await window.waitForLoadState('load')
  await window.evaluate(
    (setting) => {
      const draw = /** @type {unknown} */ (Reflect.get(globalThis, 'drawCalendar'))
      if (typeof draw === 'function') draw(setting)
    },
    {
      ...{ ...drawn, day: '2026-03-15' },
      events: rows.map(({ id, title, day, time }) => ({
        ...{ id, title, start: time === null ? day : `${day}T${time}:00`, allDay: time === null },
      })),
    },
  )
  await window.waitForTimeout(1_000)
  return { electron, window }
}

/**
 * March, April and back, in both by turns; the first round fills caches and does not count.
 * @param {Awaited<ReturnType<typeof openOurs>>} ours
 * @param {Awaited<ReturnType<typeof openBare>>} bare
 */
async function alternate(ours, bare) {
  const words = ['Bulan seterusnya', 'Bulan sebelumnya']
  const subjects = [
    {
      ...{ name: 'our month', page: ours.window, root: '.calendar-grid' },
      steps: words.map((name) => `document.querySelector('[aria-label="${name}"]').click()`),
    },
    {
      ...{ name: 'bare FullCalendar', page: bare.window, root: '#calendar' },
      steps: ['window.calendarApi.next()', 'window.calendarApi.prev()'],
    },
  ]
  const sessions = []
  for (const { page } of subjects) {
    const session = await page.context().newCDPSession(page)
    // The processor's time, not the clock's: others use the machine too.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    sessions.push(session)
  }
  const measured = subjects.map(({ name }) => ({
    ...{ name, shown: /** @type {number[]} */ ([]), busy: /** @type {number[]} */ ([]) },
  }))
  for (let round = -2; round < rounds * 2; round += 1) {
    for (const [at, { page, root: of, steps }] of subjects.entries()) {
      const session = sessions[at]
      const step = steps[Math.abs(round) % 2]
      if (session === undefined || step === undefined) continue
      const { shown, busy } = await measureStep(page, session, of, step)
      if (round < 0) continue
      measured[at]?.shown.push(shown)
      measured[at]?.busy.push(busy)
    }
  }
  const tiles = await ours.window.locator('.post-tile').count()
  return { measured, tiles, most: ours.drawn.most }
}
