import type { Caption, LibraryImage } from '#contract/images'
import { captionParts, retag, withTag, type Changes } from './libraryView'

/** What is typed for many pictures at once; empty means: leave it as it is. */
export interface Many {
  caption: Caption
  source: string
  rights: string
}

export function emptyMany(): Many {
  return {
    caption: { programme: '', date: null, time: '', place: '', guests: '' },
    source: '',
    rights: '',
  }
}

export function hasAny({ caption, source, rights }: Many): boolean {
  const typed = [caption.programme, caption.date, caption.time, caption.place, caption.guests]
  return [...typed, source, rights].some((value) => (value ?? '').trim() !== '')
}

export interface ChangeSet {
  readonly images: readonly LibraryImage[]
  readonly changes: Changes
}

/**
 * What is to be written, picture by picture where they differ: only the filled parts of a caption
 * change, and every picture keeps its other tags.
 */
export function setsOfMany(
  images: readonly LibraryImage[],
  many: Many,
  added: readonly string[],
): ChangeSet[] {
  const sets = new Map<string, { images: LibraryImage[]; changes: Changes }>()
  for (const image of images) {
    const changes = changesFor(image, many, added)
    if (Object.keys(changes).length === 0) continue
    const key = JSON.stringify(changes)
    const set = sets.get(key)
    if (set) set.images.push(image)
    else sets.set(key, { images: [image], changes })
  }
  return [...sets.values()]
}

function changesFor(image: LibraryImage, many: Many, added: readonly string[]): Changes {
  const changes: Changes = {}
  const caption = mergedCaption(image.caption, many.caption)
  if (captionParts.some((part) => caption[part] !== image.caption[part])) changes.caption = caption
  const source = many.source.trim()
  if (source !== '' && source !== image.source) changes.source = source
  const rights = many.rights.trim()
  if (rights !== '' && rights !== image.rights) changes.rights = rights
  const tags = added.reduce<readonly string[]>((all, tag) => withTag(all, tag), image.tags)
  if (tags.length !== image.tags.length) changes.tags = [...tags]
  return changes
}

function mergedCaption(known: Caption, typed: Caption): Caption {
  return {
    programme: typed.programme.trim() || known.programme,
    date: typed.date ?? known.date,
    time: typed.time.trim() || known.time,
    place: typed.place.trim() || known.place,
    guests: typed.guests.trim() || known.guests,
  }
}

/** Takes one tag from all of the pictures that carry it. */
export function withoutTags(images: readonly LibraryImage[], tag: string): ChangeSet[] {
  const byId = new Map<string, LibraryImage>(images.map((image) => [image.id, image]))
  return retag(images, (tags) => tags.filter((one) => one !== tag)).map(({ ids, tags }) => ({
    images: ids.flatMap((id) => byId.get(id) ?? []),
    changes: { tags },
  }))
}
