import { storeToRefs } from 'pinia'
import { computed, ref, watchEffect, type ComputedRef } from 'vue'
import { useDesktop } from './desktop'
import { usePreferences } from './preferences'
import { dark, light, styleSheetOf } from './tokens'

/** Puts the tokens into the page, once, and follows the choice of theme and the system's. */
export function useTheme(): { isDark: ComputedRef<boolean> } {
  const { theme } = storeToRefs(usePreferences())
  const desktop = useDesktop()
  const system = matchMedia('(prefers-color-scheme: dark)')
  const systemIsDark = ref(system.matches)
  system.addEventListener('change', (event) => {
    systemIsDark.value = event.matches
  })

  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styleSheetOf(light, dark))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

  const isDark = computed(() =>
    theme.value === 'system' ? systemIsDark.value : theme.value === 'dark',
  )
  watchEffect(() => {
    document.documentElement.dataset['theme'] = isDark.value ? 'dark' : 'light'
  })
  watchEffect(() => void desktop.setTheme(theme.value))
  return { isDark }
}
