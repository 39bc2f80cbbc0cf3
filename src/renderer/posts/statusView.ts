import {
  Archive,
  Ban,
  CircleCheckBig,
  CirclePause,
  Eye,
  Lightbulb,
  MessageSquareWarning,
  PenLine,
  Send,
  Stamp,
} from '@lucide/vue'
import type { Component } from 'vue'
import { waysByHand } from '#contract/postStatus'
import type { Post, PostStatus, StatusByHand } from '#contract/posts'
import type { Tone } from '../ui/tone'

/** A sign of its own for each status, so that it reads without colour. */
export const statusLooks: Readonly<Record<PostStatus, { icon: Component; tone: Tone }>> = {
  idea: { icon: Lightbulb, tone: 'neutral' },
  draft: { icon: PenLine, tone: 'neutral' },
  'in-review': { icon: Eye, tone: 'info' },
  'changes-asked': { icon: MessageSquareWarning, tone: 'warning' },
  approved: { icon: Stamp, tone: 'success' },
  ready: { icon: Send, tone: 'success' },
  published: { icon: CircleCheckBig, tone: 'success' },
  archived: { icon: Archive, tone: 'neutral' },
  'on-hold': { icon: CirclePause, tone: 'warning' },
  cancelled: { icon: Ban, tone: 'danger' },
}

/** Something a planner may do with a post's status: set it by hand, or take it up again. */
export type StatusStep =
  { readonly kind: 'set'; readonly to: StatusByHand } | { readonly kind: 'resume' }

/** What is possible from where a post stands; taking up again comes first. */
export function stepsFrom({ status, heldFrom }: Pick<Post, 'status' | 'heldFrom'>): StatusStep[] {
  const steps = waysByHand(status).map((to): StatusStep => ({ kind: 'set', to }))
  return status === 'on-hold' && heldFrom !== null ? [{ kind: 'resume' }, ...steps] : steps
}

/** Where a step leads to that is asked a reason for. */
export type Reasoned = 'on-hold' | 'cancelled' | 'draft' | 'idea'

/** Stopping a post needs a reason, and so does taking a cancelled one up again. */
export function reasonedStep(from: PostStatus, to: StatusByHand): Reasoned | null {
  if (to === 'on-hold' || to === 'cancelled') return to
  return from === 'cancelled' && (to === 'draft' || to === 'idea') ? to : null
}

/** How a change of status is taken back; null where no hand leads back. */
export function wayBack(from: PostStatus, to: StatusByHand): StatusStep | null {
  if (to === 'on-hold') return { kind: 'resume' }
  // Cancelling ended what was asked or approved: the post comes back as a draft.
  const wanted = to === 'cancelled' && from !== 'idea' ? 'draft' : from
  const back = waysByHand(to).find((each) => each === wanted)
  const isStop = back === 'on-hold' || back === 'cancelled'
  return back === undefined || isStop ? null : { kind: 'set', to: back }
}
