import { resultFieldWords } from '#contract/resultImportWords'
import { ResultField, type ResultPreset } from '#contract/postResultImports'
import { folded } from '../../../sheets/fold.ts'
import { guessBy } from '../../../sheets/guess.ts'

/** What offices and networks write over their columns besides our own headings. */
const alsoCalled: Readonly<Record<ResultField, readonly string[]>> = {
  link: [
    'pautan',
    'url',
    'link',
    'permalink',
    'post link',
    'post url',
    'video link',
    'pautan post',
  ],
  title: ['tajuk', 'title', 'post title', 'video title', 'hantaran'],
  account: ['platform', 'saluran', 'channel', 'akaun media sosial', 'account name'],
  postDay: ['tarikh siaran', 'tarikh hantaran', 'tarikh terbitan', 'publish date'],
  day: ['tarikh', 'tarikh bacaan', 'tarikh data', 'date', 'as of', 'results date'],
  reach: ['capaian hantaran', 'jumlah capaian', 'accounts reached', 'post reach'],
  likes: ['jumlah suka', 'tanda suka', 'like', 'reactions', 'total likes', 'reaksi'],
  shares: ['perkongsian', 'jumlah kongsi', 'share', 'total shares', 'reposts', 'retweets'],
  comments: ['ulasan', 'jumlah komen', 'comment', 'total comments', 'replies'],
}

const byHeading = guessBy(
  ResultField.options.map((field) => ({
    field,
    names: [resultFieldWords[field].ms, resultFieldWords[field].en, ...alsoCalled[field]],
  })),
)

interface Preset {
  readonly name: ResultPreset
  /** Headings that tell the export from other sheets. */
  readonly signs: readonly string[]
  readonly columns: Readonly<Partial<Record<ResultField, readonly string[]>>>
}

/**
 * Exports of the networks as they were in November 2026. The day that Meta writes is `Lifetime`,
 * and that of X is when the post went out; both write the month before the day: neither is read.
 * X knows no reach: its impressions are offered for it, and the window says so.
 */
const presets: readonly Preset[] = [
  {
    name: 'meta',
    signs: ['publish time', 'permalink', 'post type'],
    columns: {
      ...{ link: ['permalink'], reach: ['reach'], likes: ['reactions', 'likes'] },
      ...{ shares: ['shares'], comments: ['comments'] },
    },
  },
  {
    name: 'x',
    signs: ['post id', 'post link', 'impressions'],
    columns: {
      ...{ link: ['post link'], reach: ['impressions'], likes: ['likes'] },
      ...{ shares: ['reposts'], comments: ['replies'] },
    },
  },
]

/** What each column seems to hold, and whose export the sheet is. */
export function guessResults(headings: readonly string[]): {
  guess: (ResultField | null)[]
  preset: ResultPreset | null
} {
  const there = new Set(headings.map(folded))
  const preset = presets.find(({ signs }) => signs.every((sign) => there.has(sign)))
  if (preset === undefined) return { guess: byHeading(headings), preset: null }
  const read = guessBy(
    ResultField.options.map((field) => ({ field, names: preset.columns[field] ?? [] })),
  )
  return { guess: read(headings), preset: preset.name }
}
