import type { ComplaintId } from '#contract/complaintFields'
import { PlainDate } from '#contract/values'
import { contact } from '../support/complaints.ts'
import { present } from '../support/present.ts'
import type { TestWorkspace } from '../support/workspace.ts'
import type { PersonalStrings } from './personalStrings.ts'

/** Types a text of its own into everything that is kept about the rights of a complainant. */
export async function fillRecords(
  { workspace: { complaints } }: TestWorkspace,
  texts: PersonalStrings,
  id: ComplaintId,
): Promise<void> {
  const hold = await complaints.setHold({
    ...{ id, reason: texts.next('Saman'), reviewOn: PlainDate.parse('2027-12-01') },
  })
  const complainantId = present((await complaints.get({ id })).complainant).id
  const day = PlainDate.parse('2026-11-20')
  const request = await complaints.addRequest({
    ...{ complainantId, kind: 'access', asked: texts.next('Minta'), receivedOn: day },
  })
  await complaints.extendRequest({ id: request.id, reason: texts.next('Lanjut') })
  await complaints.openAccessFile({ id: request.id })
  await complaints.accessCsv({ id: request.id, language: 'ms' })
  await complaints.answerRequest({
    ...{ id: request.id, outcome: 'answered', on: day, answer: texts.next('Jawab') },
  })
  await complaints.annexNote({ complainantId, text: texts.next('Bantah') })
  await complaints.correctPerson({
    ...{ complaintId: id, contact: contact(texts.next('Betul')), why: texts.next('Sebab') },
  })
  await complaints.addDisclosure({
    ...{ complaintId: id, toWhom: texts.next('Kepada'), on: day },
    ...{ what: texts.next('Data'), basis: texts.next('Asas') },
  })
  await complaints.endHold({ id: hold.id, reason: texts.next('Tamat') })
}
