import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outgoingText } from '#contract/outgoingText'
import { TextFinding } from '#contract/textRules'
import { checkText } from '../../../src/main/workspace/planning/rules/checkText.ts'
import { checkHashtags } from '../../../src/main/workspace/planning/rules/hashtags.ts'
import { checkLength } from '../../../src/main/workspace/planning/rules/length.ts'
import { checkPersonalData } from '../../../src/main/workspace/planning/rules/personal.ts'
import { checkSentences } from '../../../src/main/workspace/planning/rules/sentences.ts'
import { checkTerms } from '../../../src/main/workspace/planning/rules/terms.ts'

/** The part of the text that each finding points at, behind its rule. */
function pointed(text: string, findings: readonly TextFinding[]): string[] {
  return findings.map(({ rule, at }) => `${rule}: ${at === undefined ? '' : text.slice(...at)}`)
}

describe('the length of a text', () => {
  const facebook = { channel: 'facebook', textLimit: 1_000 }
  it.each([
    ['as long as Facebook may have it (Jatim 17)', 'a'.repeat(1_000), facebook, []],
    ['one longer', 'a'.repeat(1_001), facebook, ['warn 1001/1000 Jatim 17']],
    ['1 000 families of emoji', '👨‍👩‍👧‍👦'.repeat(1_000), facebook, []],
    ['X as the source has it', 'a'.repeat(140), { channel: 'x', textLimit: 140 }, []],
    ['over it', 'a'.repeat(141), { channel: 'x', textLimit: 140 }, ['stop 141/140 Jatim']],
    ['X today', '道'.repeat(140), { channel: 'x', textLimit: 280 }, []],
    [
      'over it by weight',
      '道'.repeat(141),
      { channel: 'x', textLimit: 280 },
      ['stop 282/280 Jatim'],
    ],
    ['a channel without a limit', 'a'.repeat(9_999), { channel: 'blog', textLimit: null }, []],
    ['an own limit', 'abc', { channel: 'instagram', textLimit: 2 }, ['warn 3/2 ours']],
  ])('%s', (_, text, account, expected) => {
    const found = checkLength(text, account)
    expect(
      found.map(({ severity, params, clause }) => {
        return `${severity} ${String(params['count'])}/${String(params['limit'])} ${clause}`
      }),
    ).toEqual(expected)
  })

  it('counts the hashtags that are put behind the text, and points at what is too much', () => {
    expect(outgoingText('Jalan dibuka. #JKR', ['jkr', '#Perak', 'Perak'], [])).toBe(
      'Jalan dibuka. #JKR\n\n#Perak',
    )
    expect(outgoingText('', ['JKR'], [])).toBe('#JKR')
    // 6 + two line breaks + 4
    const channel = { channel: 'facebook', textLimit: 10 }
    const outgoing = outgoingText('Dibuka', ['JKR'], [])
    expect(checkLength(outgoing, channel)).toMatchObject([{ params: { count: 12 } }])
    const long = 'Dibuka semula.'
    expect(pointed(long, checkLength(long, channel))).toEqual(['too-long: ula.'])
  })

  it('puts no link behind the text that stands in it', () => {
    const told = 'Sila rujuk https://www.jkr.gov.my/jalan.'
    expect(outgoingText(told, [], ['https://www.jkr.gov.my/jalan'])).toBe(told)
    expect(outgoingText(told, [], ['https://www.jkr.gov.my'])).toBe(
      `${told}\n\nhttps://www.jkr.gov.my`,
    )
  })
})

describe('hashtags', () => {
  it.each([
    ['Jalan dibuka. #JKR #JKRPerak', [], []],
    ['#1Malaysia', [], []],
    ['Pakej #12 siap.', [], ['hashtag-malformed: #12']],
    ['#JKR-Perak', [], ['hashtag-malformed: #JKR-Perak']],
    ['#JKR#Perak', [], ['hashtag-inside-word: #Perak']],
    ['Lebuh#raya', [], ['hashtag-inside-word: #raya']],
    ['#JKR dan #jkr', [], ['hashtag-twice: #jkr']],
    ['https://jkr.gov.my/a#bahagian', [], []],
    ['', ['JKR', '#jkr'], ['hashtag-twice: ']],
    ['', ['JKR Perak'], ['hashtag-malformed: ']],
    // In the text and in the list is the same tag, published once.
    ['#JKR', ['JKR'], []],
    ['#a #b', ['c'], []],
    ['#a #b', ['c', 'd'], ['too-many-hashtags: ']],
  ])('%j with %j', (text, hashtags, expected) => {
    expect(pointed(text, checkHashtags(text, hashtags, 3))).toEqual(expected)
  })
})

describe('full sentences (Melaka 13.2; KKS J)', () => {
  it.each([
    ['Jambatan dibuka semula hari ini.', []],
    ['Sudahkah anda mendaftar?', []],
    ['“Keselamatan diutamakan,” kata beliau.', []],
    ['Jambatan dibuka semula. #JKR https://jkr.gov.my 🚧', []],
    ['Jambatan dibuka semula.”', []],
    ['Jambatan dibuka (fasa kedua.)', []],
    ['@JKRMalaysia mengucapkan selamat bercuti.', []],
    ['🚧 Jalan ditutup.', []],
    ['24 November: jalan ditutup.', []],
    ['#JKR', []],
    ['jambatan dibuka.', ['no-capital: j']],
    ['Hubungi aduan@jkr.gov.my.', []],
    ['Hubungi aduan@jkr.gov.my', ['no-end-mark: ']],
    ['Hubungi aduan@jkr.gov.my. Terima kasih', ['no-end-mark: ']],
    ['Jambatan dibuka', ['no-end-mark: ']],
    ['Jambatan dibuka #JKR', ['no-end-mark: ']],
    ['JALAN DITUTUP SEMENTARA.', ['all-capitals: JALAN DITUTUP SEMENTARA.']],
    ['PLUS dan LLM.', []],
    ['JKR.', []],
    ['Tahniah!', []],
    ['Tahniah!!', ['repeated-marks: !!']],
    ['Benarkah??!', ['repeated-marks: ??!']],
    ['Jalan yg rosak dibaiki utk rakyat.', ['short-form: yg', 'short-form: utk']],
    ['Sila hubungi di DR Ismail, PD.', []],
    ['Saiz 3 x 4 m.', []],
    ['Jalan x rosak.', ['short-form: x']],
    ['Layari http://yg.com/utk/x untuk maklumat.', []],
  ])('%j', (text, expected) => {
    expect(pointed(text, checkSentences(text))).toEqual(expected)
  })
})

describe('personal data (Melaka 8)', () => {
  it.each([
    ['Pemohon 840512-10-5231 hadir.', ['identity-card: 840512-10-5231']],
    ['840512105231', ['identity-card: 840512105231']],
    ['840512 10 5231', ['identity-card: 840512 10 5231']],
    ['000229-14-0001', ['identity-card: 000229-14-0001']],
    ['830229-14-0001', []],
    ['841301-14-0001', []],
    ['840431-14-0001', []],
    ['840400-14-0001', []],
    // Places 17–20 and 00 were never given; 16 is Putrajaya, 21 an older code of Johor.
    ['840512-16-5231', ['identity-card: 840512-16-5231']],
    ['840512-17-5231', []],
    ['840512-20-5231', []],
    ['840512-21-5231', ['identity-card: 840512-21-5231']],
    ['840512-00-5231', []],
    ['8405121052310', []],
    ['Hubungi 012-345 6789 segera.', ['phone: 012-345 6789']],
    ['+6012-345 6789', ['phone: +6012-345 6789']],
    ['60123456789', ['phone: 60123456789']],
    ['(+60) 12 345 6789', ['phone: +60) 12 345 6789']],
    ['011-1234 5678', ['phone: 011-1234 5678']],
    ['012-3456789 5 orang', ['phone: 012-3456789']],
    ['012-345 678', []],
    ['03-2618 1234', ['phone: 03-2618 1234']],
    ['(04) 226 1234', ['phone: (04) 226 1234']],
    ['088-212 345', ['phone: 088-212 345']],
    ['1-300-88-5757', []],
    ['Talian 15999', []],
    ['Kos RM012,345.00', []],
    ['Tulis kepada ali.abu@gmail.com.', ['private-email: ali.abu@gmail.com']],
    ['aduan@jkr.gov.my', []],
    ['aduan@melaka.gov.my', []],
    ['ali@bukan-gov.my', ['private-email: ali@bukan-gov.my']],
    ['ali@gov.my.com', ['private-email: ali@gov.my.com']],
    ['Rasmi@JKR-contoh.com', []],
  ])('%j', (text, expected) => {
    expect(pointed(text, checkPersonalData(text, 'rasmi@jkr-contoh.com'))).toEqual(expected)
  })

  it('weighs a card more than a mobile, a mobile more than an office line', () => {
    const text = '840512-10-5231, 012-345 6789, 03-2618 1234'
    expect(checkPersonalData(text, '').map(({ severity }) => severity)).toEqual([
      'stop',
      'warn',
      'advice',
    ])
  })
})

describe('sensitive terms (Melaka 11)', () => {
  const term = (words: string) => ({ term: words, why: 'Sebab', suggestion: '' })
  it.each([
    ['banjir', 'Banjir! Kes-kes banjir, kebanjiran, banjirnya.', ['Banjir', 'banjir']],
    ['gagal siap', 'Projek GAGAL\nSIAP, gagal disiapkan.', ['GAGAL\nSIAP']],
    ['C++ (lama)', 'Sistem C++ (lama) ditukar.', ['C++ (lama)']],
    ['道路', '修道路吧, 道路.', ['道路']],
  ])('%j in %j', (words, text, expected) => {
    const found = checkTerms(text, [term(words)])
    expect(found.map(({ at }) => at && text.slice(...at))).toEqual(expected)
  })

  it('tell the line in which they stand, and are found in hashtags too', () => {
    const found = checkText({
      ...{ text: 'Jalan dibuka.\n  Banjir   surut.\nTerima kasih.', kind: 'text' },
      ...{ hashtags: ['#Banjir', 'JKR'], terms: [term('banjir')], settings: { mostHashtags: 5 } },
      officialEmail: '',
    }).filter(({ rule }) => rule === 'sensitive-term')
    expect(found.map(({ params }) => params['passage'])).toEqual(['#Banjir', 'Banjir surut.'])
  })
})

describe('all rules together', () => {
  const settings = { mostHashtags: 5 }
  const quiet = { hashtags: [], kind: 'text', terms: [], settings, officialEmail: '' }

  it('finds nothing in a good text, and judges no empty one', () => {
    expect(checkText({ ...quiet, text: 'Jalan Ipoh dibuka semula pada 9.00 pagi.' })).toEqual([])
    expect(checkText({ ...quiet, text: ' ' })).toEqual([])
  })

  it('puts first what stops, then by place', () => {
    const text = 'hubungi 012-345 6789, 840512-10-5231'
    expect(checkText({ ...quiet, text }).map(({ rule }) => rule)).toEqual([
      'identity-card',
      'phone',
      'no-capital',
      'no-end-mark',
    ])
  })

  it('never fails, points within the text, and only makes findings of the contract', () => {
    const piece = fc.constantFrom(
      ...['Jalan ', '#JKR', '#', '840512-10-5231', '012-345 6789', 'a@b.com', 'jkr.gov.my/x', '😀'],
      ...[
        'yg ',
        '!!',
        '\n',
        '9.00 pagi',
        '24/11/2026',
        '道',
        '\u200D',
        '\uFE0F',
        '(',
        '\\',
        '"',
        '1⃣',
      ],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    )
    const input = fc.record({
      text,
      hashtags: fc.array(text, { maxLength: 3 }),
      kind: fc.constantFrom('text', 'photo-album', 'video-mcp'),
      officialEmail: text,
      account: fc.record({
        channel: fc.constantFrom('x', 'facebook', 'blog'),
        textLimit: fc.constantFrom(null, 1, 20),
      }),
      programme: fc.option(
        fc.record({
          name: text,
          date: fc.constantFrom(null, '2026-11-24'),
          time: text,
          place: text,
          guests: text,
        }),
        { nil: null },
      ),
      terms: fc.array(fc.record({ term: text, why: text, suggestion: text }), { maxLength: 2 }),
      settings: fc.constant(settings),
    })
    fc.assert(
      fc.property(input, (asked) => {
        for (const found of [...checkText(asked), ...checkLength(asked.text, asked.account)]) {
          TextFinding.parse(found)
          const [from, to] = found.at ?? [0, 0]
          expect(from).toBeLessThanOrEqual(to)
          expect(to).toBeLessThanOrEqual(asked.text.length)
        }
      }),
      { numRuns: 500 },
    )
  })

  // Each repeats what one of the patterns could go through again and again.
  it.each([
    'Jalan #JKR 012-345 6789 a@b.com jkr.gov.my/x 840512-10-5231 9.00 pagi! ',
    ...['👨\u200D', 'a-', 'a.', 'a@a.', 'ab.', '#', '#a', '1', '1 ', '0', '24,', '!', 'A'],
    ...['http://', 'http://a.', 'a.com/(', 'a.com/'],
  ])('is done with 5 000 characters of %j while somebody types', (piece) => {
    const text = piece.repeat(5_000 / piece.length)
    const programme = {
      ...{ name: 'Majlis', date: '2026-11-24', time: '9.00 pagi' },
      ...{ place: 'Ipoh', guests: 'Menteri' },
    }
    // A pattern that tries again and again does not come back within the runner's time limit.
    const found = [
      ...checkText({ ...quiet, kind: 'photo-album', text, programme }),
      ...checkLength(text, { channel: 'x', textLimit: 280 }),
    ]
    expect(TextFinding.array().safeParse(found).success).toBe(true)
  })
})
