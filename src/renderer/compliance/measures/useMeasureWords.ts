import type { FoundCode, FoundParams, Measured } from '#contract/measures'
import { useAgencies } from '../../complaints/forwarding/useAgencies'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useKnownLists } from '../../workspace/useKnown'
import { shareOf } from './measuresView'
import { useAmountWords } from './useAmountWords'

/** Params that are days. */
const dayParams = ['planned', 'programme', 'from', 'to', 'due']

/** What was measured, in sentences. */
export function useMeasureWords() {
  const { t, sayKey, hasKey, format } = useWords()
  const { limitOf, amountOf } = useAmountWords()
  const { agencyName } = useAgencies()
  const { nameOf } = useReferenceWords()
  const lists = useKnownLists()

  function kindName(key: string): string {
    const times = lists.data.value?.['production-times'] ?? []
    const found = times.find(({ item }) => item.key === key)
    return found === undefined ? key : nameOf(found.item)
  }

  function partName(key: string): string {
    const word = `measures.parts.${key}`
    return hasKey(word) ? sayKey(word) : key
  }

  function said(name: string, value: FoundParams[string]): string | number {
    if (Array.isArray(value)) return value.map(partName).join(', ')
    if (typeof value === 'number') return name === 'hours' ? format.value.decimal(value) : value
    if (dayParams.includes(name)) return format.value.day(value)
    if (name === 'kind') return kindName(value)
    return name === 'agency' ? agencyName(value) : value
  }

  /** What was found, in short. */
  const codeName = (code: FoundCode): string => t(`measures.codes.${code}`)

  /** The rest of it; empty where there is nothing to add. */
  function detailsOf(code: FoundCode, params: FoundParams): string {
    const word = `measures.details.${code}`
    if (Object.keys(params).length === 0 || !hasKey(word)) return ''
    const values = Object.entries(params).map(([name, value]) => [name, said(name, value)] as const)
    return sayKey(word, Object.fromEntries(values))
  }

  /** `46 daripada 50 · 92%`. */
  function figureOf(measured: Measured): string {
    const { kept, counted } = measured
    if (counted === 0) return '–'
    return t('measures.share', { kept, counted, percent: format.value.percent(shareOf(measured)) })
  }

  return { codeName, detailsOf, limitOf, figureOf, amountOf }
}
