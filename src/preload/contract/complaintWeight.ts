import { z } from 'zod'
import type { Language } from './values.ts'

/**
 * How grave a complaint is, the gravest first. ISO 10002 names severity and safety apart from
 * urgency, which has a field of its own; the steps are ours.
 */
export const Severity = z.enum(['safety', 'serious', 'moderate', 'minor'])
export type Severity = z.infer<typeof Severity>

/** How hard it is to settle, as the Public Complaints Bureau (BPA) reports complaints. */
export const Difficulty = z.enum(['ordinary', 'complex'])
export type Difficulty = z.infer<typeof Difficulty>

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>

/** On the screen, on paper and in sheets that come in. */
export const severityWords: Words<Severity> = {
  safety: { ms: 'Keselamatan', en: 'Safety' },
  serious: { ms: 'Berat', en: 'Serious' },
  moderate: { ms: 'Sederhana', en: 'Moderate' },
  minor: { ms: 'Ringan', en: 'Minor' },
}

export const difficultyWords: Words<Difficulty> = {
  ordinary: { ms: 'Biasa', en: 'Ordinary' },
  complex: { ms: 'Kompleks', en: 'Complex' },
}
