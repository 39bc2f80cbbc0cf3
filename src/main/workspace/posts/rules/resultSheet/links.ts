/** Parameters that say where a reader came from, not what is read. */
const trackers = /^(utm_\w+|fbclid|igsh|igshid|mibextid|rdid|ref|ref_src|ref_url|s|si|t|feature)$/i

/** Names under which a network answers besides its own. */
const sameHost: Readonly<Record<string, string>> = {
  'm.facebook.com': 'facebook.com',
  'web.facebook.com': 'facebook.com',
  'fb.com': 'facebook.com',
  'twitter.com': 'x.com',
  'mobile.twitter.com': 'x.com',
  'm.youtube.com': 'youtube.com',
}

/**
 * What two addresses of one post share: no protocol, `www.`, trailing slash, fragment or tracker;
 * the host in small letters, the path as it is. Empty where the text is no address.
 */
export function linkKey(text: string): string {
  const address = text.trim()
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`
  if (address === '' || !URL.canParse(whole)) return ''
  const url = new URL(whole)
  const host = url.hostname.replace(/^www\./, '')
  if (!host.includes('.')) return ''
  const kept = [...url.searchParams].filter(([name]) => !trackers.test(name))
  const rest = kept.map(([name, value]) => `${name}=${value}`).toSorted()
  const path = url.pathname.replace(/\/+$/, '')
  return `${sameHost[host] ?? host}${path}${rest.length === 0 ? '' : `?${rest.join('&')}`}`
}
