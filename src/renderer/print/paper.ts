import { inject, provide, type InjectionKey } from 'vue'
import type { AuditHead, Office } from '#contract/office'

/** What every document knows of the moment in which it was made. */
export interface Paper {
  readonly office: Office
  /** Who printed it; null when nobody had said who is at the keyboard. */
  readonly printedBy: string | null
  /** ISO, UTC. */
  readonly printedAt: string
  readonly audit: AuditHead
  /** Says what the document is called: above the first page, below each, and as a file. */
  entitle(title: string, fileName: string): void
}

const paperKey: InjectionKey<Paper> = Symbol('paper')

export function providePaper(paper: Paper): void {
  provide(paperKey, paper)
}

export function usePaper(): Paper {
  const paper = inject(paperKey)
  if (!paper) throw new Error('Nothing is being printed')
  return paper
}

/** The beginning of a hash, in groups that two people can read to each other. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}
