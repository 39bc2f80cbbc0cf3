import { storeToRefs } from 'pinia'
import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '#contract/values'
import { useGate } from '../workspace/gate'
import { useQuery } from '../workspace/useQuery'
import { useDesktop } from './desktop'
import { usePreferences } from './preferences'

/** Keeps texts, page and native menu in the person's language, or else in the office's. */
export function useLanguage(): void {
  const { locale } = useI18n({ useScope: 'global' })
  const { language } = storeToRefs(usePreferences())
  const { isOpen, lockedScreen } = useGate()
  const desktop = useDesktop()
  const office = useQuery('office', 'read', () =>
    isOpen.value || lockedScreen.value !== null ? {} : null,
  )
  const wanted = computed<Language>(() => language.value ?? office.data.value?.language ?? 'ms')
  watch(
    wanted,
    (now) => {
      locale.value = now
      document.documentElement.lang = now
      void desktop.setLanguage(now)
    },
    { immediate: true },
  )
}
