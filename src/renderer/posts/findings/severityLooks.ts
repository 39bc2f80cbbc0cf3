import { Lightbulb, OctagonX, TriangleAlert } from '@lucide/vue'
import type { Component } from 'vue'
import type { TextSeverity } from '#contract/textRules'
import type { Tone } from '../../ui/tone'

/** A sign and a colour for each severity. */
export const severityLooks: Readonly<Record<TextSeverity, { icon: Component; tone: Tone }>> = {
  stop: { icon: OctagonX, tone: 'danger' },
  warn: { icon: TriangleAlert, tone: 'warning' },
  advice: { icon: Lightbulb, tone: 'info' },
}
