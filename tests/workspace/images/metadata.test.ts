import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

const secrets = ['Pencipta Contoh', 'Kamera Unit Foto', 'SN-0123456789', 'Datuk Contoh']

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"><mwg-rs:Name>Datuk Contoh</mwg-rs:Name></rdf:Description></rdf:RDF></x:xmpmeta>`

/** A photo that says who took it, with whose camera, where, and who is seen. */
async function telling(): Promise<Buffer> {
  return sharp(await encodeScene(12))
    .withExif({
      IFD0: { Artist: 'Pencipta Contoh' },
      IFD2: { CameraOwnerName: 'Kamera Unit Foto', BodySerialNumber: 'SN-0123456789' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '3/1 8/1 24/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '101/1 41/1 12/1',
      },
    })
    .withXmp(xmp)
    .jpeg({ quality: 92 })
    .toBuffer()
}

const details = [
  { kind: 'author', value: 'Pencipta Contoh' },
  { kind: 'owner', value: 'Kamera Unit Foto' },
  { kind: 'serial', value: 'SN-0123456789' },
  { kind: 'location', value: '3.14000, 101.68667' },
  { kind: 'people', value: 'Datuk Contoh' },
]

describe.each(databases)('what a file says of persons, on %s', (database) => {
  it('is shown for a checked and for a kept picture, and stands nowhere else', async () => {
    test = await startTestWorkspace(database)
    await drop.put('a.jpg', await telling())
    await drop.put('b.png', await encodeScene(5))
    const checks = await drop.check(test)
    const [told, silent] = [present(checks[0]), present(checks[1])]
    const { personalDetails } = test.workspace.images
    expect(await personalDetails({ of: { where: 'batch', checkId: told.id } })).toEqual(details)
    expect(await personalDetails({ of: { where: 'batch', checkId: silent.id } })).toEqual([])
    expect(told.verdict).toBe('pass')
    expect(told.findings).toMatchObject([
      { code: 'location-data', severity: 'info', measured: null },
      { code: 'personal-data', severity: 'info', measured: '4' },
    ])

    const imageId = await onlyKept(test, told)
    expect(await personalDetails({ of: { where: 'library', imageId } })).toEqual(details)

    const image = await test.workspace.images.libraryImage({ id: imageId })
    const audit = await test.rows('select * from audit_entry')
    const log = test.log
    for (const secret of secrets) {
      expect(JSON.stringify([checks, image, audit, log]), secret).not.toContain(secret)
    }
  })

  it('leaves with no copy that is shown', async () => {
    test = await startTestWorkspace(database)
    await drop.put('a.jpg', await telling())
    const [told] = await drop.check(test)
    const id = present(told).id
    const imageId = await onlyKept(test, present(told))
    const shown = [
      await test.running.readMedia({ size: 'thumbnail', of: 'check', id }),
      await test.running.readMedia({ size: 'preview', of: 'check', id }),
      await test.running.readMedia({ size: 'thumbnail', of: 'image', id: imageId }),
      await test.running.readMedia({ size: 'preview', of: 'image', id: imageId }),
    ]
    for (const media of shown) {
      const bytes = Buffer.from(present(media).bytes)
      const { exif, xmp: xml, iptc, icc, comments } = await sharp(bytes).metadata()
      expect([exif, xml, iptc, icc, comments]).toEqual(Array.from({ length: 5 }, () => undefined))
      for (const secret of [...secrets, 'Exif\0', 'xmpmeta', 'Photoshop']) {
        expect(bytes.includes(secret), secret).toBe(false)
      }
    }
  })
})
