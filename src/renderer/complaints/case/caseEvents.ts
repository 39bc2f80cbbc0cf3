import {
  BellRing,
  Camera,
  Forward,
  Link2,
  MessageSquareHeart,
  SquareCheck,
  SquareX,
  Undo2,
  ClipboardCheck,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { ComplaintEventKind } from '#contract/complaintEvents'

/** Signs of what happened to forwarding and closing. */
export const caseEventIcons = {
  'forwarded-to': Forward,
  unforwarded: Undo2,
  reminded: BellRing,
  outcome: ClipboardCheck,
  'outcome-taken-back': Undo2,
  checked: SquareCheck,
  unchecked: SquareX,
  satisfaction: MessageSquareHeart,
  'satisfaction-removed': Undo2,
  photo: Camera,
  'step-undone': Undo2,
  'post-tied': Link2,
  'post-untied': Undo2,
} as const satisfies Partial<Record<ComplaintEventKind, Component>>
