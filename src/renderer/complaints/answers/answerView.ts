import { MessageSquareDashed, MessageSquareCheck, Send } from '@lucide/vue'
import type { Component } from 'vue'
import type { Answer, AnswerStatus } from '#contract/complaintAnswers'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { StandardAnswer } from '#contract/reference'
import type { Tone } from '../../ui/tone'

/** A sign of its own for each state of an answer. */
export const answerLooks: Readonly<Record<AnswerStatus, { icon: Component; tone: Tone }>> = {
  draft: { icon: MessageSquareDashed, tone: 'neutral' },
  reviewed: { icon: MessageSquareCheck, tone: 'info' },
  sent: { icon: Send, tone: 'success' },
}

/** Whether a kind that is reviewed still waits for it. */
export function waitsForReview({ status, needsReview }: Answer): boolean {
  return needsReview && status === 'draft'
}

/** Whether a standard answer names the kind or the status of a complaint, and neither of another. */
export function suits(
  { kinds, statuses }: Pick<StandardAnswer, 'kinds' | 'statuses'>,
  complaint: { readonly kind: string; readonly status: ComplaintStatus },
): boolean {
  if (kinds.length === 0 && statuses.length === 0) return false
  const isOf = <T extends string>(named: readonly T[], own: T) =>
    named.length === 0 || named.includes(own)
  return isOf(kinds, complaint.kind) && isOf(statuses, complaint.status)
}
