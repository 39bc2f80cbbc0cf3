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
  /**
   * Says what the document is called: above the first page, below each, and as a file.
   * @param footNote what else stands below each page; empty for nothing
   * @param unitName below each page in the place of today's; empty for today's
   * @param numbered whether its pages are counted through, below each; letters in one file are not
   */
  entitle(
    title: string,
    fileName: string,
    footNote: string,
    numbered?: boolean,
    unitName?: string,
  ): void
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
