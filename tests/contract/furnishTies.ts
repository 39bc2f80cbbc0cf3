import type { ComplainantId } from '#contract/complaintFields'
import { complaintFields, contact } from '../support/complaints.ts'
import { bytesOf } from '../support/sheets.ts'
import { present } from '../support/present.ts'
import type { TestWorkspace } from '../support/workspace.ts'
import { registerView, type FurnishedComplaints } from './complaintInputs.ts'

/** Complaints and people that have to do with each other. */
export async function furnishTies({
  complaints,
}: TestWorkspace['workspace']): Promise<
  Pick<
    FurnishedComplaints,
    | ('apartComplaints' | 'groupedComplaints' | 'repeatingComplaint' | 'complainantIds')
    | ('ownRegisterView' | 'sharedRegisterView' | 'registerImportId')
    | ('removedRegisterView' | 'removedSharedRegisterView')
  >
> {
  const add = (what: string, name: string | null = null) =>
    complaints.add({
      fields: complaintFields({ what }),
      complainant: name === null ? { kind: 'anonymous' } : { kind: 'new', contact: contact(name) },
    })
  const apartComplaints = [await add('Satu', 'Encik Wong'), await add('Dua', 'Wong')] as const
  const groupedComplaints = [await add('Tiga', 'En. Wong'), await add('Empat')] as const
  const repeatingComplaint = await add('Lima')
  const [apart, other] = apartComplaints
  await complaints.tellApart({ id: apart.id, otherIds: [other.id] })
  const [master, member] = groupedComplaints
  await complaints.group({ ids: [member.id], masterId: master.id })
  await complaints.markRepeat({ ids: [repeatingComplaint.id], ofId: master.id, reason: '' })
  const idOf = (complaint: typeof apart): ComplainantId => present(complaint.complainant).id
  const complainantIds = [idOf(apart), idOf(other), idOf(master)] as const
  await complaints.joinPeople({ id: complainantIds[2], asId: complainantIds[1] })
  const { importId } = await complaints.importComplaints({
    ...{ name: 'daftar.csv', bytes: bytesOf('Tarikh,Butiran\n3/2/2025,Lubang\n') },
    ...{ columns: ['received', 'what'], channel: 'phone', kind: 'federal-road' },
    ...{ skipKnown: false, trial: false },
  })
  return {
    registerImportId: present(importId),
    ...{ apartComplaints, groupedComplaints, repeatingComplaint, complainantIds },
    ownRegisterView: await complaints.saveView({ name: 'Lewat', definition: registerView }),
    sharedRegisterView: await complaints.shareView({ name: 'Lewat', definition: registerView }),
    removedRegisterView: await complaints.removeView({
      id: (await complaints.saveView({ name: 'Lama', definition: registerView })).id,
    }),
    removedSharedRegisterView: await complaints.removeSharedView({
      id: (await complaints.shareView({ name: 'Lama', definition: registerView })).id,
    }),
  }
}
