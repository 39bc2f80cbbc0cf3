import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '#contract/values'
import { formatsFor, type Formats } from './formats'
import type { messages } from './messages'
import type { KeysOf, PlaceholdersOf, TextAt } from './tree'

type Source = (typeof messages)['ms']

export type WordKey = KeysOf<Source>

/** Keys whose text stands as it is, without placeholders. */
export type PlainKey = {
  [K in WordKey]: [PlaceholdersOf<TextAt<Source, K>>] extends [never] ? K : never
}[WordKey]

type Values<K extends WordKey> = Readonly<
  Record<PlaceholdersOf<TextAt<Source, K>>, string | number>
>

/**
 * Looks a text up. Its placeholders must all be given; numbers among them are written with the
 * language's separators, and `count` chooses between the singular and plural of an English text.
 */
export type Say = <K extends WordKey>(
  key: K,
  ...values: [PlaceholdersOf<TextAt<Source, K>>] extends [never] ? [] : [Values<K>]
) => string

export interface Words {
  readonly t: Say
  /** For keys known only at run time: the caller has made sure that the text exists. */
  readonly sayKey: (key: string, values?: Readonly<Record<string, string | number>>) => string
  readonly hasKey: (key: string) => boolean
  readonly language: ComputedRef<Language>
  /** Dates, numbers and sizes in the present language. */
  readonly format: ComputedRef<Formats>
}

/** By language and key. */
const plainTexts = new Map<string, string>()

/** Texts and formats in the language of the window; both follow a change of language. */
export function useWords(): Words {
  const i18n = useI18n({ useScope: 'global' })
  const language = computed<Language>(() => (i18n.locale.value === 'en' ? 'en' : 'ms'))
  const format = computed(() => formatsFor(language.value))

  /** A text without placeholders is put together once: a calendar asks for thousands of them. */
  function plain(key: string): string {
    const name = `${i18n.locale.value} ${key}`
    const known = plainTexts.get(name)
    if (known !== undefined) return known
    const text = i18n.t(key)
    plainTexts.set(name, text)
    return text
  }

  function sayKey(key: string, values?: Readonly<Record<string, string | number>>): string {
    if (values === undefined) return plain(key)
    const written = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? format.value.number(value) : value,
      ]),
    )
    const count = values['count']
    return typeof count === 'number' ? i18n.t(key, written, count) : i18n.t(key, written)
  }

  return {
    t: (key, ...values) => sayKey(key, values[0]),
    sayKey,
    hasKey: (key) => i18n.te(key, 'ms'),
    language,
    format,
  }
}
