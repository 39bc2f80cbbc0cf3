import type { StateCode } from '#contract/states'

/**
 * Federal days as they were kept, written down from general knowledge and the notes on the sources,
 * not from the reference file: name, dates.
 */
export const federalDays: Readonly<Record<string, readonly string[]>> = {
  'Hari Raya Puasa': [
    ...['2018-06-15', '2019-06-05', '2020-05-24', '2021-05-13', '2022-05-02'],
    ...['2023-04-22', '2024-04-10', '2025-03-31', '2026-03-21'],
  ],
  'Hari Raya Puasa (Hari Kedua)': [
    ...['2018-06-16', '2019-06-06', '2020-05-25', '2021-05-14', '2022-05-03'],
    ...['2023-04-23', '2024-04-11', '2025-04-01', '2026-03-22'],
  ],
  'Hari Raya Qurban': [
    ...['2018-08-22', '2019-08-11', '2020-07-31', '2021-07-20', '2022-07-10'],
    ...['2023-06-29', '2024-06-17', '2025-06-07', '2026-05-27'],
  ],
  'Tahun Baharu Cina': [
    ...['2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01'],
    ...['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17'],
  ],
  'Hari Wesak': [
    ...['2018-05-29', '2019-05-19', '2020-05-07', '2021-05-26', '2022-05-15'],
    ...['2023-05-04', '2024-05-22', '2025-05-12', '2026-05-31'],
  ],
  'Awal Muharam (Maal Hijrah)': [
    ...['2018-09-11', '2019-09-01', '2020-08-20', '2021-08-10', '2022-07-30'],
    ...['2023-07-19', '2024-07-07', '2025-06-27', '2026-06-17'],
  ],
  'Hari Keputeraan Nabi Muhammad S.A.W. (Maulidur Rasul)': [
    ...['2018-11-20', '2019-11-09', '2020-10-29', '2021-10-19', '2022-10-10'],
    ...['2023-09-28', '2024-09-16', '2025-09-05', '2026-08-25'],
  ],
  'Hari Keputeraan Seri Paduka Baginda Yang di-Pertuan Agong': [
    ...['2018-09-09', '2019-09-09', '2020-06-08', '2021-06-07', '2022-06-06'],
    ...['2023-06-05', '2024-06-03', '2025-06-02', '2026-06-01'],
  ],
  'Hari Kebangsaan': yearly('08-31'),
  'Hari Malaysia': yearly('09-16'),
  'Hari Pekerja': yearly('05-01'),
  'Hari Krismas': yearly('12-25'),
}

/** Everywhere but in Sarawak. */
export const deepavali = [
  ...['2018-11-06', '2019-10-27', '2020-11-14', '2021-11-04', '2022-10-24'],
  ...['2023-11-12', '2024-10-31', '2025-10-20', '2026-11-08'],
]

/** A day, states that keep it, and states that do not. */
export const stateDays: readonly (readonly [string, readonly StateCode[], readonly StateCode[]])[] =
  [
    // New Year: not in Johor, Kedah, Kelantan, Perlis and Terengganu, but Perlis declared it in 2025.
    [
      '2024-01-01',
      ['MY-04', 'MY-10', 'MY-13', 'MY-14'],
      ['MY-01', 'MY-02', 'MY-03', 'MY-09', 'MY-11'],
    ],
    ['2025-01-01', ['MY-09', 'MY-14'], ['MY-01', 'MY-02', 'MY-03', 'MY-11']],
    ['2025-02-01', ['MY-14', 'MY-15', 'MY-16'], ['MY-10', 'MY-07']],
    // Thaipusam on Federal Territory Day.
    ['2026-02-01', ['MY-14', 'MY-10', 'MY-07'], ['MY-03', 'MY-11']],
    // National Day 2025 on a Sunday: Monday is given where Sunday is the weekly holiday.
    ['2025-09-01', ['MY-14', 'MY-01', 'MY-10', 'MY-13'], ['MY-02', 'MY-03', 'MY-11']],
    ['2025-05-30', ['MY-12', 'MY-15'], ['MY-13', 'MY-14']],
    ['2025-06-02', ['MY-13', 'MY-14', 'MY-03'], []],
    ['2024-07-22', ['MY-13'], ['MY-12', 'MY-14']],
    ['2024-03-23', ['MY-01'], ['MY-14', 'MY-02']],
    ['2024-12-11', ['MY-10'], ['MY-14', 'MY-16']],
    ['2023-07-07', ['MY-07'], ['MY-08']],
    ['2023-04-15', ['MY-04'], ['MY-05']],
    ['2024-02-20', ['MY-04'], ['MY-05']],
    // The day before polling of the 15th general election, and the extra day after it.
    ['2022-11-18', ['MY-14', 'MY-10', 'MY-13'], []],
    ['2022-11-28', ['MY-14', 'MY-10', 'MY-01'], []],
    // Malaysia Day 2025, the additional Monday.
    ['2025-09-15', ['MY-14', 'MY-10', 'MY-03'], []],
  ]

function yearly(day: string): string[] {
  return Array.from({ length: 10 }, (_, n) => `${2018 + n}-${day}`)
}
