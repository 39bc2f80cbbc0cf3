import { Gavel, Undo2 } from '@lucide/vue'
import { z } from 'zod'
import type { Component } from 'vue'
import type { ComplaintEventKind } from '#contract/complaintEvents'

/** Signs of what was decided in meetings. */
export const decisionEventIcons = {
  decided: Gavel,
  'decision-changed': Gavel,
  'decision-done': Gavel,
  'decision-resumed': Undo2,
  'decision-removed': Undo2,
  'decision-returned': Gavel,
} as const satisfies Partial<Record<ComplaintEventKind, Component>>

const DecisionEvent = z.enum([
  ...(['decided', 'decision-changed', 'decision-done', 'decision-resumed'] as const),
  ...(['decision-removed', 'decision-returned'] as const),
])

/** The kind of an event that is about a decision; null for others. */
export function decisionEvent(kind: ComplaintEventKind): z.infer<typeof DecisionEvent> | null {
  return DecisionEvent.safeParse(kind).data ?? null
}

const DecisionField = z.enum(['decision_met', 'decision_person', 'decision_due'])

/** A field of a decision; null for others. */
export function decisionField(field: string): z.infer<typeof DecisionField> | null {
  return DecisionField.safeParse(field).data ?? null
}
