import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import type { Crop, FixChoices, FixPreset } from '#contract/imageFix'
import type { ImageKind } from '#contract/findings'
import { choicesOf, presetFor, type FixSource } from './fixView'

/** What is being made, by which choices; the same for all of a set but where each is cut. */
export const useFixScreen = defineStore('image-fix-screen', () => {
  /** Empty: nothing is being made. */
  const sources = shallowRef<readonly FixSource[]>([])
  const at = ref(0)
  /** Null: a size of one's own. */
  const presetId = ref<string | null>(null)
  const kind = ref<ImageKind>('poster')
  const choices = ref<FixChoices | null>(null)
  /** Where persons put the window, by the picture's key. */
  const crops = reactive(new Map<string, Crop>())
  const intoCheck = ref(true)
  const toDisk = ref(false)

  const isOpen = computed(() => sources.value.length > 0)
  const source = computed(() => sources.value[at.value] ?? null)

  function open(from: readonly FixSource[], presets: readonly FixPreset[]): void {
    const [first] = from
    const preset = first && presetFor(presets, first.kind)
    if (!preset) return
    sources.value = from
    at.value = 0
    intoCheck.value = true
    toDisk.value = false
    choose(preset)
  }

  function choose(preset: FixPreset): void {
    presetId.value = preset.id
    kind.value = preset.kind
    choices.value = choicesOf(preset)
    crops.clear()
  }

  function set(part: Partial<FixChoices>): void {
    if (!choices.value) return
    // Of another shape or way, what is cut is another question.
    if (part.width !== undefined || part.height !== undefined) crops.clear()
    choices.value = { ...choices.value, ...part }
  }

  function leave(): void {
    sources.value = []
    crops.clear()
  }

  return {
    ...{ sources, at, presetId, kind, choices, crops, intoCheck, toDisk, isOpen, source },
    ...{ open, choose, set, leave },
  }
})
