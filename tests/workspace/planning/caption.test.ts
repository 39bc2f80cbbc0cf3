import { describe, expect, it } from 'vitest'
import {
  checkCaption,
  type ProgrammeFacts,
} from '../../../src/main/workspace/planning/rules/caption.ts'
import { tellsDate } from '../../../src/main/workspace/planning/rules/dates.ts'
import { tellsTime } from '../../../src/main/workspace/planning/rules/times.ts'

describe('a date in a text', () => {
  it.each([
    ['24 November 2026', true],
    ['pada 24 Nov', true],
    ['24hb November', true],
    ['24 haribulan November 2026', true],
    ['24th of November', true],
    ['November 24, 2026', true],
    ['24–26 November 2026', true],
    ['22 hingga 24 November', true],
    ['24 hingga 26 Nov 2026', true],
    ['24 & 25 November', true],
    ['24/11/2026', true],
    ['24.11.26', true],
    ['24-11-2026', true],
    ['pada 24/11.', true],
    ['2026-11-24', true],
    ['24 November 9.00 pagi', true],
    ['24 November, 2.30 petang', true],
    ['24 November 2025', false],
    ['24/11/2025', false],
    ['24/12/2026', false],
    ['11/24/2026', false],
    ['124 November 2026', false],
    ['25 November 2026', false],
    ['24 Novemberan', false],
    ['4 November', false],
    ['esok', false],
    ['', false],
  ])('%j tells 24 November 2026: %s', (text, told) => {
    expect(tellsDate(text, '2026-11-24')).toBe(told)
  })

  it.each([
    ['5 Mac 2026', '2026-03-05'],
    ['05/03/2026', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['1 Ogos', '2026-08-01'],
    ['31 Dis', '2026-12-31'],
    ['1 May', '2026-05-01'],
  ])('%j tells %s', (text, date) => {
    expect(tellsDate(text, date)).toBe(true)
  })
})

describe('a time in a text', () => {
  it.each([
    ['9.00 pagi', '9.00 pagi', true],
    ['9:00 a.m.', '9.00 pagi', true],
    ['9 pagi', '09:00', true],
    ['0900', '9.00 pagi', true],
    ['jam 9', '9.00 pagi', true],
    ['pukul 9.00', '09:00', true],
    ['9.00 malam', '9.00 pagi', false],
    ['21:00', '9.00 pagi', false],
    ['2.30 petang', '14:30', true],
    ['2:30pm', '14:30', true],
    ['1430', '2.30 petang', true],
    ['14.30 petang', '2.30 petang', true],
    ['2.30', '14:30', true],
    ['12.30 tengah hari', '12:30', true],
    ['12.30 tgh hari', '12:30', true],
    ['1.00 tengah hari', '13:00', true],
    ['11.30 tengah hari', '11:30', true],
    ['12 tengah malam', '00:00', true],
    ['12.00 malam', '00:00', true],
    ['8.30 malam', '20:30', true],
    // The beginning is what counts.
    ['9.00 pagi hingga 1.00 petang', '9.00 pagi hingga 1.00 petang', true],
    ['hingga 1.00 petang', '9.00 pagi hingga 1.00 petang', false],
    ['9.05 pagi', '9.00 pagi', false],
    ['9 orang', '9.00 pagi', false],
    ['RM9.00', '9.00 pagi', false],
    ['24.11.2026', '11:20', false],
    ['', '9.00 pagi', false],
    ['9.00 pagi', 'selepas Maghrib', null],
  ])('%j tells %j: %s', (text, recorded, told) => {
    expect(tellsTime(text, recorded)).toBe(told)
  })
})

describe('the caption of a photo or video (Melaka 13.5)', () => {
  const programme: ProgrammeFacts = {
    name: 'Majlis Perasmian Jambatan Sungai Perak',
    date: '2026-11-24',
    time: '9.00 pagi',
    place: 'Dataran Kuala Kangsar',
    guests: "YB Dato' Sri Menteri Kerja Raya; Ketua Pengarah Kerja Raya",
  }
  const whole =
    'Majlis perasmian Jambatan Sungai Perak pada 24 November 2026, 9.00 pagi di Dataran Kuala ' +
    'Kangsar, dihadiri YB Dato’ Sri Menteri Kerja Raya dan Ketua Pengarah Kerja Raya.'

  it.each([
    ['tells all', whole, []],
    ['no name', whole.replace('Jambatan', 'projek'), ['programme']],
    ['no date', whole.replace('24 November 2026', 'esok'), ['date']],
    ['no time', whole.replace(', 9.00 pagi', ''), ['time']],
    ['no place', whole.replace('Dataran', 'bandar'), ['place']],
    ['no guests', whole.replace(/, dihadiri.*/, '.'), ['guests']],
    ['nothing', 'Tahniah.', ['programme', 'date', 'time', 'place', 'guests']],
  ])('%s', (_, text, parts) => {
    const found = checkCaption(text, 'photo-album', programme)
    expect(found.map(({ params }) => params['part'])).toEqual(parts)
    expect(
      found.every(({ rule, clause }) => rule === 'caption-untold' && clause === 'Melaka 13.5'),
    ).toBe(true)
  })

  it('names only the guests that are left out', () => {
    const [found] = checkCaption(whole.replace('Ketua Pengarah', ''), 'video-scp', programme)
    expect(found?.params).toEqual({ part: 'guests', value: 'Ketua Pengarah Kerja Raya' })
  })

  it('asks the record for what it lacks; guests are advice only', () => {
    const bare = { name: 'Majlis', date: null, time: '', place: ' ', guests: '' }
    expect(
      checkCaption('Majlis.', 'video-mcp', bare).map(
        ({ rule, params, severity }) => `${rule} ${String(params['part'])} ${severity}`,
      ),
    ).toEqual([
      'caption-unknown date warn',
      'caption-unknown time warn',
      'caption-unknown place warn',
      'caption-unknown guests advice',
    ])
  })

  it.each([
    ['text', []],
    ['infographic', []],
    ['photo-album', ['caption-without-programme']],
    ['videographic', ['caption-without-programme']],
    ['vox-pop', ['caption-without-programme']],
    ['video-mcp', ['caption-without-programme']],
    ['video-scp', ['caption-without-programme']],
  ])('a %s without a programme', (kind, rules) => {
    expect(checkCaption('Jalan.', kind, null).map(({ rule }) => rule)).toEqual(rules)
  })

  it('takes the words of a time that is none', () => {
    const evening = { ...programme, time: 'selepas Maghrib' }
    const parts = (text: string) =>
      checkCaption(text, 'photo-album', evening).map(({ params }) => params['part'])
    expect(parts(whole)).toEqual(['time'])
    expect(parts(whole.replace('9.00 pagi', 'selepas Maghrib'))).toEqual([])
  })
})
