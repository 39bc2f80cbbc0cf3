import { join } from 'node:path'
import sharp from 'sharp'
import { furnish } from '../support/furnish.ts'
import { expect, processIds, test } from '../support/launch.ts'

/** A picture of its own colour for each number, so that none repeats another. */
async function drawn(folder: string, each: number): Promise<string> {
  const path = join(folder, `gambar-${each}.png`)
  const background = { r: (each * 53) % 256, g: (each * 97) % 256, b: (each * 151) % 256 }
  await sharp({ create: { width: 1200, height: 630, channels: 3, background } })
    .png()
    .toFile(path)
  return path
}

test('a picture is measured in a process of its own and shown through media://', async ({
  newApplication: application,
  folder,
}) => {
  await furnish(application)
  const path = await drawn(folder, 1)
  const check = await application.window.evaluate(async (file) => {
    const { images } = window.clientInPage.workspace
    const { batchId } = await images.checkFiles({ paths: [file], kind: null })
    const [row] = await images.checks({ batchId })
    return row
  }, path)
  expect(check).toMatchObject({ width: 1200, height: 630, format: 'png', hasThumbnail: true })
  expect((await processIds(application, 'BKK image worker')).length).toBeGreaterThan(0)

  const shown = await application.window.evaluate(async (id) => {
    const load = (address: string) =>
      new Promise<string>((resolve) => {
        const image = new Image()
        image.onload = () => resolve(`${image.naturalWidth > 0}`)
        image.onerror = () => resolve('refused')
        image.src = address
      })
    return {
      thumbnail: await load(`media://thumbnail/check/${id}`),
      preview: await load(`media://preview/check/${id}`),
      another: await load(`media://thumbnail/image/${id}`),
    }
  }, check?.id)
  expect(shown).toEqual({ thumbnail: 'true', preview: 'true', another: 'refused' })
})

test('an image worker that dies takes no other picture with it', async ({ start, folder }) => {
  const application = await start({ failuresExpected: true })
  await furnish(application)
  const numbers = Array.from({ length: 12 }, (_, each) => each + 1)
  const paths = await Promise.all(numbers.map((each) => drawn(folder, each)))
  const checking = application.window.evaluate(async (files) => {
    const { images } = window.clientInPage.workspace
    const { batchId } = await images.checkFiles({ paths: files, kind: null })
    return images.checks({ batchId })
  }, paths)
  await expect
    .poll(async () => (await processIds(application, 'BKK image worker')).length)
    .toBeGreaterThan(0)
  const [worker] = await processIds(application, 'BKK image worker')
  if (worker !== undefined) process.kill(worker, 'SIGKILL')

  const rows = await checking
  expect(rows.map(({ state }) => state)).toEqual(numbers.map(() => 'checked'))
  // The picture that was being decoded may be called unreadable; it is one at most.
  expect(rows.filter(({ width }) => width === 1200).length).toBeGreaterThanOrEqual(11)
})
