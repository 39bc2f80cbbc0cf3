import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { onDisplay } from '../running/display.mjs'
import { environment } from '../setup/environment.mjs'
import { median, ratio } from './support/figures.mjs'

const script = fileURLToPath(new URL('support/drawCalendars.mjs', import.meta.url))

/** @typedef {{ name: string, shown: number[], busy: number[] }} Measured */

/**
 * A step to another month in the real application, from the press to the last change painted,
 * against FullCalendar alone with the same events as an array and its own tiles, in the same
 * Electron, by turns.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'calendar-drawing',
  run: async (context) => {
    const lines = []
    for (const [perMonth, rounds] of /** @type {const} */ ([
      [300, 8],
      [3_000, 4],
    ])) {
      const [command, args] = onDisplay(
        process.execPath,
        [script, String(perMonth), String(rounds)],
        { hidden: true },
      )
      const { stdout } = await promisify(execFile)(command, args, {
        ...{ cwd: context.root, env: environment(context), maxBuffer: 1e8 },
      })
      lines.push(...table(perMonth, JSON.parse(stdout)))
    }
    return [...lines, `goal: a ratio of 1.5; load of the machine ${loadavg()[0]?.toFixed(1) ?? ''}`]
  },
}

/**
 * @param {number} perMonth
 * @param {{ measured: Measured[], tiles: number, most: number }} result
 */
function table(perMonth, { measured, tiles, most }) {
  const shown = measured.map((each) => median(each.shown))
  const busy = measured.map((each) => median(each.busy))
  return [
    `${perMonth} posts a month, ${tiles} tiles drawn, at most ${most} a day`,
    ...measured.map(
      ({ name }, at) =>
        `  ${name.padEnd(18)} ${String(shown[at]).padStart(5)} ms until painted, ` +
        `${String(busy[at]).padStart(5)} ms of the page's thread`,
    ),
    `  ratio ${ratio(shown)} in time, ${ratio(busy)} in work; medians of ${measured[0]?.shown.length ?? 0} each, by turns`,
  ]
}
