import type { SliceHandlers } from '#contract/call'
import type { imageMetadata } from '#contract/imageMetadata'
import type { Contexts } from '../../context.ts'
import { MediumFacts } from '../medium/facts.ts'
import { Measurement } from '../measure/measurement.ts'
import { checkRow } from '../queries/checks.ts'
import { imageRow } from '../queries/library.ts'
import { mediumFactsOf, measurementOf } from './judging.ts'

/**
 * What a file says of persons. Read when asked for, and only shown: lists, findings, reports and the
 * audit log hold none of it.
 */
export const metadataHandlers: SliceHandlers<typeof imageMetadata, Contexts> = {
  async personalDetails({ db }, { of }) {
    if (of.where === 'batch') {
      const row = await checkRow(db, of.checkId)
      if (row === null) return []
      return (measurementOf(row) ?? mediumFactsOf(row))?.personal ?? []
    }
    const row = await imageRow(db, of.imageId)
    if (row === null) return []
    const facts = row.medium === 'picture' ? Measurement : MediumFacts
    return facts.parse(JSON.parse(row.measurement)).personal
  },
}
