/**
 * How alike two reports are. Citizens write Malay, English or both, with affixes and mistakes:
 * words are compared by three letters at a time, which forgives all of these.
 */

/** Words that every report has, in both languages; they tell nothing. */
const empty = new Set(
  (
    'ada adalah akan anda apa atas atau bagi banyak belum boleh bukan dah dalam dan dapat dari ' +
    'daripada dekat dengan depan di dia hadapan hari hendak ini itu jadi jangan juga kami kat ke ' +
    'kena kepada kerana kita lagi lalu lama macam mohon nak oleh pada pihak pun saat saja sangat ' +
    'saya sebab sebelum segera sejak selalu semalam semua sini situ sudah supaya tak telah tetapi ' +
    'tiada tidak tolong tuan untuk yang the and are but for from has have here near not now please ' +
    'since that there this was were will with very your jalan road jkr'
  ).split(' '),
)

/** English words of road users and the Malay ones for the same. Ours. */
const malayOf: Readonly<Record<string, string>> = {
  ...{ pothole: 'lubang', potholes: 'lubang', hole: 'lubang', holes: 'lubang' },
  ...{ light: 'lampu', lights: 'lampu', streetlight: 'lampu', lamp: 'lampu' },
  ...{ traffic: 'isyarat', signal: 'isyarat', sign: 'papan', signboard: 'papan' },
  ...{ drain: 'longkang', clogged: 'tersumbat', blocked: 'tersumbat', flood: 'banjir' },
  ...{ flooded: 'banjir', flooding: 'banjir', tree: 'pokok', fallen: 'tumbang', fell: 'tumbang' },
  ...{ bridge: 'jambatan', slope: 'cerun', landslide: 'runtuh', collapsed: 'runtuh' },
  ...{ guardrail: 'penghadang', barrier: 'penghadang', broken: 'rosak', damaged: 'rosak' },
  ...{ school: 'sekolah', mosque: 'masjid', market: 'pasar', junction: 'simpang' },
  ...{ left: 'kiri', right: 'kanan', lane: 'lorong', big: 'besar', dark: 'padam', out: 'padam' },
}

/** The words of a report that tell what it is about, each once, English ones by their Malay. */
export function tellingWords(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}{3,}/gu)
  const telling = (words ?? []).filter((word) => !empty.has(word))
  return [...new Set(telling.map((word) => malayOf[word] ?? word))]
}

/** A report as it is compared. */
export interface Gist {
  readonly words: number
  readonly parts: ReadonlySet<string>
}

export function gistOf(text: string): Gist {
  const words = tellingWords(text)
  return { words: words.length, parts: new Set(words.flatMap(partsOf)) }
}

/** With fewer words than this, two reports are alike by chance. Ours. */
const fewestWords = 2

/** From 0, nothing in common, to 1: the share of parts that both have (Dice's coefficient). */
export function alike(one: Gist, other: Gist): number {
  if (Math.min(one.words, other.words) < fewestWords) return 0
  const [few, many] = one.parts.size < other.parts.size ? [one, other] : [other, one]
  let common = 0
  for (const part of few.parts) if (many.parts.has(part)) common += 1
  return (2 * common) / (one.parts.size + other.parts.size)
}

/** Three letters at a time, the word's end among them: `lubang` and `berlubang` share five. */
function partsOf(word: string): string[] {
  const whole = `${word}_`
  return Array.from({ length: whole.length - 2 }, (_, at) => whole.slice(at, at + 3))
}
