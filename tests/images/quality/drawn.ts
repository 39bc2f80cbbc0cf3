import type { Sharp } from 'sharp'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { measureQuality } from '../../../src/main/workspace/images/quality/quality.ts'
import type { Quality } from '../../../src/main/workspace/images/quality/quality.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { box, say, svg } from '../../support/drawing.ts'
import { open, plain, scene } from '../../support/pictures.ts'
import type { RawPicture, Size } from '../../support/pictures.ts'

const poster: Size = { width: 1200, height: 630 }

/** What the check measures of a file's bytes. */
export async function qualityOf(picture: Sharp | Buffer): Promise<Quality> {
  const bytes = Buffer.isBuffer(picture) ? picture : await picture.png().toBuffer()
  const measured = await measure({ kind: 'bytes', name: 'a.png', bytes }, defaultSizeRules.limits)
  if (measured.kind === 'unreadable') throw new Error(measured.unreadable.code)
  const { quality } = measured.measurement
  if (quality === null) throw new Error('no quality was measured')
  return quality
}

/** One of the numbers, of pixels as they are: no file, no reduction. */
export function qualityOfPixels(detail: RawPicture, sketch = new Uint8Array(65_536)): Quality {
  return measureQuality({ detail, size: detail, sketch, jpegQuality: null, mayHaveText: true })
}

export async function photo(seed: number, size: Size = poster): Promise<Sharp> {
  return open(await scene(seed, size))
}

export interface Writing {
  readonly em: number
  readonly ink: string
  readonly paper: string
  readonly font?: string
}

/** Four lines of Malay on paper that covers the lower half of a scene. */
export async function writing({ em, ink, paper, font = 'DejaVu Sans' }: Writing): Promise<Sharp> {
  const lines = [
    'Jambatan keluli sepanjang 168 meter ini menggantikan struktur lama',
    'Orang ramai dinasihatkan merancang perjalanan lebih awal',
    'Sila patuhi papan tanda dan arahan petugas di lokasi',
    'Pendaftaran ditutup pada hari Khamis, 19 Ogos 2027',
  ]
  const body = lines.map((line, at) => say(line, 60, 380 + at * em * 1.7, em, ink)).join('')
  const drawn = `<g font-family="${font}">${box(0, 320, 1200, 310, paper)}${body}</g>`
  return (await photo(4)).composite([{ input: Buffer.from(svg(poster, drawn)) }])
}

export { plain }
