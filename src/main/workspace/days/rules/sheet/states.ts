import { StateCode } from '#contract/states'
import { namedBy } from '../../../sheets/names.ts'

/** What states are called, in full and for short. */
const names: Readonly<Record<StateCode, readonly string[]>> = {
  'MY-01': ['johor', 'jhr', 'johor darul takzim'],
  'MY-02': ['kedah', 'kdh'],
  'MY-03': ['kelantan', 'ktn', 'kel'],
  'MY-04': ['melaka', 'mlk', 'malacca'],
  'MY-05': ['negeri sembilan', 'n. sembilan', 'n.sembilan', 'nsn', 'n9'],
  'MY-06': ['pahang', 'phg'],
  'MY-07': ['pulau pinang', 'p. pinang', 'p.pinang', 'png', 'penang'],
  'MY-08': ['perak', 'prk'],
  'MY-09': ['perlis', 'pls'],
  'MY-10': ['selangor', 'sgr', 'sel'],
  'MY-11': ['terengganu', 'trg'],
  'MY-12': ['sabah', 'sbh'],
  'MY-13': ['sarawak', 'swk'],
  'MY-14': [
    ...['kuala lumpur', 'kl', 'kul', 'wp kuala lumpur', 'w.p. kuala lumpur', 'wpkl'],
    'wilayah persekutuan kuala lumpur',
  ],
  'MY-15': [...['labuan', 'lbn', 'wp labuan', 'w.p. labuan', 'wilayah persekutuan labuan', 'wpl']],
  'MY-16': [
    ...['putrajaya', 'pjy', 'wp putrajaya', 'w.p. putrajaya', 'wilayah persekutuan putrajaya'],
  ],
}

const all: readonly StateCode[] = StateCode.options
const territories: readonly StateCode[] = ['MY-14', 'MY-15', 'MY-16']
const peninsula = all.filter((code) => !['MY-12', 'MY-13', 'MY-15'].includes(code))

/** Several at once. */
const groups: readonly (readonly [states: readonly StateCode[], names: readonly string[]])[] = [
  [
    all,
    [
      ...['semua', 'semua negeri', 'seluruh malaysia', 'seluruh negara', 'malaysia', 'kebangsaan'],
      ...[
        'seluruh negeri',
        'all',
        'all states',
        'national',
        'nationwide',
        'persekutuan',
        'federal',
      ],
    ],
  ],
  [
    territories,
    ['wilayah persekutuan', 'wp', 'w.p.', 'federal territories', 'wilayah-wilayah persekutuan'],
  ],
  [peninsula, ['semenanjung', 'semenanjung malaysia', 'peninsular malaysia']],
]

const known = namedBy<readonly StateCode[]>([
  ...all.map((code) => ({ value: [code], names: [code, ...names[code]] })),
  ...groups.map(([value, called]) => ({ value, names: called })),
])

/** Between `all` and those that are left out. */
const except = /\b(?:kecuali|selain|except|excluding|but)\b/i

/**
 * The states of a cell: `Selangor, Perak & KL`, `Semua negeri kecuali Sabah`, in the order of their
 * codes; else the name that is none.
 */
export function writtenStates(
  text: string,
): { readonly states: StateCode[] } | { readonly unknown: string } {
  const [named = '', left, ...more] = text.split(except)
  if (more.length > 0) return { unknown: text }
  const within = statesIn(named)
  if ('unknown' in within || left === undefined) return within
  const without = statesIn(left)
  if ('unknown' in without) return without
  return { states: within.states.filter((code) => !without.states.includes(code)) }
}

function statesIn(text: string): { readonly states: StateCode[] } | { readonly unknown: string } {
  const found = new Set<StateCode>()
  // A name may hold a full stop or the word that joins others, so whole parts are looked for first.
  for (const part of text.split(/[,;/\n()]/).filter((each) => each.trim() !== '')) {
    const pieces = known.find(part) === null ? part.split(/\s(?:dan|and)\s|&/i) : [part]
    for (const piece of pieces) {
      if (piece.trim() === '') continue
      const states = known.find(piece)
      if (states === null) return { unknown: piece.trim() }
      for (const code of states) found.add(code)
    }
  }
  return { states: all.filter((code) => found.has(code)) }
}
