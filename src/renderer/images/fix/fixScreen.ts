import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import { takenBy } from '#contract/fixChannels'
import type { Crop, FixChannel, FixChoices, FixPreset } from '#contract/imageFix'
import type { ImageKind } from '#contract/findings'
import { choicesOf, presetFor, type FixSource } from './fixView'

/** What is being made, by which choices; the same for all of a set but where each is cut. */
export const useFixScreen = defineStore('image-fix-screen', () => {
  /** Empty: nothing is being made. */
  const sources = shallowRef<readonly FixSource[]>([])
  const at = ref(0)
  /** Null: a size of one's own. */
  const presetId = ref<string | null>(null)
  /** The channel it is for; null: none in particular. */
  const channel = ref<string | null>(null)
  /** What the channels take. */
  const limits = shallowRef<readonly FixChannel[]>([])
  /** The size chosen last, for its own limit. */
  const preset = shallowRef<FixPreset | null>(null)
  const kind = ref<ImageKind>('poster')
  const choices = ref<FixChoices | null>(null)
  /** Where persons put the window, by the picture's key. */
  const crops = reactive(new Map<string, Crop>())
  const intoCheck = ref(true)
  const toDisk = ref(false)

  const isOpen = computed(() => sources.value.length > 0)
  const source = computed(() => sources.value[at.value] ?? null)

  function open(
    from: readonly FixSource[],
    presets: readonly FixPreset[],
    channels: readonly FixChannel[],
  ): void {
    const [first] = from
    const wanted = first && presetFor(presets, first.kind)
    if (!wanted) return
    sources.value = from
    at.value = 0
    limits.value = channels
    intoCheck.value = true
    toDisk.value = false
    choose(wanted)
  }

  const rowOf = (key: string | null) => limits.value.find((row) => row.channel === key) ?? null

  function choose(wanted: FixPreset): void {
    preset.value = wanted
    presetId.value = wanted.id
    kind.value = wanted.kind
    channel.value = wanted.channel
    choices.value = choicesOf(wanted, rowOf(wanted.channel))
    crops.clear()
  }

  /** A size of one's own: it starts as the one before, without that one's limit. */
  function chooseOwn(): void {
    preset.value = null
    presetId.value = null
    chooseChannel(channel.value)
  }

  /** Takes the limit and the format of a channel. */
  function chooseChannel(key: string | null): void {
    channel.value = key
    set(takenBy(preset.value, rowOf(key)))
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
    ...{
      sources,
      at,
      presetId,
      channel,
      limits,
      kind,
      choices,
      crops,
      intoCheck,
      toDisk,
      isOpen,
      source,
    },
    ...{ open, choose, chooseOwn, chooseChannel, set, leave },
  }
})
