/**
 * A text as it is compared with what stands on a network: without the spaces and line ends that
 * networks and clipboards change by themselves (ours).
 */
export function asCompared(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Whether what was posted says, word for word, what was approved. */
export function isAsApproved(approved: string, posted: string): boolean {
  return asCompared(approved) === asCompared(posted)
}
