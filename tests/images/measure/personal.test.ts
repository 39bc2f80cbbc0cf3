import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { personalDetails } from '../../../src/main/workspace/images/measure/personal.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { judgePicture } from '../../../src/main/workspace/images/rules/verdict.ts'
import { png } from '../folder.ts'
import { aPicture } from '../rules/picture.ts'

async function detailsOf(bytes: Buffer) {
  const measured = await measure({ kind: 'bytes', name: 'a', bytes }, defaultSizeRules.limits)
  if (measured.kind === 'unreadable') throw new Error(measured.unreadable.code)
  return measured.measurement.personal
}

function xmp(inner: string, attributes = ''): Buffer {
  return Buffer.from(
    `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
  )
}

/** A data set of record 2 (IPTC-IIM 4.2): marker, record, number, length, text. */
function iptcSet(number: number, text: string | Buffer): Buffer {
  const value = Buffer.from(text)
  return Buffer.concat([
    Buffer.from([0x1c, 2, number, value.length >> 8, value.length & 255]),
    value,
  ])
}

describe('what a file says of persons', () => {
  it('is read from EXIF as cameras and Windows write it', async () => {
    const bytes = await sharp(await png(64, 64))
      .withExif({
        IFD0: { Make: 'Canon', Model: 'EOS R6', Artist: 'Siti Aminah', Software: 'Editor' },
        IFD2: {
          CameraOwnerName: 'Unit Foto',
          BodySerialNumber: '0123456789',
          LensSerialNumber: 'L-7',
        },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '3/1 8/1 24/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '101/1 41/1 1234/100',
        },
      })
      .jpeg()
      .toBuffer()
    // 3 + 8/60 + 24/3600 and −(101 + 41/60 + 12.34/3600), by hand.
    expect(await detailsOf(bytes)).toEqual([
      { kind: 'author', value: 'Siti Aminah' },
      { kind: 'owner', value: 'Unit Foto' },
      { kind: 'serial', value: '0123456789' },
      { kind: 'serial', value: 'L-7' },
      { kind: 'location', value: '3.14000, -101.68676' },
    ])
  })

  it('is read from XMP: attributes, elements and lists', () => {
    const written = xmp(
      '<dc:creator><rdf:Seq><rdf:li>Ahmad &amp; Rakan</rdf:li><rdf:li>Mei Ling</rdf:li></rdf:Seq></dc:creator>' +
        '<mwg-rs:Name>Datuk Contoh</mwg-rs:Name>' +
        '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ravi</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>',
      'aux:SerialNumber="99" photoshop:CaptionWriter=\'Lim\' Iptc4xmpCore:CiEmailWork="a@b.example" exif:GPSLatitude="3,8.4N" dc:format="image/jpeg"',
    )
    expect(personalDetails({ xmp: written })).toEqual([
      { kind: 'author', value: 'Ahmad & Rakan' },
      { kind: 'author', value: 'Mei Ling' },
      { kind: 'editor', value: 'Lim' },
      { kind: 'serial', value: '99' },
      { kind: 'contact', value: 'a@b.example' },
      { kind: 'people', value: 'Ravi' },
      { kind: 'people', value: 'Datuk Contoh' },
      { kind: 'location', value: '3,8.4N' },
    ])
  })

  it('is read from IPTC and from the texts of a PNG', () => {
    const iptc = Buffer.concat([
      Buffer.from('Photoshop 3.0\0 8BIM'),
      iptcSet(80, 'Zainab'),
      iptcSet(5, 'Majlis'),
      iptcSet(118, '03-1234 5678'),
      iptcSet(122, Buffer.from([0x4a, 0xe9])),
    ])
    const comments = [
      { keyword: 'Author', text: 'Zainab' },
      { keyword: 'Title', text: 'Poster' },
    ]
    expect(personalDetails({ iptc, comments })).toEqual([
      { kind: 'author', value: 'Zainab' },
      { kind: 'contact', value: '03-1234 5678' },
      { kind: 'editor', value: 'Jé' },
    ])
  })

  it('is told of places by their names, and of who holds the rights', async () => {
    const iptc = Buffer.concat([
      ...[iptcSet(90, 'Kuantan'), iptcSet(92, 'Dewan JKR')],
      ...[iptcSet(95, 'Pahang'), iptcSet(101, 'Malaysia')],
    ])
    const places = ['Kuantan', 'Dewan JKR', 'Pahang', 'Malaysia']
    expect(personalDetails({ iptc })).toEqual(places.map((value) => ({ kind: 'location', value })))
    const written = xmp(
      '<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li><Iptc4xmpExt:City>Ipoh</Iptc4xmpExt:City>' +
        '</rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated><photoshop:City>Bentong</photoshop:City>' +
        '<photoshop:CityCode>9</photoshop:CityCode>',
      'Iptc4xmpCore:Location="Padang" photoshop:Country="Malaysia"',
    )
    expect(personalDetails({ xmp: written }).map(({ kind, value }) => [kind, value])).toEqual([
      ['location', 'Bentong'],
      ['location', 'Malaysia'],
      ['location', 'Padang'],
      ['location', 'Ipoh'],
    ])
    const bytes = await sharp(await png(64, 64))
      .withExif({ IFD0: { Copyright: 'Siti Aminah' } })
      .withXmp(written.toString().replace(/<\?xpacket[^>]*>/g, ''))
      .jpeg()
      .toBuffer()
    const measured = await measure({ kind: 'bytes', name: 'a', bytes }, defaultSizeRules.limits)
    expect(measured).toMatchObject({ measurement: { hasLocation: true } })
    expect(await detailsOf(bytes)).toContainEqual({ kind: 'owner', value: 'Siti Aminah' })
  })

  it('is nothing in a plain file, and never more than a screen can show', async () => {
    expect(await detailsOf(await png(64, 64))).toEqual([])
    const many = Array.from({ length: 500 }, (_, at) => `<mwg-rs:Name>N${at}</mwg-rs:Name>`).join(
      '',
    )
    const long = `<dc:creator>${'x'.repeat(5_000)}\u202e\n</dc:creator>`
    const details = personalDetails({ xmp: xmp(long + many) })
    expect(details.length).toBeLessThanOrEqual(40)
    expect(details[0]).toEqual({ kind: 'author', value: 'x'.repeat(200) })
  })

  it('of blocks that make no sense is nothing, and asking never throws', async () => {
    const bytes = await sharp(await png(64, 64))
      .withExif({ IFD0: { Artist: 'Siti Aminah' }, IFD2: { CameraOwnerName: 'Unit' } })
      .jpeg()
      .toBuffer()
    const { exif = Buffer.alloc(0) } = await sharp(bytes).metadata()
    const iptc = iptcSet(80, 'Zainab')
    for (let length = 0; length < exif.length; length++) {
      personalDetails({ exif: exif.subarray(0, length), iptc: iptc.subarray(0, length % 12) })
    }
    for (let at = 0; at < exif.length; at++) {
      for (const value of [0x00, 0xff]) {
        const bent = Buffer.from(exif)
        bent[at] = value
        personalDetails({ exif: bent, xmp: bent, iptc: bent })
      }
    }
    expect(personalDetails({ xmp: Buffer.from('<dc:creator') })).toEqual([])
    expect(personalDetails({ xmp: xmp('<dc:creator>'.repeat(20_000)) })).toEqual([])
  })
})

it('findings tell how much there is and none of it', () => {
  const personal = [
    { kind: 'location', value: '3.1, 101.6' },
    { kind: 'owner', value: 'Unit Foto' },
    { kind: 'serial', value: '0123456789' },
  ] as const
  const judged = judgePicture(
    aPicture({ personal: [...personal] }),
    { kind: 'poster', isGuessed: false },
    defaultSizeRules,
    [],
  )
  expect(judged.verdict).toBe('pass')
  expect(judged.findings).toMatchObject([
    { code: 'personal-data', severity: 'info', measured: '2', remedy: 'remove-personal-data' },
  ])
  for (const { value } of personal) expect(JSON.stringify(judged)).not.toContain(value)
})
