import type { SliceHandlers } from '#contract/call'
import type { complaintAnswers } from '#contract/complaintAnswers'
import type { complaintBreaches } from '#contract/complaintBreaches'
import type { complaintClosing } from '#contract/complaintClosing'
import type { complaintDecisions } from '#contract/complaintDecisions'
import type { complaintDisposals } from '#contract/complaintDisposals'
import type { complaintFlags } from '#contract/complaintFlags'
import type { complaintHolds } from '#contract/complaintHolds'
import type { complaintForwarding } from '#contract/complaintForwarding'
import type { complaintClocks } from '#contract/complaintClocks'
import type { complaintGroupAnswers } from '#contract/complaintGroupAnswers'
import type { complaintGroups } from '#contract/complaintGroups'
import type { complaintPlaces } from '#contract/complaintPlaces'
import type { complaintLadder } from '#contract/complaintLadder'
import type { complaintLeaving } from '#contract/complaintLeaving'
import type { complaintPapers } from '#contract/complaintPapers'
import type { complaintImports } from '#contract/complaintImports'
import type { complaintOfficers } from '#contract/complaintOfficers'
import type { complaintRepeats } from '#contract/complaintRepeats'
import type { complaintRequests } from '#contract/complaintRequests'
import type { complaintOverview } from '#contract/complaintOverview'
import type { complaintPosts } from '#contract/complaintPosts'
import type { complaintStatistics } from '#contract/complaintStatistics'
import type { complaintWarnings } from '#contract/complaintWarnings'
import type { complaintViews } from '#contract/complaintViews'
import type { complaints } from '#contract/complaints'
import type { Contexts } from '../context.ts'
import { accessFileHandlers, type AccessParts } from './service/accessFiles.ts'
import { answerHandlers } from './service/answers.ts'
import { breachHandlers } from './service/breaches.ts'
import { closingHandlers } from './service/closing.ts'
import { decisionHandlers } from './service/decisions.ts'
import { destroyingHandlers, type DestroyingParts } from './service/destroying.ts'
import { disclosingHandlers } from './service/disclosing.ts'
import { disposalHandlers } from './service/disposals.ts'
import { flagHandlers } from './service/flags.ts'
import { holdHandlers } from './service/holds.ts'
import { forwardingHandlers } from './service/forwarding.ts'
import { remindingHandlers } from './service/reminding.ts'
import { clockHandlers } from './service/clocks.ts'
import { changingHandlers } from './service/changing.ts'
import { draftHandlers } from './service/drafts.ts'
import { groupAnswerHandlers } from './service/groupAnswers.ts'
import { groupHandlers } from './service/groups.ts'
import { importHandlers } from './service/importing.ts'
import { noteHandlers } from './service/notes.ts'
import { placeHandlers } from './service/places.ts'
import { overviewHandlers } from './service/overview.ts'
import { officerHandlers } from './service/officers.ts'
import { postHandlers } from './service/posts.ts'
import { readingHandlers } from './service/reading.ts'
import { recurrenceHandlers } from './service/recurrences.ts'
import { registerHandlers } from './service/registering.ts'
import { repeatHandlers } from './service/repeats.ts'
import { repeatingHandlers } from './service/repeating.ts'
import { requestHandlers } from './service/requests.ts'
import { samePeopleHandlers } from './service/samePeople.ts'
import { sendingHandlers } from './service/sending.ts'
import { statisticHandlers } from './service/statistics.ts'
import { stepHandlers } from './service/steps.ts'
import { paperHandlers } from './service/papers.ts'
import { ladderHandlers } from './service/ladder.ts'
import { leavingHandlers } from './service/takingOut.ts'
import { transferHandlers, type TransferParts } from './service/transferring.ts'
import { warningHandlers } from './service/warnings.ts'
import { viewHandlers } from './service/views.ts'

/** The complaint register; who may call what is in the table of permissions. */
export type ComplaintHandlers = SliceHandlers<
  typeof complaints &
    typeof complaintClocks &
    typeof complaintGroups &
    typeof complaintGroupAnswers &
    typeof complaintDecisions &
    typeof complaintOfficers &
    typeof complaintRepeats &
    typeof complaintViews &
    typeof complaintWarnings &
    typeof complaintLadder &
    typeof complaintAnswers &
    typeof complaintForwarding &
    typeof complaintClosing &
    typeof complaintFlags &
    typeof complaintPlaces &
    typeof complaintHolds &
    typeof complaintDisposals &
    typeof complaintRequests &
    typeof complaintBreaches &
    typeof complaintOverview &
    typeof complaintPosts &
    typeof complaintStatistics &
    typeof complaintLeaving &
    typeof complaintPapers &
    typeof complaintImports,
  Contexts
>

/** All of it that reaches nothing but the database. */
export const complaintHandlers = {
  ...readingHandlers,
  ...registerHandlers,
  ...changingHandlers,
  ...stepHandlers,
  ...noteHandlers,
  ...clockHandlers,
  ...draftHandlers,
  ...officerHandlers,
  ...repeatHandlers,
  ...groupHandlers,
  ...groupAnswerHandlers,
  ...decisionHandlers,
  ...repeatingHandlers,
  ...samePeopleHandlers,
  ...viewHandlers,
  ...warningHandlers,
  ...ladderHandlers,
  ...answerHandlers,
  ...sendingHandlers,
  ...forwardingHandlers,
  ...remindingHandlers,
  ...closingHandlers,
  ...flagHandlers,
  ...placeHandlers,
  ...holdHandlers,
  ...disposalHandlers,
  ...requestHandlers,
  ...breachHandlers,
  ...disclosingHandlers,
  ...overviewHandlers,
  ...recurrenceHandlers,
  ...postHandlers,
  ...statisticHandlers,
  ...leavingHandlers,
  ...paperHandlers,
  ...importHandlers,
}

/** The register of one open workspace. */
export function openComplaints(
  parts: DestroyingParts & AccessParts & TransferParts,
): ComplaintHandlers {
  return {
    ...complaintHandlers,
    ...destroyingHandlers(parts),
    ...accessFileHandlers(parts),
    ...transferHandlers(parts),
  }
}
