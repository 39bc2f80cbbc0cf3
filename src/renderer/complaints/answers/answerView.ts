import { MessageSquareDashed, MessageSquareCheck, Send } from '@lucide/vue'
import type { Component } from 'vue'
import type { Answer, AnswerStatus } from '#contract/complaintAnswers'
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
