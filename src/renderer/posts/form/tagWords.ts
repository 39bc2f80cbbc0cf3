/** Adds entries unless they are there in whatever letter case. */
function withNew(entries: readonly string[], added: readonly string[]): string[] {
  return added.reduce<string[]>(
    (all, entry) =>
      entry === '' || all.some((known) => known.toLowerCase() === entry.toLowerCase())
        ? all
        : [...all, entry],
    [...entries],
  )
}

/** Hashtags typed or pasted: spaces and commas divide them, and the sign before them goes. */
export function withHashtags(hashtags: readonly string[], typed: string): string[] {
  const added = typed.split(/[\s,#]+/).filter(Boolean)
  return withNew(hashtags, added)
}

/** Web addresses typed or pasted; a space divides them. What lacks its scheme is taken as `https`. */
export function withLinks(links: readonly string[], typed: string): string[] {
  const added = typed.split(/\s+/).filter(Boolean)
  return withNew(links, added.map(withScheme))
}

/** A web address as people type it: `https` where it lacks its scheme; nothing stays nothing. */
export function withScheme(typed: string): string {
  const link = typed.trim()
  return link === '' || /^[a-z]+:\/\//i.test(link) ? link : `https://${link}`
}

/** Guests: one line each, for a name and its title may hold commas. */
export function withGuests(guests: readonly string[], typed: string): string[] {
  return withNew(
    guests,
    typed.split(/[\r\n;]+/).map((name) => name.trim().replace(/\s+/g, ' ')),
  )
}
