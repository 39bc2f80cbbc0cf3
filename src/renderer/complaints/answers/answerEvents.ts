import {
  ClipboardCopy,
  MessageSquareCheck,
  MessageSquareWarning,
  Printer,
  Send,
  Undo2,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { ComplaintEvent, ComplaintEventKind } from '#contract/complaintEvents'

/** Signs of what happened to answers. */
export const answerEventIcons = {
  'answer-reviewed': MessageSquareCheck,
  'answer-unreviewed': Undo2,
  'answer-voided': MessageSquareWarning,
  'answer-taken': ClipboardCopy,
  'answer-sent': Send,
  'answer-unsent': Undo2,
  'letter-printed': Printer,
} as const satisfies Partial<Record<ComplaintEventKind, Component>>

export type AnswerEventKind = keyof typeof answerEventIcons

export function isAnswerEvent(kind: ComplaintEvent['kind']): kind is AnswerEventKind {
  return Object.hasOwn(answerEventIcons, kind)
}

const fields = ['sent_way', 'sent_url', 'letter'] as const

/** The field of an event about answers; null for others. */
export function answerField(field: string): (typeof fields)[number] | null {
  return fields.find((each) => each === field) ?? null
}
