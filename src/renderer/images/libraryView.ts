import type { Caption, LibraryFilter, LibraryImage } from '#contract/images'

/** What the pane edits of a picture. */
export interface Draft {
  name: string
  kind: LibraryImage['kind']
  caption: Caption
  altText: string
  source: string
  rights: string
  tags: readonly string[]
}

/** The parts of a draft that differ from the picture, as `images.describe` takes them. */
export type Changes = Partial<Draft>

export const captionParts = ['programme', 'date', 'time', 'place', 'guests'] as const
export type CaptionPart = (typeof captionParts)[number]

export function draftOf(image: LibraryImage): Draft {
  const { name, kind, caption, altText, source, rights, tags } = image
  return { name, kind, caption: { ...caption }, altText, source, rights, tags: [...tags] }
}

/** Only what changed, so that two people at different fields do not undo each other. */
export function changesOf(image: LibraryImage, draft: Draft): Changes {
  const changes: Changes = {}
  if (draft.name.trim() !== image.name) changes.name = draft.name.trim()
  if (draft.kind !== image.kind) changes.kind = draft.kind
  const caption = trimmed(draft.caption)
  if (captionParts.some((part) => caption[part] !== image.caption[part])) changes.caption = caption
  if (draft.altText.trim() !== image.altText) changes.altText = draft.altText.trim()
  if (draft.source.trim() !== image.source) changes.source = draft.source.trim()
  if (draft.rights.trim() !== image.rights) changes.rights = draft.rights.trim()
  if (!sameTags(draft.tags, image.tags)) changes.tags = [...draft.tags]
  return changes
}

export function isChanged(changes: Changes): boolean {
  return Object.keys(changes).length > 0
}

/** The values that `changes` replaces, to put them back. */
export function valuesBefore(image: LibraryImage, changes: Changes): Changes {
  const before = draftOf(image)
  const entries = Object.entries(before).filter(([part]) => Object.hasOwn(changes, part))
  return Object.fromEntries(entries)
}

function trimmed(caption: Caption): Caption {
  return {
    programme: caption.programme.trim(),
    date: caption.date,
    time: caption.time.trim(),
    place: caption.place.trim(),
    guests: caption.guests.trim(),
  }
}

function sameTags(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((tag) => other.includes(tag))
}

/** What a photo's caption still lacks (Melaka 13.5); the clause speaks of photos and videos only. */
export function missingCaption(
  image: Pick<LibraryImage, 'kind' | 'caption' | 'medium'>,
): CaptionPart[] {
  const asked = image.medium === 'video' || (image.medium === 'picture' && image.kind === 'photo')
  if (!asked) return []
  return captionParts.filter((part) => (image.caption[part] ?? '').trim() === '')
}

/** A tag as it is kept: no spaces around it, single ones within. Empty when nothing is left. */
function tidyTag(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** Adds a tag unless it is there in whatever letter case. */
export function withTag(tags: readonly string[], tag: string): string[] {
  const tidy = tidyTag(tag)
  const isThere = tags.some((known) => known.toLowerCase() === tidy.toLowerCase())
  return tidy === '' || isThere ? [...tags] : [...tags, tidy]
}

/** Adds what was typed or pasted; a comma divides tags. */
export function withTyped(tags: readonly string[], typed: string): string[] {
  return typed.split(',').reduce<string[]>(withTag, [...tags])
}

/** Tags that every one of the pictures carries, and those that only some do. */
export function sharedTags(images: readonly LibraryImage[]): { all: string[]; some: string[] } {
  const counts = new Map<string, number>()
  for (const tag of images.flatMap((image) => image.tags)) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  const tags = [...counts.keys()].sort((one, other) => one.localeCompare(other, 'ms'))
  return {
    all: tags.filter((tag) => counts.get(tag) === images.length),
    some: tags.filter((tag) => counts.get(tag) !== images.length),
  }
}

/** Pictures that end up with the same tags, so that each set is written once. */
export function retag(
  images: readonly LibraryImage[],
  change: (tags: readonly string[]) => string[],
): { ids: LibraryImage['id'][]; tags: string[] }[] {
  const sets = new Map<string, { ids: LibraryImage['id'][]; tags: string[] }>()
  for (const image of images) {
    const tags = change(image.tags)
    if (sameTags(tags, image.tags)) continue
    const key = JSON.stringify(tags)
    const set = sets.get(key)
    if (set) set.ids.push(image.id)
    else sets.set(key, { ids: [image.id], tags })
  }
  return [...sets.values()]
}

/** What a chip of the library shows: pictures by their kind, and the other kinds of file. */
export type KindFilter = 'all' | LibraryImage['kind'] | 'video' | 'document'
export const kindFilters = [
  'all',
  'poster',
  'photo',
  'avatar',
  'header',
  'video',
  'document',
] as const satisfies readonly KindFilter[]

/** What a chip asks of the library. */
export function askedBy(filter: KindFilter): Pick<LibraryFilter, 'kind' | 'medium'> {
  if (filter === 'video' || filter === 'document') return { kind: null, medium: filter }
  return { kind: filter === 'all' ? null : filter }
}

function filterOf({ kind, medium }: Pick<LibraryImage, 'kind' | 'medium'>): KindFilter {
  return medium === 'picture' ? kind : medium
}

export function ofKind(images: readonly LibraryImage[], kind: KindFilter): LibraryImage[] {
  return kind === 'all' ? [...images] : images.filter((image) => filterOf(image) === kind)
}

export function countKinds(images: readonly LibraryImage[]): Record<KindFilter, number> {
  const counts = { all: 0, poster: 0, photo: 0, avatar: 0, header: 0, video: 0, document: 0 }
  for (const image of images) counts[filterOf(image)] += 1
  return { ...counts, all: images.length }
}

/** Whether anything but the trash narrows the list. */
export function isNarrowed(filter: LibraryFilter): boolean {
  return (
    filter.text.trim() !== '' ||
    filter.kind !== null ||
    filter.tag !== null ||
    filter.addedFrom !== null ||
    filter.addedTo !== null
  )
}
