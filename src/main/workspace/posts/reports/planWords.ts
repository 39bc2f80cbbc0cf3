import type { PostKind } from '#contract/postContent'
import type { MissingPart, PostStatus } from '#contract/posts'
import type { Language } from '#contract/values'

/** Words in both languages; a test holds them against those of the window. */
type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>

export const statusWords: Words<PostStatus> = {
  idea: { ms: 'Idea', en: 'Idea' },
  draft: { ms: 'Draf', en: 'Draft' },
  'in-review': { ms: 'Dalam semakan', en: 'In review' },
  'changes-asked': { ms: 'Perlu pindaan', en: 'Changes asked' },
  approved: { ms: 'Diluluskan', en: 'Approved' },
  ready: { ms: 'Sedia terbit', en: 'Ready to publish' },
  published: { ms: 'Diterbitkan', en: 'Published' },
  archived: { ms: 'Diarkibkan', en: 'Archived' },
  'on-hold': { ms: 'Ditangguh', en: 'On hold' },
  cancelled: { ms: 'Dibatalkan', en: 'Cancelled' },
}

export const kindWords: Words<PostKind> = {
  infographic: { ms: 'Infografik', en: 'Infographic' },
  videographic: { ms: 'Videografik', en: 'Videographic' },
  'vox-pop': { ms: 'Vox pop', en: 'Vox pop' },
  'video-mcp': { ms: 'Video MCP', en: 'MCP video' },
  'video-scp': { ms: 'Video SCP', en: 'SCP video' },
  'photo-album': { ms: 'Album foto', en: 'Photo album' },
  text: { ms: 'Teks', en: 'Text' },
}

export const missingWords: Words<MissingPart> = {
  text: { ms: 'teks', en: 'text' },
  image: { ms: 'imej', en: 'image' },
  'alt-text': { ms: 'teks alternatif', en: 'alternative text' },
  category: { ms: 'kategori gelombang', en: 'wave category' },
  phase: { ms: 'fasa', en: 'phase' },
  account: { ms: 'akaun', en: 'account' },
  owner: { ms: 'pemilik', en: 'owner' },
  day: { ms: 'tarikh', en: 'date' },
}

export const expiredWords = { ms: 'Tamat tempoh', en: 'Expired' } as const
export const phaseWord = { ms: 'Fasa', en: 'Phase' } as const
export const calendarName = { ms: 'Kalendar BKK JKR', en: 'JKR BKK calendar' } as const
