import {
  CheckCheck,
  Circle,
  CircleCheck,
  CircleDot,
  CircleMinus,
  CircleSlash,
  CircleX,
  ClipboardCheck,
  Eye,
  FilePen,
  FileText,
  Hourglass,
  Image,
  Link,
  Lock,
  MessageSquareWarning,
  Newspaper,
  OctagonAlert,
  Send,
  Sparkles,
  Stamp,
  Trash2,
  TriangleAlert,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { Evidence } from '#contract/assessmentEvidence'
import type { ActionProgress, Severity } from '#contract/assessmentFindings'
import type { AssessmentState } from '#contract/assessments'
import type { Tone } from '../../ui/tone'
import type { Standing } from './assessView'

export interface Look {
  readonly icon: Component
  readonly tone: Tone
}

/** How a control stands, by sign and colour; the word stands beside it. */
export const standingLooks: Readonly<Record<Standing, Look>> = {
  met: { icon: CircleCheck, tone: 'success' },
  partly: { icon: CircleDot, tone: 'warning' },
  'not-met': { icon: CircleX, tone: 'danger' },
  'not-applicable': { icon: CircleSlash, tone: 'neutral' },
  unanswered: { icon: Circle, tone: 'neutral' },
  'not-asked': { icon: CircleMinus, tone: 'neutral' },
}

export const severityLooks: Readonly<Record<Severity, Look>> = {
  major: { icon: OctagonAlert, tone: 'danger' },
  minor: { icon: TriangleAlert, tone: 'warning' },
  observation: { icon: Eye, tone: 'info' },
  'good-practice': { icon: Sparkles, tone: 'success' },
}

export const progressLooks: Readonly<Record<ActionProgress, Look>> = {
  open: { icon: Circle, tone: 'neutral' },
  'in-work': { icon: Hourglass, tone: 'info' },
  done: { icon: CircleCheck, tone: 'info' },
  effective: { icon: CheckCheck, tone: 'success' },
}

export const stateLooks: Readonly<Record<AssessmentState, Look>> = {
  open: { icon: FilePen, tone: 'neutral' },
  prepared: { icon: Send, tone: 'info' },
  reviewed: { icon: ClipboardCheck, tone: 'info' },
  approved: { icon: Stamp, tone: 'success' },
  closed: { icon: Lock, tone: 'neutral' },
  removed: { icon: Trash2, tone: 'neutral' },
}

export const evidenceIcons: Readonly<Record<Evidence['source']['kind'], Component>> = {
  file: FileText,
  link: Link,
  post: Newspaper,
  complaint: MessageSquareWarning,
  image: Image,
}
