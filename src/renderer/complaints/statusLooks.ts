import {
  Ban,
  CircleCheckBig,
  CircleX,
  Copy,
  Forward,
  Hammer,
  Inbox,
  MailQuestionMark,
  MapPinOff,
  SquareCheckBig,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { Tone } from '../ui/tone'

/** A sign of its own for each status, so that it reads without colour. */
export const statusLooks: Readonly<Record<ComplaintStatus, { icon: Component; tone: Tone }>> = {
  new: { icon: Inbox, tone: 'info' },
  'needs-information': { icon: MailQuestionMark, tone: 'warning' },
  forwarded: { icon: Forward, tone: 'info' },
  'in-progress': { icon: Hammer, tone: 'info' },
  resolved: { icon: CircleCheckBig, tone: 'success' },
  closed: { icon: SquareCheckBig, tone: 'neutral' },
  'outside-jurisdiction': { icon: MapPinOff, tone: 'neutral' },
  duplicate: { icon: Copy, tone: 'neutral' },
  false: { icon: CircleX, tone: 'neutral' },
  voided: { icon: Ban, tone: 'neutral' },
}
