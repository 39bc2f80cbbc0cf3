/** Which of several revisions of one thing a file is. */
export interface Revision {
  /** Counted from 1. */
  readonly number: number
  /** The one that is valid. */
  readonly isLast: boolean
}
