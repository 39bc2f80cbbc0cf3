import { ComplaintNumber } from '#contract/complaintFields'

/** `ADU-2026-000123`: the year it was entered in, and its place in that year. */
export function complaintNumber(year: number, serial: number): ComplaintNumber {
  return ComplaintNumber.parse(`ADU-${year}-${String(serial).padStart(6, '0')}`)
}

/** A number as people type it (`adu 2026 123`, `ADU-2026-000123`, `2026/123`); null where it is none. */
export function readNumber(typed: string): ComplaintNumber | null {
  const [, year, serial] =
    /^\s*(?:adu)?[\s/-]*(20\d{2})[\s/-]+0*([1-9]\d{0,8})\s*$/i.exec(typed) ?? []
  return year === undefined ? null : complaintNumber(Number(year), Number(serial))
}

/** The number within some year, where somebody types no more than that (`123`); null otherwise. */
export function readSerial(typed: string): number | null {
  const [, serial] = /^\s*(?:adu[\s-]*)?0*([1-9]\d{0,6})\s*$/i.exec(typed) ?? []
  return serial === undefined ? null : Number(serial)
}
