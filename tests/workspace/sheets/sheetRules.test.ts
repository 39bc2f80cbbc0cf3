import { describe, expect, it } from 'vitest'
import { csvRows } from '../../../src/main/workspace/sheets/csvRows.ts'
import { decodedText } from '../../../src/main/workspace/sheets/decodedText.ts'
import { guessColumns } from '../../../src/main/workspace/posts/rules/sheet/guess.ts'
import { namedBy } from '../../../src/main/workspace/sheets/names.ts'
import { writtenDay, writtenTime } from '../../../src/main/workspace/sheets/writtenDay.ts'

describe('days and times in sheets', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-24 09:30', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['4.1.26', '2026-01-04'],
    ['24-11-2026', '2026-11-24'],
    ['24 Nov 2026', '2026-11-24'],
    ['24 November 2026', '2026-11-24'],
    ['Selasa, 24 Ogos 2027', '2027-08-24'],
    ['1 Disember 2026', '2026-12-01'],
    ['5 Mac 2026', '2026-03-05'],
    ['5 March 2026', '2026-03-05'],
    ['29/2/2028', '2028-02-29'],
    // 1 January 2026 is day 46023 of Excel.
    ['46023', '2026-01-01'],
    ['29/2/2026', null],
    ['31/4/2026', null],
    ['24/13/2026', null],
    ['minggu depan', null],
    ['24', null],
    ['', null],
  ])('%j is the day %j', (text, day) => {
    expect(writtenDay(text)).toBe(day)
  })

  it.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['0930', '09:30'],
    ['9.30 pagi', '09:30'],
    ['12.15 pagi', '00:15'],
    ['2 petang', '14:00'],
    ['2.45 ptg', '14:45'],
    ['12 tengah hari', '12:00'],
    ['8.00 malam', '20:00'],
    ['2pm', '14:00'],
    ['12am', '00:00'],
    ['0.5', '12:00'],
    ['23:59:00', '23:59'],
    ['24:00', null],
    ['9', null],
    ['14.30 petang', '14:30'],
    ['12 malam', '00:00'],
    ['12 tengah malam', '00:00'],
    ['12.30 malam', '00:30'],
    ['11.30 tengah hari', '11:30'],
    ['12.45 tgh', '12:45'],
    ['13 pagi', null],
    ['2 petik', null],
    ['9:75', null],
    ['pagi', null],
  ])('%j is the time %j', (text, time) => {
    expect(writtenTime(text)).toBe(time)
  })
})

describe('separated values', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n"1;0";"x ""y"""',
      [
        ['a', 'b'],
        ['1;0', 'x "y"'],
      ],
    ],
    [
      'a\tb\rc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '"a, b",c\n"1\r\n2",3',
      [
        ['a, b', 'c'],
        ['1\r\n2', '3'],
      ],
    ],
    [
      'a,b\n,',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
  ])('%j', (text, rows) => {
    expect(csvRows(text)).toEqual(rows)
  })

  it('are read without their mark, and as Windows writes them', () => {
    const read = (...bytes: number[]) => decodedText(new Uint8Array(bytes))
    expect(read(0xef, 0xbb, 0xbf, 0x61)).toEqual({ text: 'a', encoding: 'utf-8' })
    expect(read(0x93, 0x61, 0x94)).toEqual({ text: '“a”', encoding: 'windows-1252' })
    expect(read(0xff, 0xfe, 0x61, 0x00, 0x22, 0x20)).toEqual({ text: 'a•', encoding: 'utf-16' })
    expect(read(0xfe, 0xff, 0x00, 0x61)).toEqual({ text: 'a', encoding: 'utf-16' })
  })

  it('whose quote is never closed are none', () => {
    expect(csvRows('a,b\n"1,2\n3,4')).toBeNull()
  })
})

it('columns are known by their headings in both languages, each field once', () => {
  expect(
    guessColumns(['BIL', 'Tarikh:', 'Masa', 'TAJUK', 'Title', 'Platform', 'Caption', 'Venue']),
  ).toEqual([null, 'day', 'time', 'title', null, 'accounts', 'text', 'programmePlace'])
})

it('a name that two share finds neither', () => {
  const known = namedBy([
    { value: 1, names: ['Facebook', '@JKR', 'Facebook @JKR'] },
    { value: 2, names: ['X', 'JKR', 'X @JKR'] },
  ])
  expect(['facebook', 'JKR', ' x  @jkr', ''].map((name) => known.find(name))).toEqual([
    1,
    null,
    2,
    null,
  ])
})
