import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import sharp from 'sharp'
import { mainWindow, type Application } from './launch.ts'

const room = (path: string) => fileURLToPath(new URL(`../../${path}/`, import.meta.url))

/** The smallest screen the application is made for, less the system's own bars. */
export async function useOfficeScreen(application: Application): Promise<void> {
  const window = await mainWindow(application)
  await window.evaluate((browser) => browser.setContentSize(1366, 728))
  await application.window.waitForFunction(() => innerWidth === 1366)
}

/**
 * Takes a picture of what is seen. They go to `test-results/screens`; with `BKK_UPDATE_SCREENS=1`
 * to `docs/screens`, so that looking through them is a deliberate step.
 */
export async function picture({ window }: Application, name: string): Promise<void> {
  const isKept = process.env['BKK_UPDATE_SCREENS'] === '1'
  const folder = room(isKept ? 'docs/screens' : 'test-results/screens')
  mkdirSync(folder, { recursive: true })
  await settled(window)
  await drawn(window)
  const taken = sharp(await window.screenshot({ animations: 'disabled' }))
  // What is kept in the project is kept small: of 256 colours, as a screen mostly is.
  await taken.png(isKept ? { palette: true, quality: 95 } : {}).toFile(`${folder}${name}.png`)
}

/** No finding of axe that it calls serious or critical, in what is seen now. */
export async function expectAccessible({ window }: Application): Promise<void> {
  await settled(window)
  // Without the legacy mode axe opens a page of its own, which Electron does not let it. What held
  // is not gathered: nobody reads it, and it takes half of the time.
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true)
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(grave).toEqual([])
}

/** Pictures in sight that are still on their way would be taken as grey places. */
async function drawn(window: Application['window']): Promise<void> {
  await window.waitForFunction(() =>
    [...document.images].every((image) => {
      const { top, bottom, width } = image.getBoundingClientRect()
      // What has no place on the page is not fetched either.
      return image.complete || width === 0 || bottom < 0 || top > innerHeight
    }),
  )
}

/** Colours on their way from one state to another are neither. */
async function settled(window: Application['window']): Promise<void> {
  await window.waitForFunction(() =>
    document
      .getAnimations()
      .every((each) => each.effect?.getComputedTiming().iterations === Infinity),
  )
}
