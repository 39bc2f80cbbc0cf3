import { basename } from 'node:path'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { collectSources } from '../../../src/main/workspace/images/engine/collect.ts'
import type { CheckedSource } from '../../../src/main/workspace/images/engine/check.ts'
import { emptyLibrary } from '../../../src/main/workspace/images/engine/library.ts'
import type { LibraryIndex } from '../../../src/main/workspace/images/engine/library.ts'
import { checkImages } from '../../../src/main/workspace/images/engine/run.ts'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { partsOf } from '../../../src/main/workspace/images/repeats/parts/parts.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { isDesigned } from '../../../src/main/workspace/images/rules/designed.ts'
import { drawPoster, posterText, scene } from '../../support/pictures.ts'
import type { RawPicture } from '../../support/pictures.ts'
import { folderWith, testPool } from '../folder.ts'

function opened({ data, width, height, channels }: RawPicture): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}

async function check(
  files: Readonly<Record<string, Buffer>>,
  library: LibraryIndex = emptyLibrary,
): Promise<CheckedSource[]> {
  const sources = (await collectSources([folderWith(files)])).map((source) => ({
    ...source,
    id: basename(source.name),
    earlier: null,
  }))
  const all: CheckedSource[] = []
  await checkImages({
    sources,
    kind: 'photo',
    rules: defaultSizeRules,
    pool: testPool({ workers: 2 }),
    library,
    onChecked: (one) => void all.push(one),
  })
  return all
}

/** `file: relation of …`, a line a file; what else is found does not matter here. */
function told(results: readonly CheckedSource[]): string[] {
  return results.map(({ id, repeats }) =>
    [
      `${id}:`,
      ...repeats.map(
        ({ relation, of, mirrored }) => `${relation} of ${of.id}${mirrored ? ' mirrored' : ''}`,
      ),
    ].join(' '),
  )
}

async function libraryOf(name: string, bytes: Buffer): Promise<LibraryIndex> {
  const measured = await measure({ kind: 'bytes', name, bytes }, defaultSizeRules.limits)
  if (measured.kind === 'unreadable') throw new Error(measured.unreadable.code)
  const { bytesHash, width, height, pages, transparent } = measured.measurement
  const { fingerprint, sketch } = measured
  return {
    pictures: [
      {
        ...{ id: `kept ${name}`, name, bytesHash, width, height, pages, transparent, fingerprint },
        parts: partsOf({ width, height, samples: sketch }),
        designed: isDesigned(measured.measurement),
      },
    ],
    sketchOf: () => Promise.resolve(sketch),
    bytesOf: () => Promise.resolve(bytes),
  }
}

const photoSize = { width: 1600, height: 1000 }

describe('a repeated photograph', () => {
  it('is found re-encoded, resized, slightly cropped and mirrored, and points to the first', async () => {
    const photo = await opened(await scene(11, photoSize))
      .jpeg({ quality: 92 })
      .toBuffer()
    const other = await opened(await scene(12, photoSize))
      .jpeg({ quality: 92 })
      .toBuffer()
    const area = { left: 24, top: 15, width: 1552, height: 970 }
    const results = await check({
      'a.jpg': photo,
      'b.jpg': await sharp(photo).jpeg({ quality: 60 }).toBuffer(),
      'c.jpg': await sharp(photo).resize(1280).jpeg({ quality: 85 }).toBuffer(),
      'd.jpg': await sharp(photo).extract(area).jpeg({ quality: 88 }).toBuffer(),
      'e.jpg': await sharp(photo).flop().jpeg({ quality: 85 }).toBuffer(),
      'f.jpg': other,
    })
    expect(told(results)).toEqual([
      'a.jpg:',
      'b.jpg: certain of a.jpg',
      'c.jpg: certain of a.jpg',
      'd.jpg: certain of a.jpg',
      'e.jpg: certain of a.jpg mirrored',
      'f.jpg:',
    ])
    expect(results.map(({ verdict }) => verdict)).toEqual([
      'pass',
      'reject',
      'reject',
      'reject',
      'reject',
      'pass',
    ])
  })

  it('too small to be sure of waits for a person', async () => {
    const photo = await opened(await scene(13, photoSize))
      .jpeg({ quality: 92 })
      .toBuffer()
    const small = await sharp(photo).resize(640).jpeg({ quality: 80 }).toBuffer()
    const results = await check({ 'a.jpg': photo, 'b.jpg': small })
    expect(told(results)).toEqual(['a.jpg:', 'b.jpg: likely of a.jpg'])
    expect(results[1]?.findings[0]).toMatchObject({ code: 'repeated-likely', severity: 'warn' })
  })

  it('of the library wins over the batch', async () => {
    const photo = await opened(await scene(14, photoSize))
      .jpeg({ quality: 92 })
      .toBuffer()
    const results = await check(
      {
        'a.jpg': await sharp(photo).jpeg({ quality: 80 }).toBuffer(),
        'b.jpg': await sharp(photo).jpeg({ quality: 70 }).toBuffer(),
      },
      await libraryOf('lama.jpg', photo),
    )
    expect(told(results)).toEqual([
      'a.jpg: certain of kept lama.jpg',
      'b.jpg: certain of kept lama.jpg',
    ])
  })
})

describe('a poster made with a photo', () => {
  const photoOf = async (seed: number) =>
    opened(await scene(seed, photoSize))
      .jpeg({ quality: 92 })
      .toBuffer()
  const posterOver = async (photo: Buffer, text: number) => {
    const { data, info } = await sharp(photo).raw().toBuffer({ resolveWithObject: true })
    const drawn = await drawPoster({
      template: 'card',
      style: 3,
      textSize: 26,
      text: posterText(text),
      photo: { data, width: info.width, height: info.height, channels: 3 },
    })
    return opened(drawn).jpeg({ quality: 85 }).toBuffer()
  }

  it('waits for a person beside the photo, in either order, whatever else is in the batch', async () => {
    const photo = await photoOf(31)
    const results = await check({
      'a.jpg': photo,
      'b.jpg': await photoOf(32),
      'c.jpg': await posterOver(photo, 1),
      'd.jpg': await posterOver(await photoOf(33), 2),
      'e.jpg': await photoOf(33),
    })
    expect(told(results)).toEqual([
      'a.jpg:',
      'b.jpg:',
      'c.jpg: part of a.jpg',
      'd.jpg:',
      'e.jpg: part of d.jpg',
    ])
    expect(results[2]?.findings.filter(({ of }) => of !== undefined)).toMatchObject([
      { code: 'repeated-part', severity: 'warn', remedy: 'decide', clause: 'Melaka 13.6' },
    ])
  })

  it('is found by a photo of the library', async () => {
    const photo = await photoOf(34)
    const results = await check(
      { 'a.jpg': await posterOver(photo, 3), 'b.jpg': await posterOver(await photoOf(35), 3) },
      await libraryOf('lama.jpg', photo),
    )
    expect(told(results)).toEqual(['a.jpg: part of kept lama.jpg', 'b.jpg:'])
  })

  it('is not put into one group with the photo: siblings stand beside each other', async () => {
    const photo = await photoOf(36)
    const first = await posterOver(photo, 4)
    const again = await sharp(first).resize(800).jpeg({ quality: 70 }).toBuffer()
    const results = await check({ 'a.jpg': photo, 'b.jpg': first, 'c.jpg': again })
    expect(told(results).slice(0, 2)).toEqual(['a.jpg:', 'b.jpg: part of a.jpg'])
    expect(told(results)[2]).toMatch(/^c\.jpg: likely of b\.jpg/)
  })

  it('says nothing of two photos of one place, or of a photo the file itself was made from', async () => {
    const photo = await photoOf(37)
    const area = { left: 0, top: 0, width: 700, height: 1000 }
    const results = await check({
      'a.jpg': photo,
      'b.jpg': await sharp(photo).extract(area).jpeg({ quality: 85 }).toBuffer(),
    })
    expect(told(results).join(' ')).not.toContain('part')
  })
})

describe('posters of one template', () => {
  const poster = async (title: string): Promise<Sharp> => {
    const text = { ...posterText(5), title }
    return opened(await drawPoster({ template: 'notice', style: 3, textSize: 24, text }))
  }

  it('with other text are never rejected, and are all put beside the first', async () => {
    const titles = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((n) => `Gotong-royong ${n}`)
    const files: Record<string, Buffer> = {}
    for (const [at, title] of titles.entries()) {
      files[`${at}.jpg`] = await (await poster(title)).jpeg({ quality: 60 + at * 4 }).toBuffer()
    }
    files['copy of 6.jpg'] = await sharp(files['6.jpg']).jpeg({ quality: 75 }).toBuffer()
    const results = await check(files)
    const siblings = results.slice(1, -1)
    expect(siblings.map(({ verdict }) => verdict)).not.toContain('reject')
    const beside = siblings.flatMap(({ repeats }) => repeats.map(({ of }) => of.id))
    expect(new Set(beside)).toEqual(new Set(['0.jpg']))
    expect(told(results).at(-1)).toBe('copy of 6.jpg: certain of 6.jpg')
  })

  it('say where they differ', async () => {
    const results = await check({
      'a.png': await (await poster('Gotong-royong A')).png().toBuffer(),
      'b.png': await (await poster('Gotong-royong B')).png().toBuffer(),
    })
    const [repeat] = results[1]?.repeats ?? []
    expect(repeat).toMatchObject({ relation: 'likely', of: { id: 'a.png' } })
    const changed = repeat?.changed ?? []
    expect(changed.length).toBeGreaterThan(0)
    const area = changed.reduce((sum, { width, height }) => sum + width * height, 0)
    // One letter of a title, and not the whole poster.
    expect(area).toBeLessThan(0.05)
  })
})
