import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { useFixScreen } from './fixScreen'
import { presetFor, sizeText, type FixSource } from './fixView'

/** What the button says that leads to making these pictures to size, and what it does. */
export function useFixButton(sources: MaybeRefOrGetter<readonly FixSource[]>) {
  const { t } = useWords()
  const screen = useFixScreen()
  const presets = useQuery('images', 'fixPresets', {})
  const channels = useQuery('images', 'fixChannels', {})
  const first = computed(() => {
    const [source] = toValue(sources)
    return source ? presetFor(presets.data.value ?? [], source.kind) : null
  })
  return {
    /** Null where nothing can be made. */
    label: computed(() => first.value && t('images.fix.to', { size: sizeText(first.value) })),
    open: () => screen.open(toValue(sources), presets.data.value ?? [], channels.data.value ?? []),
  }
}
