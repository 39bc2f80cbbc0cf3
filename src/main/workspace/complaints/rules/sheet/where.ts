import { kilometreIn, readRoad, readStretch, roadClass, roadsIn, roadState } from '#contract/roads'
import type { RegisterRow } from './row.ts'
import type { RegisterVocabulary } from './vocabulary.ts'

/**
 * Where it is. A road without a code, and a kilometre that belongs to none, are kept in words: they
 * tell the place to a person all the same.
 */
export function readWhere(row: RegisterRow, known: RegisterVocabulary) {
  const { at } = row
  const said = at('road')
  const road = readRoad(said) ?? roadsIn(said)[0] ?? null
  const within = kilometreIn(said)
  const stretch =
    readStretch(at('kilometre')) ?? (within === null ? null : { from: within, to: null })
  const isPlaced = road !== null && stretch !== null
  const words = [
    at('place'),
    road === null || !isCodeAlone(said) ? said : '',
    at('kilometre') === '' || (isPlaced && readStretch(at('kilometre')) !== null)
      ? ''
      : kilometreWords(at('kilometre')),
  ]
  const named = row.read('state', 'unknown-state', known.states.find)
  return {
    state: named ?? (road === null ? null : roadState(road)),
    district: at('district'),
    road,
    fromMetres: isPlaced ? stretch.from : null,
    toMetres: isPlaced ? stretch.to : null,
    place: words.filter((part) => part !== '').join(', '),
    kind: road === null ? null : known.kindOf(roadClass(road)),
  }
}

/** `FT04 km 12` says nothing that is not kept as road and kilometre. */
function isCodeAlone(said: string): boolean {
  return readRoad(said.replace(/[\s,]*\bkm\.?\s?\d{1,4}(?:[.,]\d{1,3})?\s*$/i, '')) !== null
}

function kilometreWords(said: string): string {
  return /^\d/.test(said) ? `km ${said}` : said
}
