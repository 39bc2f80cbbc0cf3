import type { SliceHandlers } from '#contract/call'
import type { complaintClocks } from '#contract/complaintClocks'
import type { complaintGroups } from '#contract/complaintGroups'
import type { complaintRepeats } from '#contract/complaintRepeats'
import type { complaintViews } from '#contract/complaintViews'
import type { complaints } from '#contract/complaints'
import type { Contexts } from '../context.ts'
import { clockHandlers } from './service/clocks.ts'
import { changingHandlers } from './service/changing.ts'
import { draftHandlers } from './service/drafts.ts'
import { groupHandlers } from './service/groups.ts'
import { noteHandlers } from './service/notes.ts'
import { readingHandlers } from './service/reading.ts'
import { registerHandlers } from './service/registering.ts'
import { repeatHandlers } from './service/repeats.ts'
import { repeatingHandlers } from './service/repeating.ts'
import { samePeopleHandlers } from './service/samePeople.ts'
import { stepHandlers } from './service/steps.ts'
import { viewHandlers } from './service/views.ts'

/** The complaint register; who may call what is in the table of permissions. */
export const complaintHandlers: SliceHandlers<
  typeof complaints &
    typeof complaintClocks &
    typeof complaintGroups &
    typeof complaintRepeats &
    typeof complaintViews,
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
}
