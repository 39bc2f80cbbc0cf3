import {
  Archive,
  BadgeCheck,
  CircleCheck,
  CornerUpLeft,
  Hourglass,
  Lightbulb,
  Pause,
  PencilLine,
  Send,
  X,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { PostStatus } from '#contract/posts'
import type { Tone } from '../ui/StateTag.vue'

/** How a status looks: a shape of its own, so that it reads without colour. */
export const statusLooks: Readonly<Record<PostStatus, { icon: Component; tone: Tone }>> = {
  idea: { icon: Lightbulb, tone: 'neutral' },
  draft: { icon: PencilLine, tone: 'neutral' },
  'in-review': { icon: Hourglass, tone: 'info' },
  'changes-asked': { icon: CornerUpLeft, tone: 'warning' },
  approved: { icon: CircleCheck, tone: 'success' },
  ready: { icon: Send, tone: 'success' },
  published: { icon: BadgeCheck, tone: 'success' },
  archived: { icon: Archive, tone: 'neutral' },
  'on-hold': { icon: Pause, tone: 'warning' },
  cancelled: { icon: X, tone: 'danger' },
}

/** A post whose place on the plan others rely on: to move it asks first. */
export function asksBeforeMove(status: PostStatus): boolean {
  return status === 'approved' || status === 'ready' || status === 'published'
}
