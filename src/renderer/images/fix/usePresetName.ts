import type { FixPreset } from '#contract/imageFix'
import { useWords } from '../../words/useWords'
import { presetKey } from './fixView'

/** What a size is called in the present language. */
export function usePresetName(): (preset: Pick<FixPreset, 'id' | 'name'>) => string {
  const { t } = useWords()
  return ({ id, name }) => {
    const key = presetKey(id)
    if (name !== null) return name
    return key === null ? id : t(`images.fix.presetNames.${key}`)
  }
}
