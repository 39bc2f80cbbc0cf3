import type { SliceHandlers } from '#contract/call'
import type { complaintOfficers } from '#contract/complaintOfficers'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../../context.ts'
import { writeSetting } from '../../office/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { officersSetting, readOfficers, worksOnComplaints } from '../queries/officers.ts'

/** Who is given complaints of which kind. */
export const officerHandlers: SliceHandlers<typeof complaintOfficers, Contexts> = {
  async kindOfficers({ db }) {
    const officers = await readOfficers(db)
    const kinds = await itemsOf(db, 'complaint-kinds')
    return kinds.map(({ key }) => ({ kind: key, personId: officers[key] ?? null }))
  },

  async changeKindOfficer({ db, writer, record }, { kind, personId }) {
    const kinds = await itemsOf(db, 'complaint-kinds')
    if (!kinds.some(({ key }) => key === kind)) throw new WorkspaceError('complaints.unknown-kind')
    if (personId !== null && !(await worksOnComplaints(db, personId))) {
      throw new WorkspaceError('complaints.unknown-person')
    }
    const others = Object.entries(await readOfficers(db)).filter(([key]) => key !== kind)
    const own = personId === null ? [] : [[kind, personId] as const]
    await writeSetting(writer, officersSetting, Object.fromEntries([...others, ...own]))
    record('setting', officersSetting, ['value'])
    return { kind, personId }
  },
}
