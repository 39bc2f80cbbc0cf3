import { z } from 'zod'
import type { StateCode } from './states.ts'

/**
 * A road's code as it is kept: its letters and its number without zeros before it, `FT4`. What
 * people write (`FT04`, `F.T. 004`, `ft 4`) is read by `readRoad`.
 */
export const RoadCode = z
  .string()
  .regex(/^(?:FT|E|SA|[A-DJKMNPQRT])[1-9]\d{0,3}$/)
  .brand<'RoadCode'>()
export type RoadCode = z.infer<typeof RoadCode>

/** From the road's beginning, in metres; at most the length of the longest road. */
export const Metres = z.number().int().min(0).max(2_000_000)

/** Whose road it is, as KKS H tells the first answer by it. */
export const RoadClass = z.enum(['federal', 'state', 'tolled'])
export type RoadClass = z.infer<typeof RoadClass>

/** The letters of the states' roads (the numbering in public use; Perlis has R, Sarawak Q). */
const stateLetters: Readonly<Record<string, StateCode>> = {
  ...{ A: 'MY-08', B: 'MY-10', C: 'MY-06', D: 'MY-03', J: 'MY-01', K: 'MY-02', M: 'MY-04' },
  ...{ N: 'MY-05', P: 'MY-07', Q: 'MY-13', R: 'MY-09', SA: 'MY-12', T: 'MY-11' },
}

const typedRoad = /^\s*(F\.?\s?T\.?|F|E|S\.?A\.?|[A-DJKMNPQRT])\s*-?\s*0*(\d{1,4})\s*$/i

/** The code that somebody typed by itself, in any of the usual ways; null where it is none. */
export function readRoad(typed: string): RoadCode | null {
  const [, letters = '', number = ''] = typedRoad.exec(typed) ?? []
  const prefix = letters.toUpperCase().replaceAll(/[.\s]/g, '')
  const code = RoadCode.safeParse(`${prefix === 'F' ? 'FT' : prefix}${number}`)
  return code.success ? code.data : null
}

/** A code as JKR writes it, with two digits at least: `FT04`. */
export function roadName(code: RoadCode): string {
  const { letters, number } = partsOf(code)
  return `${letters}${number.padStart(2, '0')}`
}

/** FT: federal roads. E: tolled highways under LLM. A state's letter: its own roads. */
export function roadClass(code: RoadCode): RoadClass {
  const { letters } = partsOf(code)
  if (letters === 'FT') return 'federal'
  return letters === 'E' ? 'tolled' : 'state'
}

/** The state whose road it is; null for federal roads and highways, which cross several. */
export function roadState(code: RoadCode): StateCode | null {
  return stateLetters[partsOf(code).letters] ?? null
}

function partsOf(code: RoadCode): { readonly letters: string; readonly number: string } {
  const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(code) ?? []
  return { letters, number }
}

/** A stretch of a road: where it begins and, if it is not one place, where it ends. */
export interface Stretch {
  readonly from: number
  /** Null: a place. */
  readonly to: number | null
}

const kilometres = '\\d{1,4}(?:[.,]\\d{1,3})?'
const stretch = new RegExp(
  `^\\s*(?:km\\.?|kilometer)?\\s*(${kilometres})\\s*(?:(?:-|–|hingga|ke|to)\\s*(?:km\\.?)?\\s*(${kilometres}))?\\s*(?:km)?\\s*$`,
  'i',
)

/** Kilometres as people type them (`12.3`, `km 12,3`, `KM 12 - 14`), in metres; null otherwise. */
export function readStretch(typed: string): Stretch | null {
  const [, first, last] = stretch.exec(typed) ?? []
  if (first === undefined) return null
  const from = metresOf(first)
  const to = last === undefined ? null : metresOf(last)
  if (to === null || to === from) return { from, to: null }
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

function metresOf(typed: string): number {
  return Math.round(Number(typed.replace(',', '.')) * 1_000)
}

/** What a text tells of roads: federal codes and highways, whose letters nothing else has. */
export function roadsIn(text: string): RoadCode[] {
  const codes = [...text.matchAll(/\b(F\.?T\.?|E)\s?-?\s?0*(\d{1,3})\b(?![.,]?\d)/gi)].flatMap(
    ([whole]) => readRoad(whole) ?? [],
  )
  return [...new Set(codes)]
}

/** The first kilometre that a text names (`km 12.3`, `KM12`), in metres. */
export function kilometreIn(text: string): number | null {
  const [, typed] = new RegExp(`\\bkm\\.?\\s?(${kilometres})\\b`, 'i').exec(text) ?? []
  return typed === undefined ? null : metresOf(typed)
}
