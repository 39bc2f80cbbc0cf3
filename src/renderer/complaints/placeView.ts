import { readRoad, readStretch, roadName, type RoadCode } from '#contract/roads'
import type { ComplaintRow } from '#contract/complaints'

/** What stands in the one field for road and kilometre. */
export type TypedPlace =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'read'
      readonly road: RoadCode
      readonly fromMetres: number | null
      readonly toMetres: number | null
    }

/**
 * Reads `FT04 km 12.3`, `ft 4 12-14`, `A 15`: the longest beginning that is a road's code, then
 * nothing or kilometres. A kilometre alone says nothing: it is one of a road.
 */
export function readPlace(typed: string): TypedPlace {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  for (let at = text.length; at > 0; at -= 1) {
    // A number is not cut in two: `FT412` is no FT41.
    if (/\d$/.test(text.slice(0, at)) && /^[\d.]/.test(text.slice(at))) continue
    const road = readRoad(text.slice(0, at))
    const rest = text.slice(at).replace(/^[\s,;:/]+/, '')
    if (road === null) continue
    if (rest === '') return { kind: 'read', road, fromMetres: null, toMetres: null }
    const stretch = readStretch(rest)
    if (stretch) return { kind: 'read', road, fromMetres: stretch.from, toMetres: stretch.to }
  }
  return { kind: 'unreadable' }
}

/** Metres as kilometres are written on the roadside, `12.3`: as many decimals as it takes. */
export function kilometres(metres: number): string {
  return String(metres / 1_000)
}

/** A road and where on it: `FT04 km 12.3`, `FT04 km 12–14`; empty without a road. */
export function roadPlace({
  road,
  fromMetres,
  toMetres,
}: Pick<ComplaintRow, 'road' | 'fromMetres' | 'toMetres'>): string {
  if (road === null) return ''
  if (fromMetres === null) return roadName(road)
  const end = toMetres === null ? '' : `–${kilometres(toMetres)}`
  return `${roadName(road)} km ${kilometres(fromMetres)}${end}`
}
