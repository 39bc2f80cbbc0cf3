import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { box, svg } from './drawing.ts'
import { open, scene } from './pictures.ts'
import { readRows } from './readDatabase.ts'
import { laptop, phone, screenshotOf } from './screenshots.ts'

/**
 * Two screenshots of the only post's picture, which `keepPictures` took into the library: as it was
 * approved, and with a mark laid over it.
 */
export async function drawScreenshots(folder: string, passphrase: string): Promise<string[]> {
  const [{ name } = { name: '' }] = readRows<{ name: string }>(
    folder,
    passphrase,
    'select name from image join post_image on image_id = image.id',
  )
  const posted = await scene(name.includes('peta') ? 410 : 447, { width: 1200, height: 630 })
  const data = await open(posted)
    .composite([{ input: Buffer.from(svg(posted, box(700, 380, 300, 160, '#c1121f'))) }])
    .removeAlpha()
    .raw()
    .toBuffer()
  const paths = [join(folder, 'telefon.png'), join(folder, 'komputer.png')] as const
  await writeFile(paths[0], await screenshotOf(posted, phone))
  await writeFile(paths[1], await screenshotOf({ ...posted, data }, laptop))
  return [...paths]
}
