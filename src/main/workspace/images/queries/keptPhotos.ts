import { sql } from 'kysely'
import type { Reader } from '../../database/schema.ts'
import { Measurement } from '../measure/measurement.ts'

/** A picture of the library with what was measured of it. */
export interface MeasuredImage {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly bytesHash: string
  readonly measurement: Measurement
}

const daysPerQuery = 100

/**
 * Pictures of the library that were taken on one of these days, by the camera's clock. What is
 * measured is kept as JSON, and looked through as text: both databases can.
 * @param days as `2026-11-21`
 */
export async function takenOn(db: Reader, days: readonly string[]): Promise<MeasuredImage[]> {
  const found: MeasuredImage[] = []
  for (let from = 0; from < days.length; from += daysPerQuery) {
    const rows = await pictures(db)
      .where((e) =>
        e.or(
          days
            .slice(from, from + daysPerQuery)
            .map((day) => sql<boolean>`measurement like ${`%"taken":{"at":"${day}T%`}`),
        ),
      )
      .execute()
    found.push(...rows.map(measured))
  }
  return found
}

/** Pictures that entered the library since then and do not say when they were taken. */
export async function untimedSince(db: Reader, since: string): Promise<MeasuredImage[]> {
  const rows = await pictures(db)
    .where('added_at', '>=', since)
    .where(sql<boolean>`measurement like '%"taken":{"at":null%'`)
    .execute()
  return rows.map(measured)
}

function pictures(db: Reader) {
  return db
    .selectFrom('image')
    .select(['id', 'name', 'kind', 'bytes_hash', 'measurement'])
    .where('medium', '=', 'picture')
    .where('trashed_at', 'is', null)
    .orderBy('id')
}

function measured(row: {
  id: string
  name: string
  kind: string
  bytes_hash: string
  measurement: string
}): MeasuredImage {
  const { id, name, kind } = row
  const measurement = Measurement.parse(JSON.parse(row.measurement))
  return { id, name, kind, bytesHash: row.bytes_hash, measurement }
}
