import type { SliceHandlers } from '#contract/call'
import type { complaintClocks } from '#contract/complaintClocks'
import type { complaints } from '#contract/complaints'
import type { Contexts } from '../context.ts'
import { clockHandlers } from './service/clocks.ts'
import { changingHandlers } from './service/changing.ts'
import { draftHandlers } from './service/drafts.ts'
import { noteHandlers } from './service/notes.ts'
import { readingHandlers } from './service/reading.ts'
import { registerHandlers } from './service/registering.ts'
import { stepHandlers } from './service/steps.ts'

/** The complaint register; who may call what is in the table of permissions. */
export const complaintHandlers: SliceHandlers<
  typeof complaints & typeof complaintClocks,
  Contexts
> = {
  ...readingHandlers,
  ...registerHandlers,
  ...changingHandlers,
  ...stepHandlers,
  ...noteHandlers,
  ...clockHandlers,
  ...draftHandlers,
}
