import { z } from 'zod'

/**
 * The 13 states and 3 federal territories, by their ISO 3166-2:MY codes: holidays, weekends and the
 * units of JKR differ by them.
 */
export const StateCode = z.enum([
  'MY-01', // Johor
  'MY-02', // Kedah
  'MY-03', // Kelantan
  'MY-04', // Melaka
  'MY-05', // Negeri Sembilan
  'MY-06', // Pahang
  'MY-07', // Pulau Pinang
  'MY-08', // Perak
  'MY-09', // Perlis
  'MY-10', // Selangor
  'MY-11', // Terengganu
  'MY-12', // Sabah
  'MY-13', // Sarawak
  'MY-14', // Wilayah Persekutuan Kuala Lumpur
  'MY-15', // Wilayah Persekutuan Labuan
  'MY-16', // Wilayah Persekutuan Putrajaya
])
export type StateCode = z.infer<typeof StateCode>
