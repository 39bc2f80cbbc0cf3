import { z } from 'zod'
import { ComplaintId } from '#contract/complaintFields'
import type { IntakeDraft } from '#contract/complaints'
import { blankForm, ComplaintForm } from '../fields/complaintForm'
import { blankPerson, PersonForm } from '../fields/personForm'
import { Tie } from '../repeats/repeatView'

/** A complaint while it is taken in. */
export interface IntakeForm {
  readonly complaint: ComplaintForm
  readonly person: PersonForm
  /** What it is the same as, if somebody said so. */
  readonly tie: Tie | null
  /** Those that were said not to be the same. */
  readonly apart: readonly ComplaintId[]
  /** Under which files are attached before there is a complaint, and how many are. */
  readonly filesId: string
  readonly files: number
}

/** An empty form; the channel is the one that was used last. */
export function blankIntake(channel: string): IntakeForm {
  return {
    ...{ complaint: blankForm(channel), person: blankPerson(), tie: null, apart: [] },
    ...{ filesId: crypto.randomUUID(), files: 0 },
  }
}

const Kept = z.object({
  complaint: z.looseObject({}).catch({}),
  person: z.looseObject({}).catch({}),
  tie: Tie.nullable().catch(null),
  apart: z.array(ComplaintId).catch([]),
  filesId: z.uuid().catch(() => crypto.randomUUID()),
  files: z.number().int().catch(0),
})

/** What was half typed in an earlier session; what no longer fits a field is left empty. */
export function keptIntake({ content }: Pick<IntakeDraft, 'content'>): IntakeForm {
  const kept = Kept.parse(content)
  return {
    complaint: ComplaintForm.parse(kept.complaint),
    person: PersonForm.parse(kept.person),
    ...{ tie: kept.tie, apart: kept.apart, filesId: kept.filesId, files: kept.files },
  }
}

/** Whether somebody typed or chose anything: a channel alone is nothing. */
export function isBegun(form: IntakeForm): boolean {
  const blank = { ...blankIntake(form.complaint.channel), filesId: form.filesId }
  return JSON.stringify(form) !== JSON.stringify(blank)
}
