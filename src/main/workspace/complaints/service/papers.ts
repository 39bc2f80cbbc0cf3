import type { SliceHandlers } from '#contract/call'
import type { complaintPapers, RegisterEntry } from '#contract/complaintPapers'
import type { Contexts } from '../../context.ts'
import { readLadder } from '../queries/ladder.ts'
import { readPaperNames } from '../queries/paperNames.ts'
import { entriesOf } from '../queries/registerEntries.ts'
import { countChosen } from '../queries/takeouts.ts'
import { readCasePaper } from './casePaper.ts'
import { escalationHandlers } from './escalating.ts'
import { handedOver, handoverBook } from './handover.ts'
import { entryBasis, validTakeout } from './takingOut.ts'

/** Three thousand lines are some 200 pages: more than anybody leafs through. */
export const mostOnPaper = 3_000

/** What is printed of the register. */
export const paperHandlers: SliceHandlers<typeof complaintPapers, Contexts> = {
  casePaper: (context, { id, takeoutId }) => readCasePaper(context, id, takeoutId),

  async registerPaper(context, { choice, takeoutId }) {
    const { db, actor } = context
    const basis = await entryBasis(context, takeoutId, actor)
    const entries: RegisterEntry[] = []
    for await (const some of entriesOf(db, choice, basis, mostOnPaper)) entries.push(...some)
    return {
      names: await readPaperNames(db),
      choice,
      ladder: await readLadder(db),
      takeout: takeoutId === null ? null : await validTakeout(context, takeoutId, actor),
      entries,
      fitting: await countChosen(db, choice, basis.filter),
    }
  },

  async handoverPaper(context, { personId, remark, receiverId }) {
    const { db, clock } = context
    return {
      names: await readPaperNames(db),
      ...{ personId, remark, receiverId, at: clock.now() },
      ...(await handedOver(db, personId)),
    }
  },

  async handoverXlsx({ db, clock }, { personId, language }) {
    return { bytes: await handoverBook(db, personId, { language, now: clock.now() }) }
  },

  ...escalationHandlers,
}
