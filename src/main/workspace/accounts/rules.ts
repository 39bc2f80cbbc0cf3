import type { UniformityControl, UniformityFinding, UniformityGap } from '#contract/accounts'
import type { ImageKind } from '#contract/findings'

/** What of a library picture matters to an account. */
export interface PictureFacts {
  readonly kind: ImageKind
  readonly isPicture: boolean
  readonly trashed: boolean
  /** Rejected by the check, and nobody gave an exception. */
  readonly rejected: boolean
}

/** What KKS K looks at. A picture is null where none is chosen or it is no longer there. */
export interface Profile {
  readonly avatar: PictureFacts | null
  readonly biography: string
  readonly header: PictureFacts | null
  readonly website: string
}

/**
 * The four controls of KKS K, in its order, with what is missing. How each is measured is ours:
 * - avatar (K(i), the department's official logo) and header (K(iii), fits the department): a
 *   library picture of that kind, not in the trash and not rejected; whether it is the logo is for
 *   the person who chose it;
 * - biography (K(ii)): says that the account is official ("rasmi", "official") and names an address
 *   for complaints that is the government's (under `.gov.my`);
 * - website (K(iv), the official portal): an address under `.gov.my`.
 */
export function uniformityOf(profile: Profile): UniformityFinding[] {
  return [
    finding('avatar', 'KKS K(i)', pictureGaps(profile.avatar, 'avatar')),
    finding('biography', 'KKS K(ii)', biographyGaps(profile.biography)),
    finding('header', 'KKS K(iii)', pictureGaps(profile.header, 'header')),
    finding('website', 'KKS K(iv)', websiteGaps(profile.website)),
  ]
}

function finding(
  control: UniformityControl,
  clause: string,
  gaps: UniformityGap[],
): UniformityFinding {
  return { control, clause, gaps }
}

function pictureGaps(picture: PictureFacts | null, kind: ImageKind): UniformityGap[] {
  if (picture === null) return ['image-missing']
  if (picture.trashed) return ['image-trashed']
  if (!picture.isPicture || picture.kind !== kind) return ['image-of-other-kind']
  return picture.rejected ? ['image-rejected'] : []
}

function biographyGaps(biography: string): UniformityGap[] {
  if (biography.trim() === '') return ['biography-missing']
  const gaps: UniformityGap[] = []
  if (!/(?<!\p{Letter})(rasmi|official)(?!\p{Letter})/iu.test(biography)) {
    gaps.push('biography-not-official')
  }
  const addresses = biography.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? []
  if (addresses.length === 0) gaps.push('biography-no-email')
  else if (!addresses.some(isGovernmentEmail)) {
    gaps.push('biography-email-not-official')
  }
  return gaps
}

function websiteGaps(website: string): UniformityGap[] {
  if (website.trim() === '') return ['website-missing']
  const host = URL.canParse(website) ? new URL(website).hostname : ''
  return isGovernment(host) ? [] : ['website-not-official']
}

/** Whether an e-mail address is the government's. */
export function isGovernmentEmail(address: string): boolean {
  return isGovernment(address.slice(address.indexOf('@') + 1))
}

/** A name below `.gov.my`, not merely one that ends so ("jkrgov.my"). */
function isGovernment(host: string): boolean {
  return /^([\w-]+\.)+gov\.my$/i.test(host)
}

/** How handles are compared: networks do not tell letter cases apart. */
export function handleKey(handle: string): string {
  return handle.trim().replace(/^@+/, '').toLowerCase()
}

/** An account as people tell it: `Facebook @jkr`. */
export function accountLabel(channel: string, handle: string): string {
  return `${channel} @${handle}`
}
