import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countX } from '#contract/textLength'

/**
 * Expected values by the public configuration version 3 of twitter-text (ranges of weight 1, all
 * else 2, links 23, emoji 2) and by its conformance suite, counted by hand.
 */
describe('the length of a text on X', () => {
  it.each([
    ['', 0],
    ['This is a test.', 15],
    // 9 + 1 + 6 + 1 + 5 + 1 + 5 + 1
    ['Jambatan Sungai Perak dibuka.', 29],
    ['Makluman: laluan ditutup 9.00 pagi – 5.00 petang', 48],
    // Accents of Latin letters weigh one, composed or not (NFC).
    ['é', 1],
    ['e\u0301', 1],
    // The ends of the ranges: U+10FF is the last of weight one, U+1100 the first of weight two.
    ['\u10FF', 1],
    ['\u1100', 2],
    ['\u2000\u200D', 2],
    ['\u2010\u201F', 2],
    ['\u2020', 2],
    ['\u2032\u2037', 2],
    ['\u2031', 2],
    ['\u2038', 2],
    // Curly quotes and dashes as word processors make them.
    ['“JKR” – ‘baik’', 14],
    ['…', 2],
    // Chinese and Korean.
    ['道路', 4],
    ['저찀쯿쿿', 8],
    ['\u{10000}\u{10FFFF}', 4],
  ])('%j weighs %i', (text, length) => {
    expect(countX(text)).toBe(length)
  })

  it.each([
    ['a cat', '🐱', 2],
    ['a face as a letter and as an emoji', '☺☺\uFE0F', 4],
    ['a flag', '🇲🇾', 2],
    ['two flags', '🇲🇾🇲🇾', 4],
    ['a family of seven code points', '👨‍👩‍👧‍👦', 2],
    ['a worker with a skin tone', '👷🏽‍♀️', 2],
    ['the same without its variation sign', '👷🏽‍♀', 2],
    ['a keycap', '1️⃣', 2],
    ['a keycap without its variation sign', '1⃣', 2],
    ['a rainbow flag', '🏳️‍🌈', 2],
    ['a flag of a region by tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
    // Two emoji that Unicode does not join: cat 2, joiner 1, road 2.
    ['what is not one', '🐱\u200D🛣', 5],
    ['digits and a copyright sign', '12©', 3],
    ['a copyright sign as an emoji', '©️', 2],
  ])('%s', (_, text, length) => {
    expect(countX(text)).toBe(length)
  })

  it.each([
    ['http://test.com', 23],
    ['https://test.com', 23],
    ['test.com', 23],
    ['Test https://test.com test https://test.com test.com test', 86],
    ['jkr.gov.my', 23],
    ['www.jkr.gov.my/aduan?id=5', 23],
    // "Lihat " 6, the link 23, the full stop 1.
    ['Lihat https://www.jkr.gov.my/ms/berita-terkini.', 30],
    ['(https://jkr.gov.my)', 25],
    ['https://ms.wikipedia.org/wiki/Jalan_(jalan) ya', 26],
    ['https://jkr.gov.my:8443/a', 23],
    // A single name before a country's domain is no link without a path (selesai.my), but t.co is.
    ['selesai.my', 10],
    ['selesai.my/a', 23],
    ['t.co', 23],
    // Not links: an address, a file, a missing blank, a name.
    ['aduan@jkr.gov.my', 16],
    ['laporan.pdf', 11],
    ['@jkr.com', 8],
    ['Jalan ditutup.Sila ikut lencongan', 33],
    ['ftp://jkr.gov.my', 6 + 10],
  ])('%j weighs %i with its links', (text, length) => {
    expect(countX(text)).toBe(length)
  })

  it('is the sum of its lines, for any text without links', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'É', '道', '😀', ' ', '“', '9') })
    fc.assert(
      fc.property(line, line, (one, other) => {
        expect(countX(`${one}\n${other}`)).toBe(countX(one) + 1 + countX(other))
      }),
    )
  })
})
