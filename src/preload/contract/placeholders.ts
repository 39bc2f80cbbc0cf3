import { z } from 'zod'
import type { PostContent, Programme } from './postContent.ts'

/** What a template may leave open: `{{programme.name}}` in its title, its text or its hashtags. */
export const Placeholder = z.enum([
  'programme.name',
  'programme.day',
  'programme.place',
  'programme.time',
  'guests',
  'day',
  'phase',
])
export type Placeholder = z.infer<typeof Placeholder>

/** The parts of a content in which placeholders are looked for. */
export type Fillable = Pick<PostContent, 'title' | 'text' | 'hashtags'>

/** The words that stand for each placeholder; what is not known is left out. */
export type PlaceholderWords = Partial<Record<Placeholder, string>>

const written = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The placeholders of a content, each once, and what stands in braces that is none. */
export function placeholdersIn({ title, text, hashtags }: Fillable): {
  readonly known: Placeholder[]
  readonly unknown: string[]
} {
  const known = new Set<Placeholder>()
  const unknown = new Set<string>()
  for (const part of [title, text, ...hashtags]) {
    for (const [whole, name] of part.matchAll(written)) {
      const parsed = Placeholder.safeParse(name)
      if (parsed.success) known.add(parsed.data)
      else unknown.add(whole)
    }
    // Braces that were opened or closed only once would be published as they stand.
    const left = /\{\{|\}\}/.exec(part.replaceAll(written, ''))
    if (left !== null) unknown.add(left[0])
  }
  return { known: Placeholder.options.filter((each) => known.has(each)), unknown: [...unknown] }
}

/** A content with the words for its placeholders; those without words stay as they are. */
export function fillPlaceholders<T extends Fillable>(content: T, words: PlaceholderWords): T {
  const fill = (text: string, write: (word: string) => string): string =>
    text.replaceAll(written, (whole, name: string) => {
      const { data } = Placeholder.safeParse(name)
      const word = data === undefined ? undefined : words[data]
      return word === undefined ? whole : write(word)
    })
  const asItIs = (word: string): string => word
  return {
    ...content,
    title: fill(content.title, asItIs).slice(0, 200),
    text: fill(content.text, asItIs).slice(0, 20_000),
    hashtags: content.hashtags.map((tag) => fill(tag, inOneWord).slice(0, 100)),
  }
}

/** What is known of a programme, the day of a post and the name of its phase, in Malay. */
export function wordsFor(
  programme: Programme | null,
  day: string | null,
  phase: string | null,
): PlaceholderWords {
  const { name, place, time = null, guests = [], day: on = null } = programme ?? {}
  const words: Record<Placeholder, string> = {
    'programme.name': name ?? '',
    'programme.day': on === null ? '' : malayDay(on),
    'programme.place': place ?? '',
    'programme.time': time === null ? '' : malayTime(time),
    guests: listed(guests),
    day: day === null ? '' : malayDay(day),
    phase: phase ?? '',
  }
  const known = Placeholder.options.filter((each) => words[each] !== '')
  return Object.fromEntries(known.map((each) => [each, words[each]]))
}

const months = [
  ...['Januari', 'Februari', 'Mac', 'April', 'Mei', 'Jun'],
  ...['Julai', 'Ogos', 'September', 'Oktober', 'November', 'Disember'],
]

/** `2026-11-24` as a post writes it: 24 November 2026. */
export function malayDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`
}

/** `14:30` as a post writes it: 2.30 petang. */
export function malayTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const part = hour < 12 ? 'pagi' : hour < 14 ? 'tengah hari' : hour < 19 ? 'petang' : 'malam'
  return `${hour % 12 || 12}.${String(minute).padStart(2, '0')} ${part}`
}

/** A, B dan C. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} dan ${last}`
}

/** A hashtag has no spaces: each word after the first begins with a capital. */
function inOneWord(words: string): string {
  return words
    .replaceAll(/[^\p{L}\p{N}]+(\p{L}?)/gu, (_, next: string) => next.toUpperCase())
    .trim()
}
