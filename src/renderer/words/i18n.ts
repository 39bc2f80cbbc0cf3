import { createI18n } from 'vue-i18n'
import type { Language } from '#contract/values'
import { messages } from './messages'

/** One instance per window; texts are compiled on use, without `eval`. */
export function createWords(language: Language) {
  return createI18n<false>({
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- until version 12 the old interface is the default
    legacy: false,
    locale: language,
    fallbackLocale: 'ms',
    messages: { ms: { ...messages.ms }, en: { ...messages.en } },
  })
}
