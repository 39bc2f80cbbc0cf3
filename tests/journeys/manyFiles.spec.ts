import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chip, dropFiles, row } from '../support/imageActions.ts'
import { drawScenes } from '../support/imageFolder.ts'
import { expect, test, type Application } from '../support/launch.ts'

import { useOfficeScreen } from '../support/screens.ts'
import { enter } from '../support/startActions.ts'

const count = 300

declare global {
  interface Window {
    /** What a person at the window would have noticed since the drop. */
    noticed: {
      readonly droppedAt: number
      readonly longTasks: { readonly start: number; readonly ms: number }[]
      /** The rows in sight from above, now and then while it works: `c` checked, `w` waiting. */
      readonly fillings: string[]
    }
  }
}

test('hundreds of files are checked in order while the window goes on living', async ({
  application,
  folder,
}) => {
  test.setTimeout(600_000)
  const { window } = application
  const dropped = join(folder, 'untuk-disemak')
  const paths = await drawScenes(dropped, count)
  const before = hashesIn(dropped)
  await useOfficeScreen(application)
  await enter(window)
  await expect(window.getByText('Belum ada imej disemak')).toBeVisible()

  await notice(window)
  const began = performance.now()
  await dropFiles(window, paths)
  await expect(chip(window, 'Semua')).toContainText(String(count), { timeout: 60_000 })
  await expect(window.getByRole('progressbar')).toHaveCount(0, { timeout: 400_000 })
  const seconds = (performance.now() - began) / 1_000
  const { first, later } = await longestTasks(window)

  await test.step('rows fill from above', async () => {
    const fillings = await fillingsOf(window)
    expect(fillings.filter((seen) => !/^c*w*$/.test(seen))).toEqual([])
    // A page that does nothing else meanwhile would have been seen at the end only. How long its
    // longest task is depends on what else the computer does: it is printed, not asserted.
    expect(fillings.length).toBeGreaterThan(2)
    // How many fill at once is for the computer to say; but none is emptied again, and all in sight
    // are filled while files further down are still being checked.
    const filled = fillings.map((seen) => seen.lastIndexOf('c') + 1)
    expect(filled).toEqual(filled.toSorted((one, other) => one - other))
    expect(fillings.at(-1)).toMatch(/^c+$/)
  })

  await test.step('the End key leads to the last of them', async () => {
    await window.getByRole('gridcell').first().focus()
    await window.keyboard.press('End')
    await expect(row(window, nameOf(count))).toBeInViewport()
    await expect(row(window, nameOf(count))).toBeFocused()
    await window.keyboard.press('Home')
    await expect(row(window, nameOf(1))).toBeFocused()
    await window.keyboard.press('End')
    await expect(row(window, nameOf(count))).toBeFocused()
    await expect(window.getByText('Menunggu', { exact: true })).toHaveCount(0)
  })

  const { later: inAll } = await longestTasks(window)
  await test.step('a stutter would have been noticed', async () => {
    const ms = inAll + 100
    await stutter(window, ms)
    await expect.poll(async () => (await longestTasks(window)).later).toBeGreaterThanOrEqual(ms)
  })
  const megabytes = await memoryOf(application)
  const figures =
    `${count} files in ${seconds.toFixed(1)} s; longest task ${first} ms in the first second, ` +
    `${later} ms until all were checked, ${inAll} ms until the last was shown; memory: ${megabytes}`
  test.info().annotations.push({ type: 'measured', description: figures })
  process.stdout.write(`    ${figures}\n`)
  expect(hashesIn(dropped)).toEqual(before)
  expect(application.complaints).toEqual([])
})

function nameOf(place: number): string {
  return `IMG_${String(place).padStart(4, '0')}.jpg`
}

/** Name, content, time and rights of every entry. */
function hashesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const path = join(folder, name)
      const { mtimeMs, mode, size } = statSync(path)
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
      return [name, hash, size, mtimeMs, mode].join(' ')
    })
}

/** Starts to note how the window does. */
async function notice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const longTasks: { start: number; ms: number }[] = []
    const fillings: string[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        longTasks.push({ start: startTime, ms: duration })
      }
    })
    observer.observe({ type: 'longtask' })
    setInterval(() => {
      if (document.querySelector('progress, [role=progressbar]') === null) return
      const cells = [...document.querySelectorAll('[role=gridcell]')]
      const seen = cells.map((cell) => (cell.textContent.includes('Menunggu') ? 'w' : 'c')).join('')
      if (seen !== '' && seen !== fillings.at(-1)) fillings.push(seen)
    }, 50)
    window.noticed = { droppedAt: performance.now(), longTasks, fillings }
  })
}

async function fillingsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.noticed.fillings)
}

/** The longest task of the page's thread, in the first second after the drop and after that. */
async function longestTasks(page: Page): Promise<{ first: number; later: number }> {
  return page.evaluate(() => {
    const { droppedAt, longTasks } = window.noticed
    const longest = (tasks: typeof longTasks) =>
      Math.round(Math.max(0, ...tasks.map(({ ms }) => ms)))
    const isFirst = ({ start }: { start: number }) => start < droppedAt + 1_000
    return {
      first: longest(longTasks.filter(isFirst)),
      later: longest(longTasks.filter((task) => !isFirst(task))),
    }
  })
}

/** Keeps the page's thread busy, as a slow list would. */
async function stutter(page: Page, ms: number): Promise<void> {
  await page.evaluate((long) => {
    setTimeout(() => {
      const end = performance.now() + long
      while (performance.now() < end);
    })
  }, ms)
}

/** Megabytes in use by each kind of process. */
async function memoryOf({ electron }: Application): Promise<string> {
  const metrics = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, name, memory }) => ({
      kind: name ?? type,
      megabytes: Math.round(memory.workingSetSize / 1_024),
    })),
  )
  return metrics.map(({ kind, megabytes }) => `${kind} ${megabytes} MB`).join(', ')
}
