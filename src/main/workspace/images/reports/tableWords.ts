import type { ImageKind, Medium, Verdict } from '#contract/findings'
import type { Bilingual } from '#contract/findingWords'
import type { PhotoReview } from '#contract/images'
import type { RepeatRelation } from '#contract/repeatRelation'
import type { Language } from '#contract/values'

/** Names as the window says them; a test holds the two against each other. */
export const kindWords: Readonly<Record<ImageKind, Bilingual>> = {
  poster: { ms: 'Poster', en: 'Poster' },
  photo: { ms: 'Foto', en: 'Photo' },
  avatar: { ms: 'Avatar', en: 'Avatar' },
  header: { ms: 'Imej kepala', en: 'Header image' },
}

const mediumWords: Readonly<Record<Exclude<Medium, 'picture'>, Bilingual>> = {
  video: { ms: 'Video', en: 'Video' },
  document: { ms: 'PDF', en: 'PDF' },
}

/** A picture's kind, or what else the file is. */
export function kindIn(
  { kind, medium }: { readonly kind: ImageKind; readonly medium: Medium },
  language: Language,
): string {
  return (medium === 'picture' ? kindWords[kind] : mediumWords[medium])[language]
}

export const verdictWords: Readonly<Record<Verdict | 'waiting', Bilingual>> = {
  waiting: { ms: 'Menunggu', en: 'Waiting' },
  pass: { ms: 'Lulus', en: 'Passed' },
  warn: { ms: 'Amaran', en: 'Warning' },
  reject: { ms: 'Ditolak', en: 'Rejected' },
  unreadable: { ms: 'Tidak boleh dibaca', en: 'Unreadable' },
}

export const relationWords: Readonly<Record<RepeatRelation, Bilingual>> = {
  'same-bytes': { ms: 'Fail yang sama', en: 'The same file' },
  'same-pixels': { ms: 'Sama piksel demi piksel', en: 'The same, pixel for pixel' },
  certain: { ms: 'Foto berulang', en: 'Repeated photo' },
  likely: { ms: 'Mungkin foto berulang', en: 'Possibly a repeated photo' },
  part: { ms: 'Bahagian gambar yang sama', en: 'Part of the same picture' },
}

export const outcomeWords: Readonly<Record<'repeat' | 'different' | 'undecided', Bilingual>> = {
  repeat: { ms: 'Diputuskan: sama', en: 'Decided: the same' },
  different: { ms: 'Diputuskan: berbeza', en: 'Decided: different' },
  undecided: { ms: 'Perlu putusan', en: 'To decide' },
}

/** The five things to avoid in a photo (Melaka 13.6). */
export const pointWords: Readonly<Record<keyof PhotoReview, Bilingual>> = {
  offTopic: {
    ms: 'Tidak berkaitan, contohnya tetamu menjamu selera semasa ceramah',
    en: 'Off topic, for example guests eating during a talk',
  },
  hurtsImage: {
    ms: 'Menjejaskan imej atau etika: mata terpejam, menggaru, menguap, pakaian atau gaya tidak sesuai',
    en: 'Hurts image or ethics: closed eyes, scratching, yawning, unsuitable clothing or posture',
  },
  badAngle: {
    ms: 'Sudut tidak sesuai, contohnya pegawai dari belakang',
    en: 'Unsuitable angle, for example officers from behind',
  },
  emptyVenue: { ms: 'Tempat kelihatan kosong', en: 'The venue looks empty' },
  repeatedScene: {
    ms: 'Gambar dan tempat yang sama berulang',
    en: 'The same picture and place again',
  },
}

export const nothingSeen: Bilingual = {
  ms: 'Tiada yang perlu dielakkan kelihatan.',
  en: 'Nothing to avoid can be seen.',
}

export const yesOrNo: Readonly<Record<'yes' | 'no', Bilingual>> = {
  yes: { ms: 'ya', en: 'yes' },
  no: { ms: 'tidak', en: 'no' },
}
