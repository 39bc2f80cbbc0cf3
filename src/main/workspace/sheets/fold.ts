/** A text as it is compared: small letters, single spaces, no signs people add or leave out. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[@:*]/g, ' ').replace(/\s+/g, ' ').trim()
}
