/** What became of saving or printing, as the preview says it. */
export interface Said {
  readonly failed: boolean
  readonly text: string
}
