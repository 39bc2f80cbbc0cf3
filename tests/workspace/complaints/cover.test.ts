import { describe, expect, it } from 'vitest'
import {
  coverEmail,
  coverLink,
  coverName,
  coverNumber,
  coverText,
  isCovered,
} from '../../../src/main/workspace/complaints/rules/cover.ts'
import { readNumber, readSerial } from '../../../src/main/workspace/complaints/rules/number.ts'

describe('what tells who somebody is', () => {
  it.each([
    ['Siti Aminah binti Rahman', 'S••• A••• binti R•••'],
    ['Muthu a/l Raju', 'M••• a/l R•••'],
    ['  Lee  ', 'L•••'],
    ['Érica', 'É•••'],
    ['', ''],
  ])('the name %j stands as %j', (name, covered) => {
    expect(coverName(name)).toBe(covered)
  })

  it.each([
    ['012-345 6789', '••• 6789'],
    ['+60 12 345 6789', '••• 6789'],
    ['880101-14-5678', '••• 5678'],
    ['A1234567', '••• 4567'],
    // Of seven signs four would tell too much.
    ['1234567', '•••'],
    ['', ''],
  ])('the number %j stands as %j', (number, covered) => {
    expect(coverNumber(number)).toBe(covered)
  })

  it('an address of e-mail keeps its host', () => {
    expect(coverEmail('siti@gmail.com')).toBe('s•••@gmail.com')
    expect(coverEmail('')).toBe('')
  })

  it.each([
    ['Hubungi 012-345 6789 segera', null, 'Hubungi ••• segera'],
    ['IC 880101-14-5678, e-mel ali@gmail.com', null, 'IC •••, e-mel •••'],
    // Offices may be told, and road codes are no numbers of persons.
    ['aduan@jkr.gov.my tentang FT04 km 12', null, 'aduan@jkr.gov.my tentang FT04 km 12'],
    ['ALI BIN AHMAD dan Alimah', 'Ali bin Ahmad', 'A••• BIN A••• dan Alimah'],
    // By a part too, where it is introduced as a name; by itself it may be another word.
    ['Saya Rosli. Hubungi ENCIK ROSLI', 'Rosli bin Hamid', 'Saya R•••. Hubungi ENCIK R•••'],
    ['Puan Hamidah, isteri En. Hamid', 'Rosli bin Hamid', 'Puan Hamidah, isteri En. H•••'],
    ['Lubang nombor 3, orang lalu', 'Orang Awam Nombor 3', 'Lubang nombor 3, orang lalu'],
    ['Di Jalan Rosli dan Kg. Hamid', 'Rosli bin Hamid', 'Di Jalan Rosli dan Kg. Hamid'],
    ['Pasport A12345678, lori VAB1234', null, 'Pasport •••, lori VAB1234'],
    // A name is looked for as it stands, whatever signs it has.
    ['Ali (Pak) datang', 'Ali (Pak)', 'A••• (••• datang'],
  ])('%j of %j is shown as %j', (text, name, shown) => {
    expect(coverText(text, name)).toBe(shown)
  })

  it('a place keeps what is like a part of the name', () => {
    expect(coverText('Rahman Putra, rumah Ali bin Rahman', 'Ali bin Rahman')).toBe(
      'Rahman Putra, rumah A••• bin R•••',
    )
  })

  it.each([
    ['https://www.facebook.com/rosli.hamid/posts/1?id=2', 'https://www.facebook.com/'],
    ['', ''],
    ['rosli hamid', ''],
  ])('the address %j keeps its site alone: %j', (link, shown) => {
    expect(coverLink(link)).toBe(shown)
  })

  it('is told apart from what is not covered', () => {
    expect(isCovered('Telefon •••')).toBe(true)
    expect(isCovered('Telefon 1')).toBe(false)
  })
})

describe('a number as people type it', () => {
  it.each([
    ['ADU-2026-000123', 'ADU-2026-000123'],
    ['adu 2026 123', 'ADU-2026-000123'],
    ['2026/123', 'ADU-2026-000123'],
    ['ADU-2026-1234567', 'ADU-2026-1234567'],
    ['ADU-1999-1', null],
    ['2026123', null],
    ['ADU-2026-0', null],
  ])('%j is read as %j', (typed, read) => {
    expect(readNumber(typed)).toBe(read)
  })

  it.each([
    ['123', 123],
    ['ADU 000123', 123],
    ['0', null],
    ['12a', null],
  ])('%j alone is the place %j of some year', (typed, read) => {
    expect(readSerial(typed)).toBe(read)
  })
})
