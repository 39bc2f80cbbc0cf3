import { z } from 'zod'
import type { IntakeDraft } from '#contract/complaints'
import { blankForm, ComplaintForm } from '../fields/complaintForm'
import { blankPerson, PersonForm } from '../fields/personForm'

/** A complaint while it is taken in. */
export interface IntakeForm {
  readonly complaint: ComplaintForm
  readonly person: PersonForm
}

/** An empty form; the channel is the one that was used last. */
export function blankIntake(channel: string): IntakeForm {
  return { complaint: blankForm(channel), person: blankPerson() }
}

const Kept = z.object({
  complaint: z.looseObject({}).catch({}),
  person: z.looseObject({}).catch({}),
})

/** What was half typed in an earlier session; what no longer fits a field is left empty. */
export function keptIntake({ content }: Pick<IntakeDraft, 'content'>): IntakeForm {
  const kept = Kept.parse(content)
  return {
    complaint: ComplaintForm.parse(kept.complaint),
    person: PersonForm.parse(kept.person),
  }
}

/** Whether somebody typed or chose anything: a channel alone is nothing. */
export function isBegun(form: IntakeForm): boolean {
  const blank = blankIntake(form.complaint.channel)
  return JSON.stringify(form) !== JSON.stringify(blank)
}
