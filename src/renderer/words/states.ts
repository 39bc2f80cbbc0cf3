import type { StateCode } from '#contract/states'
import type { Language } from '#contract/values'

/** What the states are called, by ISO 3166-2:MY code; the short forms of the federal territories. */
const ms = {
  'MY-01': 'Johor',
  'MY-02': 'Kedah',
  'MY-03': 'Kelantan',
  'MY-04': 'Melaka',
  'MY-05': 'Negeri Sembilan',
  'MY-06': 'Pahang',
  'MY-07': 'Pulau Pinang',
  'MY-08': 'Perak',
  'MY-09': 'Perlis',
  'MY-10': 'Selangor',
  'MY-11': 'Terengganu',
  'MY-12': 'Sabah',
  'MY-13': 'Sarawak',
  'MY-14': 'W.P. Kuala Lumpur',
  'MY-15': 'W.P. Labuan',
  'MY-16': 'W.P. Putrajaya',
} as const satisfies Record<StateCode, string>

export const stateWords = {
  ms,
  en: { ...ms, 'MY-07': 'Penang' },
} as const satisfies Record<Language, Record<StateCode, string>>
