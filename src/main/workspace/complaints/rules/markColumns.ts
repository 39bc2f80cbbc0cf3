import type { WarningMark } from '#contract/complaintWarnings'
import type { Instant } from '#contract/values'

/** The moments as they are kept beside a complaint, so that lists can be asked by them. */
export interface KeptMarks {
  readonly used_50_at: Instant | null
  readonly used_75_at: Instant | null
  readonly used_90_at: Instant | null
  readonly late_at: Instant | null
  readonly approver_at: Instant | null
  readonly head_at: Instant | null
}

/** The column in which the moment of a mark is kept. */
export const markColumns = {
  'used-50': 'used_50_at',
  'used-75': 'used_75_at',
  'used-90': 'used_90_at',
  late: 'late_at',
  approver: 'approver_at',
  head: 'head_at',
} as const satisfies Record<WarningMark, keyof KeptMarks>

/** Of a complaint whose clocks are not counted yet, or that nothing is due of. */
export const noMarks: KeptMarks = {
  ...{ used_50_at: null, used_75_at: null, used_90_at: null },
  ...{ late_at: null, approver_at: null, head_at: null },
}
