import { defineStore } from 'pinia'
import { reactive, toRefs, watch } from 'vue'
import { ReferenceKey } from '#contract/reference'
import type { Language } from '#contract/values'
import type { ThemeChoice } from '../../preload/desktop'

interface Preferences {
  theme: ThemeChoice
  /** Null until a person chose: then the office's language counts. */
  language: Language | null
  /** Pixels, by page. */
  paneWidths: Record<string, number>
  /** Key of the channel by which the last complaint came in; null before the first. */
  complaintWay: string | null
}

const place = 'ruang-kerja:preferences'

/** What this computer's screen remembers; nothing of the office's data. */
export const usePreferences = defineStore('preferences', () => {
  const preferences = reactive<Preferences>(read())
  watch(preferences, (now) => localStorage.setItem(place, JSON.stringify(now)))
  return toRefs(preferences)
})

function read(): Preferences {
  const kept = parse(localStorage.getItem(place))
  return {
    theme: oneOf(kept['theme'], ['system', 'light', 'dark']) ?? 'system',
    language: oneOf(kept['language'], ['ms', 'en']),
    paneWidths: numbersIn(kept['paneWidths']),
    complaintWay: ReferenceKey.safeParse(kept['complaintWay']).data ?? null,
  }
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isRecord(value) ? value : {}
  } catch {
    // Something else wrote here; the screen starts afresh.
    return {}
  }
}

function oneOf<const T extends string>(value: unknown, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === value) ?? null
}

function numbersIn(value: unknown): Record<string, number> {
  if (!isRecord(value)) return {}
  const entries = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return Object.fromEntries(entries)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
