import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  csvOf,
  formulaSafe,
  fromFormulaSafe,
  malaysianMoment,
  type Column,
} from '../../../src/main/workspace/reports/csv.ts'
import { cellsOf } from '../../support/cells.ts'

/** ASVS 5.0 1.2.10, with line breaks, spaces, full-width and small forms, and what cannot be seen. */
const starts = [
  ...['=', '+', '-', '@', '\t', '\0', '\n', '\r', '\r\n', ' ', '\u00a0', '\u3000', '\u2003'],
  ...['＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'],
  ...['\u200b', '\u200e', '\u202e', '\u2060', '\ufeff', '\u00ad', '\v', '\f', '\u001b', '\u0085'],
  ...["'", "''=", ' =', '\t=', '\n=', '\r=', '\0=', '\u200b=', '\u00a0@', '  +', '\ufeff-', ' ＝'],
]
const dangerous = /^[\s\0=+\-@＝＋－＠﹦﹢﹣﹫−]/

const columns: readonly Column<readonly string[]>[] = [0, 1, 2].map((place) => ({
  heading: { ms: `Lajur ${place}`, en: `Column ${place}` },
  value: (row) => row[place] ?? null,
}))

describe('a cell', () => {
  it.each(starts)('that starts with %j does not calculate, and is read back whole', (start) => {
    for (const rest of ['', '1+1', "cmd|' /C calc'!A0", 'HYPERLINK("http://127.0.0.1")']) {
      const safe = formulaSafe(start + rest)
      expect(safe).not.toMatch(dangerous)
      expect(safe.startsWith("'")).toBe(true)
      expect(fromFormulaSafe(safe)).toBe(start + rest)
    }
  })

  it('of ordinary text, in whatever script, stays as it is', () => {
    for (const text of [
      '',
      'Jambatan',
      '2026-11-23',
      '1200×630 px',
      '(60) 3',
      '道路',
      '“a”',
      'a=b',
    ]) {
      expect(formulaSafe(text)).toBe(text)
    }
  })
})

describe('a table', () => {
  it('of 10 000 rows of any text is read back as it was', () => {
    const phone = fc.integer({ min: 1_000, max: 999_999_999 }).map((number) => `+60${number}`)
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(...starts),
      phone,
      fc.constantFrom('a,b', 'a"b', 'a\r\nb', '"', '""', ','),
    )
    const rows = fc.sample(fc.array(cell, { minLength: 3, maxLength: 3 }), {
      numRuns: 10_000,
      seed: 7,
    })
    const csv = csvOf(columns, rows, 'ms')
    expect(csv.startsWith('\ufeffLajur 0,Lajur 1,Lajur 2\r\n')).toBe(true)
    const [, ...read] = cellsOf(csv.slice(1))
    expect(read.flat().filter((text) => dangerous.test(text))).toEqual([])
    expect(read.map((row) => row.map(fromFormulaSafe))).toEqual(rows)
  })

  it('is written in the language asked for, numbers as numbers, nothing as nothing', () => {
    const row: Column<number>[] = [
      { heading: { ms: 'Bil.', en: 'No.' }, value: (number) => number },
      { heading: { ms: 'Teks', en: 'Text' }, value: (number) => String(number) },
      { heading: { ms: 'Tiada', en: 'None' }, value: () => null },
    ]
    expect(csvOf(row, [-3, 12], 'en')).toBe("\ufeffNo.,Text,None\r\n-3,'-3,\r\n12,12,\r\n")
    expect(csvOf(row, [], 'ms')).toBe('\ufeffBil.,Teks,Tiada\r\n')
  })

  it('keeps a line break within its cell, whichever kind it is', () => {
    const csv = csvOf(columns, [['baris\nkedua', 'baris\rkedua', 'a\r\nb']], 'ms')
    expect(csv).toContain('"baris\nkedua","baris\rkedua","a\r\nb"\r\n')
  })
})

describe('a moment', () => {
  it.each([
    ['2026-11-23T01:00:00.000Z', '2026-11-23T09:00:00+08:00'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01T00:00:00+08:00'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31T23:59:59+08:00'],
  ])('%s is %s in Malaysia', (instant, local) => {
    expect(malaysianMoment(instant)).toBe(local)
  })
})
