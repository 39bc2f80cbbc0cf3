import type { SliceHandlers } from '#contract/call'
import type { complaintAnswers } from '#contract/complaintAnswers'
import type { complaintClosing } from '#contract/complaintClosing'
import type { complaintFlags } from '#contract/complaintFlags'
import type { complaintForwarding } from '#contract/complaintForwarding'
import type { complaintClocks } from '#contract/complaintClocks'
import type { complaintGroups } from '#contract/complaintGroups'
import type { complaintImports } from '#contract/complaintImports'
import type { complaintRepeats } from '#contract/complaintRepeats'
import type { complaintViews } from '#contract/complaintViews'
import type { complaints } from '#contract/complaints'
import type { Contexts } from '../context.ts'
import { answerHandlers } from './service/answers.ts'
import { closingHandlers } from './service/closing.ts'
import { flagHandlers } from './service/flags.ts'
import { forwardingHandlers } from './service/forwarding.ts'
import { clockHandlers } from './service/clocks.ts'
import { changingHandlers } from './service/changing.ts'
import { draftHandlers } from './service/drafts.ts'
import { groupHandlers } from './service/groups.ts'
import { importHandlers } from './service/importing.ts'
import { noteHandlers } from './service/notes.ts'
import { readingHandlers } from './service/reading.ts'
import { registerHandlers } from './service/registering.ts'
import { repeatHandlers } from './service/repeats.ts'
import { repeatingHandlers } from './service/repeating.ts'
import { samePeopleHandlers } from './service/samePeople.ts'
import { sendingHandlers } from './service/sending.ts'
import { stepHandlers } from './service/steps.ts'
import { viewHandlers } from './service/views.ts'

/** The complaint register; who may call what is in the table of permissions. */
export const complaintHandlers: SliceHandlers<
  typeof complaints &
    typeof complaintClocks &
    typeof complaintGroups &
    typeof complaintRepeats &
    typeof complaintViews &
    typeof complaintAnswers &
    typeof complaintForwarding &
    typeof complaintClosing &
    typeof complaintFlags &
    typeof complaintImports,
  Contexts
> = {
  ...readingHandlers,
  ...registerHandlers,
  ...changingHandlers,
  ...stepHandlers,
  ...noteHandlers,
  ...clockHandlers,
  ...draftHandlers,
  ...repeatHandlers,
  ...groupHandlers,
  ...repeatingHandlers,
  ...samePeopleHandlers,
  ...viewHandlers,
  ...answerHandlers,
  ...sendingHandlers,
  ...forwardingHandlers,
  ...closingHandlers,
  ...flagHandlers,
  ...importHandlers,
}
