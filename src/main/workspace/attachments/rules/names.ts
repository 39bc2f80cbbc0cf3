/** As long as a line that a person types may be. */
const longest = 200

/**
 * Signs that are not seen or turn the reading order around (`gnp.exe` as `exe.png`), which a name
 * from anywhere may hold.
 */
const unseen = /[\p{Control}\p{Format}\p{Surrogate}\p{Unassigned}\u2028\u2029]+/gu

/** A file's own name, as it is kept and shown. */
export function shownName(fileName: string): string {
  return (
    fileName.replace(unseen, ' ').replace(/\s+/g, ' ').trim().slice(0, longest).trim() || 'fail'
  )
}

/** What an attachment is called at first: the file's name without its ending. */
export function titleFrom(fileName: string): string {
  const shown = shownName(fileName)
  return shown.replace(/\.[^.\s]{1,10}$/, '').trim() || shown
}
