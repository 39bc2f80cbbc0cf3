import { describe, expect, it } from 'vitest'
import type { CopyManner, CopyResult } from '#contract/imageCopies'
import { ImageId } from '#contract/values'
import {
  countAsIs,
  folderOf,
  refusedFirst,
  tellingOf,
} from '../../../src/renderer/images/copies/copiesView'

function result(number: number, manner: CopyManner | null, folder = '/media/usb'): CopyResult {
  const imageId = ImageId.parse(`00000000-0000-4000-8000-00000000000${String(number)}`)
  if (manner === null) return { imageId, saved: null, refused: 'images.target-full' }
  const fileName = `${String(number)}.jpg`
  const path = `${folder}/${fileName}`
  return {
    imageId,
    saved: { fileName, path, format: 'jpeg', byteSize: 1_000, manner },
    refused: null,
  }
}

describe('what is told in one line', () => {
  it('of one copy is its name, its folder and what became of its details', () => {
    for (const manner of ['again', 'first-frame', 'as-is'] as const) {
      expect(tellingOf([result(1, manner)])).toEqual({
        ...{ kind: 'one', name: '1.jpg', folder: '/media/usb', manner },
      })
    }
  })

  it('of several is how many, and how many of them were not cleaned', () => {
    const results = [result(1, 'again'), result(2, 'as-is'), result(3, 'again')]
    expect(tellingOf(results)).toEqual({
      ...{ kind: 'many', count: 3, folder: '/media/usb', others: 1 },
    })
  })

  it('is nothing where somebody has to look at the list', () => {
    expect(tellingOf([result(1, 'again'), result(2, null)])).toBeNull()
    expect(tellingOf([result(1, 'again'), result(2, 'first-frame')])).toBeNull()
    expect(tellingOf([result(1, null)])).toBeNull()
  })
})

it('those not saved are listed first, each part in its order', () => {
  const results = [result(1, 'again'), result(2, null), result(3, 'again'), result(4, null)]
  expect(refusedFirst(results).map(({ imageId }) => imageId.at(-1))).toEqual(['2', '4', '1', '3'])
})

it.each([
  ['/home/siti/Gambar/a.jpg', '/home/siti/Gambar'],
  ['/a.jpg', '/'],
  ['C:\\Users\\Siti\\a.jpg', 'C:\\Users\\Siti'],
  ['C:\\a.jpg', 'C:\\'],
  ['\\\\pelayan\\kongsi\\a.jpg', '\\\\pelayan\\kongsi'],
])('the folder of %s is %s', (path, folder) => {
  expect(folderOf(path)).toBe(folder)
})

it('videos and PDFs are what is not cleaned', () => {
  const mediums = ['picture', 'video', 'document', 'picture'] as const
  expect(countAsIs(mediums.map((medium) => ({ medium, format: 'webm' })))).toBe(2)
  expect(countAsIs([{ medium: 'video', format: 'mp4' }])).toBe(0)
  expect(countAsIs([{ medium: 'document', format: 'pdf' }])).toBe(0)
})
