import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hostileFileNames, hostilePayloads } from '../support/hostilePayloads.ts'
import { checkEnds, chip, dropFiles, row } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { useOfficeScreen } from '../support/screens.ts'
import { button, enter, goTo, office, unlock } from '../support/startActions.ts'
import { takeClient } from '../support/takeClient.ts'

test('names, captions, tags and reasons are text, whatever they look like', async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000)
  expect(new Set(hostilePayloads).size).toBe(50)
  const paths = await drawPictures(join(folder, 'untuk-disemak'))

  await test.step('as names of files, while they are checked', async () => {
    const first = await start({ begun: true })
    const watch = await watched(first)
    await useOfficeScreen(first)
    await enter(first.window)
    await dropFiles(first.window, paths)
    await checkEnds(first.window, paths.length)
    await watch.expectQuiet()
    await first.close()
  })

  await test.step('typed into everything that is asked for', async () => {
    const second = await start()
    await takeClient(second)
    expect(await typeEverywhere(second.window)).toBeGreaterThanOrEqual(45)
    await second.close()
  })

  const third = await start()
  const { window } = third
  const watch = await watched(third)
  await useOfficeScreen(third)
  await unlock(window)

  await test.step('on the list of checks and in the details of each', async () => {
    await expect(chip(window, 'Semua')).toContainText(String(paths.length))
    for (const name of hostileFileNames) await expect(row(window, name)).toHaveCount(1)
    await watch.expectQuiet()
    for (const [place, name] of hostileFileNames.entries()) {
      await row(window, name).click({ position: { x: 180, y: 20 } })
      const details = window.getByRole('complementary')
      await expect(details.getByRole('heading', { name, exact: true, level: 2 })).toBeVisible()
      const reason = hostilePayloads[place] ?? ''
      await expect(details.getByText(reason, { exact: true })).toBeVisible()
    }
    await watch.expectQuiet()
  })

  await test.step('in the library, as tiles and as rows', async () => {
    await goTo(window, 'Pustaka')
    for (const view of ['Senarai', 'Grid']) {
      await button(window, view).click()
      for (const payload of hostilePayloads.slice(0, 45)) {
        await expect(row(window, payload)).toHaveCount(1)
      }
      await watch.expectQuiet()
    }
    for (const payload of hostilePayloads.slice(0, 45)) {
      await row(window, payload).click()
      await expect(window.getByRole('textbox', { name: 'Tetamu yang hadir' })).toHaveValue(payload)
      await expect(window.getByRole('complementary').getByText(payload).first()).toBeVisible()
    }
    await watch.expectQuiet()
  })

  await test.step('as people, unit, person at the keyboard, and in the audit log', async () => {
    await goTo(window, 'Tetapan', 'Orang')
    for (const payload of hostilePayloads) {
      await expect(window.getByRole('gridcell').filter({ hasText: payload }).first()).toBeVisible()
    }
    await watch.expectQuiet()
    await window.keyboard.press('Control+u')
    await expect(window.getByText('Siapa yang menggunakan komputer ini?')).toBeVisible()
    await watch.expectQuiet()
    await window.keyboard.press('Escape')
    await goTo(window, 'Pejabat')
    await expect(window.getByRole('textbox', { name: 'Nama unit' })).toHaveValue(
      hostilePayloads[0] ?? '',
    )
    await watch.expectQuiet()
    await goTo(window, 'Log Audit')
    await expect(window.getByRole('gridcell').first()).toContainText(hostilePayloads[5] ?? '')
    await watch.expectQuiet()
  })
})

/** Too small to pass, so that each needs an exception; the last repeats the first. */
async function drawPictures(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const paths = hostileFileNames.map((name) => join(folder, name))
  for (const [seed, path] of paths.slice(0, -1).entries()) {
    const picture = await scene(seed + 500, { width: 320, height: 168 })
    await open(picture).png().toFile(path)
  }
  copyFileSync(paths[0] ?? '', paths.at(-1) ?? '')
  return paths
}

/** Gives every picture its reason, keeps and describes it; returns how many were kept. */
async function typeEverywhere(page: Page): Promise<number> {
  return page.evaluate(
    async ({ passphrase, texts }) => {
      const { gate, images, office: unit, people } = window.clientInPage.workspace
      await gate.unlock({ secret: { kind: 'passphrase', passphrase }, remember: false })
      const [first = ''] = texts
      await unit.change({
        unitName: first,
        letterhead: texts.slice(0, 6),
        logo: null,
        language: 'ms',
      })
      for (const [place, text] of texts.entries()) {
        const person = await people.add({
          name: `${text} ${place}`,
          post: text,
          roles: ['administrator'],
        })
        if (place === 5) await gate.switchPerson({ id: person.id })
      }
      const [batch] = await images.batches({})
      if (batch === undefined) throw new Error('Nothing was checked')
      const checks = await images.checks({ batchId: batch.id })
      for (const { id, name } of checks) {
        const reason = texts[Number(/(\d+)\.png$/.exec(name)?.[1])] ?? first
        await images.override({ id, reason })
      }
      const { kept } = await images.keep({ ids: checks.map(({ id }) => id) })
      const nameOf = new Map(checks.map(({ id, name }) => [id, name]))
      for (const { checkId, imageId } of kept) {
        const text = texts[Number(/(\d+)\.png$/.exec(nameOf.get(checkId) ?? '')?.[1])] ?? first
        await images.describe({
          ids: [imageId],
          name: text,
          caption: {
            programme: text,
            date: null,
            time: text.slice(0, 50),
            place: text,
            guests: text,
          },
          altText: text,
          source: text,
          rights: text,
          tags: [text],
        })
      }
      return kept.length
    },
    { passphrase: office.passphrase, texts: [...hostilePayloads] },
  )
}

/** From here on notes what a payload that runs would leave behind. */
async function watched({ window, complaints }: Application) {
  const dialogs: string[] = []
  const requests: string[] = []
  window.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  window.on('request', (request) => requests.push(request.url()))
  await window.evaluate(() => {
    Object.assign(window, { ran: () => (document.documentElement.dataset['ran'] = 'yes') })
  })
  return {
    async expectQuiet(): Promise<void> {
      const seen = await window.evaluate(() => {
        const all = [...document.querySelectorAll('*')]
        return {
          page: location.href.replace(/#.*/, ''),
          ran: document.documentElement.dataset['ran'] ?? null,
          handlers: all.flatMap((element) =>
            element.getAttributeNames().filter((name) => name.startsWith('on')),
          ),
          foreign: all
            .filter((element) =>
              element.matches('iframe, object, embed, base, math, marquee, [href^=javascript]'),
            )
            .map((element) => element.outerHTML),
          tooWide: Math.max(
            document.documentElement.scrollWidth - innerWidth,
            document.body.scrollWidth - innerWidth,
          ),
        }
      })
      expect(seen).toEqual({ page: 'app://bkk/', ran: null, handlers: [], foreign: [], tooWide: 0 })
      expect(dialogs).toEqual([])
      expect(requests.filter((url) => !/^(app|media):/.test(url))).toEqual([])
      expect(complaints).toEqual([])
    },
  }
}
