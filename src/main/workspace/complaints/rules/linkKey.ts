/** Doors of one house: the same page for telephones, in another language, without pictures. */
const doors = /^(?:www|m|mobile|mbasic|web|touch|ms-my|en-gb)\.(?=[^.]+\.)/
/** Houses with two names. */
const houses: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'fb.com': 'facebook.com',
}
/** What says from where somebody came, and nothing of what is shown. */
const rubbish =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igsh|igshid|mibextid|mc_[ce]id|ref|ref_src|ref_url|rdid|share_url|share_id|locale|_rdr|__(?:tn|xts|cft|eep)__.*)$/i
/** The same where it is so in one house alone; elsewhere it may be the page itself. */
const ownRubbish: Readonly<Record<string, readonly string[]>> = {
  ...{ 'x.com': ['s', 't'], 'youtube.com': ['si', 'feature', 't', 'pp'] },
}

/**
 * How the address of a public comment is compared: two that lead to the same comment have one key,
 * however they were copied. Host in small letters, without `www.` and `m.`; without a slash at the
 * end, without marks of where somebody came from; what is left of the question in one order.
 * @returns null where it is no address, or that of a whole house, which tells nothing
 */
export function linkKey(link: string): string | null {
  if (!URL.canParse(link)) return null
  const url = new URL(link)
  if (!/^https?:$/.test(url.protocol)) return null
  const door = url.hostname.toLowerCase().replace(doors, '')
  const path = url.pathname.replace(/\/+$/, '')
  // The short address of a video is its key.
  if (door === 'youtu.be') return path === '' ? null : `youtube.com/watch?v=${path.slice(1)}`
  const host = houses[door] ?? door
  const own = ownRubbish[host] ?? []
  const asked = [...url.searchParams]
    .filter(([name]) => !rubbish.test(name) && !own.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&')
  if (path === '' && asked === '') return null
  return asked === '' ? `${host}${path}` : `${host}${path}?${asked}`
}
