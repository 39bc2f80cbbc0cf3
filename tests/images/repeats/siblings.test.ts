import type { Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawPoster, fontIsThere, open, posterText, scene } from '../../support/pictures.ts'
import type { Poster, RawPicture } from '../../support/pictures.ts'
import type { Template } from '../../support/posterTemplates.ts'
import { withOneCharacterChanged } from '../../support/pictureText.ts'
import { judged, see } from './seen.ts'

/** What a file went through before it came here. */
const encoders = {
  png: (picture: RawPicture) => open(picture).png({ compressionLevel: 1 }),
  q80: (picture: RawPicture) => open(picture).jpeg({ quality: 80 }),
  q60: (picture: RawPicture) => open(picture).jpeg({ quality: 60 }),
  webp: (picture: RawPicture) => open(picture).webp({ quality: 75 }),
} as const
type Encoding = keyof typeof encoders

const eitherOrder: [Encoding, Encoding][] = [
  ['png', 'q60'],
  ['q60', 'png'],
  ['q80', 'q60'],
  ['png', 'webp'],
]

async function relation(kept: Sharp, questioned: Sharp): Promise<string> {
  const judgement = await judged(
    await see(await kept.toBuffer()),
    await see(await questioned.toBuffer()),
  )
  return judgement?.relation ?? 'different'
}

/** Relations over all encodings; none may be a rejection. */
async function relations(
  one: RawPicture,
  other: RawPicture,
  ways: readonly [Encoding, Encoding][] = eitherOrder,
): Promise<string[]> {
  expect(Buffer.compare(one.data, other.data), 'the test draws the same twice').not.toBe(0)
  const found: string[] = []
  for (const [first, second] of ways) {
    found.push(await relation(encoders[first](one), encoders[second](other)))
  }
  return found
}

const rejections = ['certain', 'identical-pixels']
let photo: RawPicture

beforeAll(async () => {
  expect(await fontIsThere(), 'apt-get install fonts-dejavu-core').toBe(true)
  photo = await scene(31)
})

const templates: readonly Template[] = ['card', 'grid', 'quote', 'notice', 'table', 'frame']
const sizes = [16, 18, 20, 24, 28, 32, 36, 40, 16, 17, 22, 16]

describe('posters that differ in one character are never rejected', () => {
  it.each(
    sizes.map((textSize, at): [number, Template, number] => [
      textSize,
      templates[at % templates.length] ?? 'card',
      at,
    ]),
  )('%i px, template %s, style %i', async (textSize, template, at) => {
    const text = posterText(at, 3, 'tuning')
    const base: Poster = { template, style: at * 5 + 2, textSize, text, photo }
    const [first = '', ...lines] = text.lines
    const edited = { ...text, lines: [withOneCharacterChanged(first, (at * 3) % 12), ...lines] }
    const found = await relations(
      await drawPoster(base),
      await drawPoster({ ...base, text: edited }),
    )
    expect(found).not.toEqual(expect.arrayContaining([expect.toBeOneOf(rejections)]))
  })
})

/** Pairs of colours with one luma: only the hue tells them apart. */
const hues: [string, string][] = [
  ['#c1121f', '#3040c8'],
  ['#1a7a1a', '#a02090'],
  ['#d07020', '#888888'],
]

const small = 'font-family="DejaVu Sans" font-size="16" fill="#333"'
const details: [string, string, string][] = [
  [
    'a full stop',
    `<text x="900" y="70" ${small}>Jam 8.30</text>`,
    `<text x="900" y="70" ${small}>Jam 8 30</text>`,
  ],
  [
    'a digit of a phone number',
    `<text x="900" y="70" ${small}>03-2610 8888</text>`,
    `<text x="900" y="70" ${small}>03-2610 8838</text>`,
  ],
  [
    'an accent',
    `<text x="900" y="70" ${small}>Cafe Seroja</text>`,
    `<text x="900" y="70" ${small}>Café Seroja</text>`,
  ],
  [
    'a dot of an i',
    `<text x="900" y="70" ${small}>Sijil</text>`,
    `<text x="900" y="70" ${small}>Sıjil</text>`,
  ],
  ['a rule of one pixel', '<rect x="900" y="70" width="90" height="1" fill="#555"/>', ''],
  ...hues.flatMap(([one, other]): [string, string, string][] => [
    [
      `the colour of a character, ${one}`,
      `<text x="900" y="70" ${small}>Aras <tspan fill="${one}">7</tspan></text>`,
      `<text x="900" y="70" ${small}>Aras <tspan fill="${other}">7</tspan></text>`,
    ],
    [
      `the colour of a logo, ${one}`,
      `<circle cx="960" cy="62" r="12" fill="${one}"/>`,
      `<circle cx="960" cy="62" r="12" fill="${other}"/>`,
    ],
  ]),
  [
    'a logo for another of its luma',
    `<rect x="940" y="50" width="24" height="24" fill="#3040c8"/>`,
    `<circle cx="952" cy="62" r="13" fill="#c1121f"/>`,
  ],
]

describe('posters that differ in a detail are never rejected', () => {
  it.each(details)('%s', async (_, one, other) => {
    const panel = '<rect x="880" y="40" width="280" height="60" fill="#f4f4f0"/>'
    const draw = (mark: string) =>
      drawPoster({
        template: 'quote',
        style: 3,
        textSize: 22,
        text: posterText(5),
        extra: panel + mark,
      })
    const found = await relations(await draw(one), await draw(other), [
      ['png', 'q60'],
      ['q60', 'q60'],
      ['png', 'png'],
    ])
    expect(found).not.toEqual(expect.arrayContaining([expect.toBeOneOf(rejections)]))
  })
})

describe('faint text is not excused by bold text near it', () => {
  it.each(['#cccccc', '#bbbbbb', '#999999'])('%s on white under black', async (ink) => {
    const draw = (word: string) =>
      drawPoster({
        template: 'quote',
        style: 3,
        textSize: 22,
        text: posterText(5),
        extra:
          '<rect x="780" y="20" width="400" height="120" fill="#fff"/>' +
          '<g font-family="DejaVu Sans" font-size="16">' +
          '<text x="800" y="60" font-weight="bold">KEMENTERIAN KERJA RAYA</text>' +
          `<text x="800" y="78" fill="${ink}">${word}</text></g>`,
      })
    for (const [one, other] of [
      ['Jalan Cafe', 'Jalan Café'],
      ['setiap kali', 'setiap kall'],
    ] as const) {
      const found = await relations(await draw(one), await draw(other), [
        ['png', 'q60'],
        ['q80', 'q60'],
      ])
      expect(found).not.toEqual(expect.arrayContaining([expect.toBeOneOf(rejections)]))
    }
  })
})

describe('text of 30 grey levels on plain paper is not lost in the noise', () => {
  it.each([
    ['Bilik Mesyuarat', 'Billk Mesyuarat'],
    ['Sijil 8.30 pagi', 'Sljil 8.30 pagi'],
    ['Hari ini: libur', 'Hari iui: libur'],
  ])('%s, %s', async (one, other) => {
    const draw = (word: string) =>
      drawPoster({
        template: 'quote',
        style: 3,
        textSize: 22,
        text: { title: '', lines: [], footer: '' },
        extra:
          '<rect width="1200" height="630" fill="#9aa5b1"/>' +
          '<g font-family="DejaVu Sans" font-size="17" fill="#7b8794">' +
          [word, ...posterText(5, 8).lines]
            .map((line, at) => `<text x="150" y="${145 + at * 38}">${line}</text>`)
            .join('') +
          '</g>',
      })
    const found = await relations(await draw(one), await draw(other), [
      ['png', 'q60'],
      ['q80', 'q60'],
      ['webp', 'q80'],
    ])
    expect(found).not.toEqual(expect.arrayContaining([expect.toBeOneOf(rejections)]))
  })
})

describe('a drawing of which all is faint is not taken for noise', () => {
  it.each([
    ['Bilik Mesyuarat', 'Billk Mesyuarat'],
    ['Aras 3, Menara', 'Aras 8, Menara'],
  ])('%s, %s', async (one, other) => {
    const ink = '#a6a6a6'
    const lines = Array.from({ length: 40 }, (_, at) => {
      const [x, y] = [(at * 271) % 1_100, (at * 173) % 560]
      return `<path d="M${x} ${y}l${(at * 37) % 300} ${(at * 53) % 200}" stroke="${ink}" stroke-width="${1 + (at % 3)}"/>`
    })
    const draw = (word: string) =>
      drawPoster({
        template: 'quote',
        style: 3,
        textSize: 22,
        text: { title: '', lines: [], footer: '' },
        extra:
          `<rect width="1200" height="630" fill="#b8b8b8"/>${lines.join('')}` +
          `<text x="430" y="322" font-size="17" fill="${ink}">${word}</text>`,
      })
    const found = await relations(await draw(one), await draw(other), [
      ['q80', 'webp'],
      ['webp', 'q80'],
      ['q80', 'q60'],
      ['q60', 'png'],
    ])
    expect(found).not.toEqual(expect.arrayContaining([expect.toBeOneOf(rejections)]))
  })
})

describe('one changed character is seen through a change of shape', () => {
  it.each<[string, (picture: Sharp) => Sharp]>([
    ['mirrored', (picture) => picture.flop()],
    ['cropped', (picture) => picture.extract({ left: 24, top: 12, width: 1_752, height: 922 })],
    ['brighter', (picture) => picture.linear(1.08, 0)],
    ['at two thirds', (picture) => picture.resize(1_200, 630)],
  ])('%s', async (_, change) => {
    const text = posterText(9, 3)
    const size = { width: 1_800, height: 945 }
    const base: Poster = { template: 'card', style: 11, textSize: 24, text, photo, size }
    const [first = '', ...lines] = text.lines
    const edited = { ...text, lines: [withOneCharacterChanged(first, 2), ...lines] }
    const unedited = await drawPoster(base)
    const result = async (picture: RawPicture) =>
      relation(
        open(unedited).png({ compressionLevel: 1 }),
        change(open(picture)).jpeg({ quality: 85 }),
      )
    expect(await result(await drawPoster({ ...base, text: edited }))).toBe('likely')
    expect(await result(unedited)).toBe('certain')
  })
})
