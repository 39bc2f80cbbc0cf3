import { z } from 'zod'
import { ActionId, AssessmentId, FindingId } from './assessmentIds.ts'
import { command } from './call.ts'
import { ControlKey } from './frameworks.ts'
import { Instant, Passage, PersonId, PlainDate } from './values.ts'

/** How much a finding weighs; good practice is one too, and nobody has to follow it up. */
export const Severity = z.enum(['major', 'minor', 'observation', 'good-practice'])
export type Severity = z.infer<typeof Severity>

/** A corrective action goes on until somebody else found that it worked. */
export const ActionProgress = z.enum(['open', 'in-work', 'done', 'effective'])
export type ActionProgress = z.infer<typeof ActionProgress>

/** Said, not left empty. */
const Said = Passage.min(1)

export const ActionFields = z.object({ what: Said, ownerId: PersonId, due: PlainDate })
export type ActionFields = z.infer<typeof ActionFields>

export const CorrectiveAction = ActionFields.extend({
  id: ActionId,
  version: z.number().int().positive(),
  ownerName: z.string(),
  progress: ActionProgress,
  /** Its day has passed and it is not done. */
  isOverdue: z.boolean(),
  /** How it was found to work, by whom and when; null before. */
  checked: z.object({ remark: z.string(), at: Instant, by: z.string() }).nullable(),
})
export type CorrectiveAction = z.infer<typeof CorrectiveAction>

export const FindingFields = z.object({ severity: Severity, text: Said })
export type FindingFields = z.infer<typeof FindingFields>

export const Finding = FindingFields.extend({
  id: FindingId,
  key: ControlKey,
  version: z.number().int().positive(),
  raisedAt: Instant,
  raisedBy: z.string(),
  /** How it was settled, by whom and when; null while it is open. */
  closed: z.object({ how: z.string(), at: Instant, by: z.string() }).nullable(),
  actions: z.array(CorrectiveAction),
})
export type Finding = z.infer<typeof Finding>

const base = z.number().int().positive()
const OneFinding = z.object({ id: FindingId })
const OneAction = z.object({ id: ActionId })

/** Edits say which version they began with. @throws `compliance.answered-meanwhile` */
export const assessmentFindings = {
  addFinding: command(
    z.object({ id: AssessmentId, key: ControlKey, fields: FindingFields }),
    Finding,
  ),
  changeFinding: command(OneFinding.extend({ base, fields: FindingFields }), Finding),
  /** @throws `compliance.actions-open` while an action is not found to work */
  closeFinding: command(OneFinding.extend({ how: Said }), Finding),
  reopenFinding: command(OneFinding, Finding),
  removeFinding: command(OneFinding, Finding),
  bringBackFinding: command(OneFinding, Finding),
  addAction: command(OneFinding.extend({ fields: ActionFields }), Finding),
  changeAction: command(OneAction.extend({ base, fields: ActionFields }), Finding),
  /** By its owner or whoever assesses. Back from "effective" too: the check is then taken back. */
  moveAction: command(
    OneAction.extend({ base, progress: ActionProgress.exclude(['effective']) }),
    Finding,
  ),
  /** Somebody other than its owner found that it worked. @throws `compliance.own-action` */
  checkAction: command(OneAction.extend({ base, remark: Said }), Finding),
  removeAction: command(OneAction, Finding),
  bringBackAction: command(OneAction, Finding),
}
