import { deflateSync } from 'node:zlib'

/** What the samples say of persons; none of it may be left in a copy. */
export const secrets = [
  'Siti Aminah',
  'Poster (draf) \\(2\\)',
  'Ahmad bin Ali',
  'Nikon 3001',
] as const

const packet = Buffer.from(
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Ahmad bin Ali</rdf:li>' +
    '</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
)
/** `Siti Aminah` as UTF-16 in hexadecimal, as many programs write it. */
const hex = Buffer.from(`\ufeff${secrets[0]}`, 'utf16le').swap16().toString('hex')
const information = `<</Author<${hex}>/Title(${secrets[1]})/Creator(Siti Aminah >> 1)/CreationDate(D:20261101)>>`

function stream(dictionary: string, content: Uint8Array): Buffer {
  const head = `<<${dictionary}/Length ${String(content.length)}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')])
}

/** A comment of a JPEG, right behind its first two bytes. */
function withComment(jpeg: Uint8Array, text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text), jpeg.subarray(2)])
}

/**
 * A PDF of one page that says who made it: with tables of places that are right, so that a single byte
 * moved would show.
 * @param jpeg the picture on it, which says of itself what camera took it
 */
export function toldPdf(jpeg: Uint8Array, kind: 'plain' | 'packed'): Buffer {
  const picture = withComment(jpeg, secrets[3])
  const packs = kind === 'packed'
  const objects: Buffer[] = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R>>'),
    Buffer.from('<</Type/Pages/Count 1/Kids[3 0 R]>>'),
    Buffer.from(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 472.5]/Contents 4 0 R/Resources<</XObject<</P 6 0 R>>>>>>',
    ),
    stream('', Buffer.from('q 900 0 0 472.5 0 0 cm /P Do Q')),
    packs
      ? stream('/Type/Metadata/Subtype/XML/Filter/FlateDecode', deflateSync(packet))
      : stream('/Type /Metadata /Subtype /XML', packet),
    stream(
      '/Type/XObject/Subtype/Image/Width 64/Height 32/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode',
      picture,
    ),
  ]
  return packs ? withPackedTable(objects) : withPlainTable([...objects, Buffer.from(information)])
}

function laid(objects: readonly Buffer[]): { body: Buffer; places: number[] } {
  const places: number[] = []
  let body = Buffer.from('%PDF-1.5\n%\u00e2\u00e3\n', 'latin1')
  objects.forEach((object, at) => {
    places.push(body.length)
    const head = Buffer.from(`${String(at + 1)} 0 obj\n`)
    body = Buffer.concat([body, head, object, Buffer.from('\nendobj\n')])
  })
  return { body, places }
}

function withPlainTable(objects: readonly Buffer[]): Buffer {
  const { body, places } = laid(objects)
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  const count = objects.length + 1
  return Buffer.concat([
    body,
    Buffer.from(
      `xref\n0 ${String(count)}\n0000000000 65535 f \n${lines.join('')}trailer\n` +
        `<</Root 1 0 R/Info ${String(objects.length)} 0 R/Size ${String(count)}>>\n` +
        `startxref\n${String(body.length)}\n%%EOF\n`,
    ),
  ])
}

/** As PDF 1.5 may be: information packed with others (object 8 in 7), the table a stream (9). */
function withPackedTable(plain: readonly Buffer[]): Buffer {
  const head = '8 0 '
  const packed = deflateSync(Buffer.from(`${head}${information}`), { level: 1 })
  const objects = [
    ...plain,
    stream(`/Type/ObjStm/N 1/First ${String(head.length)}/Filter/FlateDecode`, packed),
  ]
  const { body, places } = laid(objects)
  const row = (type: number, place: number, third: number) =>
    Buffer.from([type, place >> 24, place >> 16, place >> 8, place, third])
  const table = Buffer.concat([
    row(0, 0, 255),
    ...places.map((place) => row(1, place, 0)),
    row(2, 7, 0),
    row(1, body.length, 0),
  ])
  const dictionary = '/Type/XRef/W[1 4 1]/Size 10/Root 1 0 R/Info 8 0 R'
  return Buffer.concat([
    body,
    Buffer.from('9 0 obj\n'),
    stream(dictionary, table),
    Buffer.from(`\nendobj\nstartxref\n${String(body.length)}\n%%EOF\n`),
  ])
}
