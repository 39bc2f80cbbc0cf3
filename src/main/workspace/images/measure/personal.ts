import type { Metadata } from 'sharp'
import type { PersonalDetail, PersonalKind } from '#contract/imageMetadata'
import { openExif } from './exif.ts'
import { degrees, textBytes } from './exifValues.ts'

/** More details, and longer ones, than any camera writes are somebody's joke. */
const detailsAtMost = 40
const longest = 200
const xmpAtMost = 300_000

type Parts = Pick<Metadata, 'exif' | 'xmp' | 'iptc' | 'comments'>

/**
 * What a file says of persons in its EXIF, XMP and IPTC blocks and in the texts of a PNG: who owns
 * the camera and took or edited the picture, how to reach them, who is seen, where it was taken, and
 * the numbers of camera and lens, which tie pictures to one owner. Never throws: the blocks may come
 * from anybody.
 */
export function personalDetails({ exif, xmp, iptc, comments = [] }: Parts): PersonalDetail[] {
  const found = [
    ...inExif(exif),
    ...inXmp(xmp),
    ...inIptc(iptc),
    ...comments.map(({ keyword, text }) => ({
      kind: /^author$|^artist$/i.test(keyword) ? ('author' as const) : null,
      value: text,
    })),
  ]
  return plainDetails(found)
}

/** Each once, as plain text, and no more than a screen can show. */
export function plainDetails(
  details: readonly { readonly kind: PersonalKind | null; readonly value: string }[],
): PersonalDetail[] {
  const found = details.flatMap(({ kind, value }) => {
    const plain = plainText(value)
    return kind === null || plain === '' ? [] : [{ kind, value: plain }]
  })
  const once = new Map(found.map((detail) => [`${detail.kind} ${detail.value}`, detail]))
  return [...once.values()].slice(0, detailsAtMost)
}

function plainText(value: string): string {
  return value
    .replace(/[\p{Control}\p{Surrogate}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, longest)
}

/** Tags of EXIF 2.32; XPAuthor is Windows' own, in UTF-16. */
const exifTexts = [
  { kind: 'author', tag: 0x013b, in: 'first' },
  // Who holds the rights, which is mostly a person's name.
  { kind: 'owner', tag: 0x8298, in: 'first' },
  { kind: 'owner', tag: 0xa430, in: 'inner' },
  { kind: 'serial', tag: 0xa431, in: 'inner' },
  { kind: 'serial', tag: 0xa435, in: 'inner' },
] as const
const windowsAuthor = 0x9c9d

function inExif(exif: Uint8Array | undefined): PersonalDetail[] {
  const block = openExif(exif)
  if (block === null) return []
  const texts = exifTexts.flatMap(({ kind, tag, in: where }): PersonalDetail[] => {
    const bytes = textBytes(block, block[where], tag)
    return bytes === null ? [] : [{ kind, value: decoded(bytes) }]
  })
  const author = textBytes(block, block.first, windowsAuthor)
  const latitude = degrees(block, 0x0002, 0x0001, 'S')
  const longitude = degrees(block, 0x0004, 0x0003, 'W')
  return [
    ...texts,
    ...(author === null
      ? []
      : [{ kind: 'author' as const, value: new TextDecoder('utf-16le').decode(author) }]),
    ...(latitude === null || longitude === null
      ? []
      : [{ kind: 'location' as const, value: `${latitude.toFixed(5)}, ${longitude.toFixed(5)}` }]),
  ]
}

/** Old programs write Latin-1 where UTF-8 is meant. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('latin1')
  }
}

/** Properties of XMP by their usual prefix: Dublin Core, Photoshop, EXIF, IPTC, regions of faces. */
const xmpNames: Readonly<Record<string, PersonalKind>> = {
  'dc:creator': 'author',
  'photoshop:CaptionWriter': 'editor',
  'aux:OwnerName': 'owner',
  'exifEX:CameraOwnerName': 'owner',
  'aux:SerialNumber': 'serial',
  'aux:LensSerialNumber': 'serial',
  'exifEX:BodySerialNumber': 'serial',
  'exifEX:LensSerialNumber': 'serial',
  'Iptc4xmpCore:CiEmailWork': 'contact',
  'Iptc4xmpCore:CiTelWork': 'contact',
  'Iptc4xmpCore:CiAdrExtadr': 'contact',
  'Iptc4xmpCore:CiUrlWork': 'contact',
  'Iptc4xmpExt:PersonInImage': 'people',
  'mwg-rs:Name': 'people',
  'MPReg:PersonDisplayName': 'people',
  'exif:GPSLatitude': 'location',
  'exif:GPSLongitude': 'location',
  'photoshop:City': 'location',
  'photoshop:State': 'location',
  'photoshop:Country': 'location',
  'Iptc4xmpCore:Location': 'location',
  'Iptc4xmpExt:City': 'location',
  'Iptc4xmpExt:Sublocation': 'location',
  'Iptc4xmpExt:ProvinceState': 'location',
  'Iptc4xmpExt:CountryName': 'location',
  'Iptc4xmpExt:LocationName': 'location',
}

/** As an attribute, as an element, or as the items of a list in one. */
function inXmp(xmp: Uint8Array | undefined): PersonalDetail[] {
  if (xmp === undefined) return []
  const text = decoded(xmp.subarray(0, xmpAtMost))
  return Object.entries(xmpNames).flatMap(([name, kind]) =>
    [...attributesOf(text, name), ...elementsOf(text, name)].map((value) => ({
      kind,
      value: unescaped(value),
    })),
  )
}

/** Whether any of it says where, be it by its name or by degrees. */
export function saysWhere(details: readonly PersonalDetail[]): boolean {
  return details.some(({ kind }) => kind === 'location')
}

function attributesOf(text: string, name: string): string[] {
  const pattern = new RegExp(`\\s${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)')`, 'g')
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '')
}

function elementsOf(text: string, name: string): string[] {
  const values: string[] = []
  for (let at = text.indexOf(`<${name}`); at >= 0 && values.length < detailsAtMost;) {
    // Another name may only begin like this one.
    if (!/[\s>/]/.test(text[at + name.length + 1] ?? '')) {
      at = text.indexOf(`<${name}`, at + 1)
      continue
    }
    const start = text.indexOf('>', at) + 1
    const end = text.indexOf(`</${name}>`, start)
    if (start === 0 || end < 0) break
    const inner = text.slice(start, end)
    const items = [...inner.matchAll(/<rdf:li[^>]*>([^<]*)</g)].map((match) => match[1] ?? '')
    values.push(...(items.length > 0 ? items : [inner.replace(/<[^>]*>/g, ' ')]))
    at = text.indexOf(`<${name}`, end)
  }
  return values
}

function unescaped(value: string): string {
  const named: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    amp: '&',
  }
  return value.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => named[name] ?? whole)
}

/** Data sets of record 2 of IPTC-IIM 4.2: by-line, writer or editor, contact, places. */
const iptcSets: Readonly<Record<number, PersonalKind>> = {
  80: 'author',
  122: 'editor',
  118: 'contact',
  90: 'location',
  92: 'location',
  95: 'location',
  101: 'location',
}

function inIptc(iptc: Uint8Array | undefined): PersonalDetail[] {
  if (iptc === undefined) return []
  const details: PersonalDetail[] = []
  for (let at = 0; at + 5 <= iptc.length && details.length < detailsAtMost;) {
    if (iptc[at] !== 0x1c || iptc[at + 1] !== 2) {
      at++
      continue
    }
    const length = (iptc[at + 3] ?? 0) * 256 + (iptc[at + 4] ?? 0)
    const kind = iptcSets[iptc[at + 2] ?? 0]
    const value = iptc.subarray(at + 5, at + 5 + length)
    if (kind !== undefined) details.push({ kind, value: decoded(value) })
    at += 5 + length
  }
  return details
}
