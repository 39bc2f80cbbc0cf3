import { CircleCheck, CircleDashed, CircleSlash, CircleX } from '@lucide/vue'
import type { Component } from 'vue'
import type { ItemStanding, MeasureVerdict } from '#contract/measures'
import type { Tone } from '../../ui/tone'

/** Sign and colour of a verdict; the word stands beside. */
export const verdictLooks: Readonly<Record<MeasureVerdict, { tone: Tone; icon: Component }>> = {
  met: { tone: 'success', icon: CircleCheck },
  partly: { tone: 'warning', icon: CircleSlash },
  'not-met': { tone: 'danger', icon: CircleX },
  'not-measured': { tone: 'neutral', icon: CircleDashed },
}

/** The same of one item. */
export const standingLooks: Readonly<Record<ItemStanding, { tone: Tone; icon: Component }>> = {
  kept: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  uncounted: { tone: 'neutral', icon: CircleDashed },
}
