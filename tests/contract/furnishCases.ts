import type { AttachmentId } from '#contract/attachments'
import type { AnswerId } from '#contract/complaintAnswers'
import type { SatisfactionId } from '#contract/complaintClosing'
import type { ComplainantId, ComplaintId } from '#contract/complaintFields'
import type { DecisionId } from '#contract/complaintDecisions'
import type { PostTieId } from '#contract/complaintPosts'
import type { DisposalId } from '#contract/complaintDisposals'
import type { TogetherId } from '#contract/complaintGroupAnswers'
import type { FlagId } from '#contract/complaintFlags'
import type { BreachId, BreachNoticeId } from '#contract/complaintBreaches'
import type { HoldId } from '#contract/complaintHolds'
import type { DisclosureId, RequestId } from '#contract/complaintRequests'
import type { ForwardingId, ReminderId } from '#contract/complaintForwarding'
import { blankContent } from '#contract/postContent'
import { Instant, PlainDate } from '#contract/values'
import { encodeScene } from '../support/encodedPictures.ts'
import { present } from '../support/present.ts'
import { contact, forward, proposeOld, register, settleLongAgo } from '../support/complaints.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** Cases with answers, forwardings and what closing asks. */
export interface FurnishedCases {
  readonly draft: AnswerId
  readonly spare: AnswerId
  readonly removed: AnswerId
  /** Of a kind that another person reviews, written by another. */
  readonly waiting: AnswerId
  readonly reviewed: AnswerId
  readonly ready: AnswerId
  readonly toSend: AnswerId
  readonly sent: AnswerId
  /** A master case, and the answers to its group. */
  readonly leading: ComplaintId
  readonly together: TogetherId
  readonly decisions: Readonly<Record<'standing' | 'done' | 'spare' | 'removed', DecisionId>>
  readonly ties: Readonly<Record<'spare' | 'removed', PostTieId>>
  readonly waitingTogether: AnswerId
  readonly reviewedTogether: AnswerId
  readonly replies: Readonly<Record<'spare' | 'removed' | 'draft' | 'toSend' | 'sent', AnswerId>>
  readonly forForwarding: ComplaintId
  readonly toTakeBack: ForwardingId
  readonly forwarding: ForwardingId
  readonly answeredForwarding: ForwardingId
  readonly toRemind: ForwardingId
  readonly reminder: ReminderId
  readonly settled: ComplaintId
  readonly incomplete: ComplaintId
  readonly satisfaction: SatisfactionId
  readonly photo: AttachmentId
  readonly stepped: ComplaintId
  readonly unflagged: ComplainantId
  /** Asked for by another person. */
  readonly askedFlag: FlagId
  readonly flag: FlagId
  readonly endedFlag: FlagId
  readonly hold: HoldId
  readonly endedHold: HoldId
  readonly request: RequestId
  readonly answeredRequest: RequestId
  readonly disclosure: DisclosureId
  readonly removedDisclosure: DisclosureId
  readonly breach: BreachId
  readonly spareBreach: BreachId
  readonly removedBreach: BreachId
  readonly breachNotice: BreachNoticeId
  readonly removedBreachNotice: BreachNoticeId
  readonly disposable: ComplaintId
  /** Proposed by another person. */
  readonly proposedDisposal: DisposalId
  readonly spareDisposal: DisposalId
  readonly clearedDisposal: DisposalId
}

/** What another person wrote and asked for. */
type Written = Pick<
  FurnishedCases,
  | ('waiting' | 'reviewed' | 'askedFlag' | 'flag' | 'endedFlag')
  | ('waitingTogether' | 'reviewedTogether')
  | ('proposedDisposal' | 'spareDisposal' | 'clearedDisposal')
>

/** What another person than the one at the keyboard wrote: that one may review it. */
export async function writeAnswers(test: TestWorkspace): Promise<Written> {
  const { id } = await register(test)
  const begin = () =>
    test.workspace.complaints.beginAnswer({ id, kind: 'important', language: 'ms' })
  const ask = async (name: string) => {
    const { complainant } = await register(test, {}, { kind: 'new', contact: contact(name) })
    const { id: flagId } = await test.workspace.complaints.askFlag({
      complainantId: present(complainant).id,
      ...{ reason: 'Bahasa kasar', reviewOn: PlainDate.parse('2027-01-01') },
    })
    return flagId
  }
  return {
    ...{ waiting: (await begin()).id, reviewed: (await begin()).id },
    ...{ waitingTogether: (await begin()).id, reviewedTogether: (await begin()).id },
    ...{ askedFlag: await ask('Puan Satu'), flag: await ask('Puan Dua') },
    endedFlag: await ask('Puan Tiga'),
    proposedDisposal: await proposeOld(test),
    spareDisposal: await proposeOld(test),
    clearedDisposal: await proposeOld(test),
  }
}

/** The rest, by the person at the keyboard. */
export async function furnishCases(test: TestWorkspace, written: Written): Promise<FurnishedCases> {
  const { complaints, attachments } = test.workspace
  const fresh = async () => (await register(test)).id
  const begin = async (id: ComplaintId) =>
    (await complaints.beginAnswer({ id, kind: 'registered', language: 'ms' })).id
  const forwarded = async (id: ComplaintId) =>
    (await forward(test, id, { text: 'Aduan {nombor}' })).id
  await complaints.reviewAnswer({ id: written.reviewed, base: 1 })
  await complaints.reviewAnswer({ id: written.reviewedTogether, base: 1 })
  await complaints.approveFlag({ id: written.flag })
  await complaints.endFlag({ id: written.endedFlag })
  const approval = { reference: 'ANM 1', referenceOn: PlainDate.parse('2026-11-20') }
  await complaints.approveDisposal({ id: written.clearedDisposal, ...approval })
  await complaints.executeDisposal({ id: written.clearedDisposal })
  const named = await register(test, {}, { kind: 'new', contact: contact('Puan Empat') })
  const [one, other] = [await fresh(), await fresh()]
  const [draft, spare, removed, ready] = [
    ...[await begin(one), await begin(one), await begin(one), await begin(one)],
  ]
  await complaints.removeAnswer({ id: present(removed) })
  const [toSend, sent] = [await begin(await fresh()), await begin(other)]
  const at = Instant.parse('2026-11-22T01:00:00.000Z')
  await complaints.sendAnswer({ id: sent, base: 1, at, way: 'phone', url: '' })
  const answeredForwarding = await forwarded(await fresh())
  await complaints.recordOutcome({ id: answeredForwarding, outcome: 'answered', note: '' })
  const toRemind = await forwarded(await fresh())
  const { reminded } = await complaints.remindAgency({
    ...{ id: toRemind, language: 'ms', text: 'Aduan {nombor}' },
  })
  const [settled, stepped] = [await fresh(), await fresh()]
  await complaints.setStatus({ ids: [settled], to: 'resolved', reason: 'Siap' })
  await complaints.setStatus({ ids: [stepped], to: 'in-progress', reason: '' })
  const { satisfaction } = await complaints.recordSatisfaction({
    ...{ id: settled, score: 3, unsolved: false, way: 'phone', note: '' },
  })
  const owner = { kind: 'complaint', id: settled } as const
  const bytes = new Uint8Array(await encodeScene(31))
  const { added } = await attachments.addPasted({ owner, name: 'tapak.png', bytes })
  const rights = await furnishRights(test, named.id, present(named.complainant).id)
  const reviewOn = PlainDate.parse('2027-01-01')
  const hold = async () =>
    (await complaints.setHold({ id: await fresh(), reason: 'Saman', reviewOn })).id
  const endedHold = await hold()
  await complaints.endHold({ id: endedHold, reason: 'Selesai' })
  return {
    ...written,
    ...rights,
    ...(await furnishBreaches(test)),
    ...(await furnishReplies(test)),
    ...{ hold: await hold(), endedHold, disposable: await settleLongAgo(test) },
    ...{ draft: present(draft), spare: present(spare), removed: present(removed) },
    ...{ ready: present(ready), toSend, sent, answeredForwarding, settled, stepped },
    unflagged: present(named.complainant).id,
    forForwarding: await fresh(),
    toTakeBack: await forwarded(await fresh()),
    forwarding: await forwarded(await fresh()),
    ...{ toRemind, reminder: present(reminded[0]).id },
    incomplete: await fresh(),
    satisfaction: satisfaction.id,
    photo: present(added[0]).id,
  }
}

/** A group that was answered together. */
async function furnishReplies(test: TestWorkspace) {
  const { complaints } = test.workspace
  const [{ id: leading }, { id: other }] = [await register(test), await register(test)]
  await complaints.group({ ids: [leading, other], masterId: leading })
  const begin = async () =>
    complaints.beginReplies({
      ...{ id: leading, ids: [leading, other], kind: null, language: 'ms', text: 'Terima kasih.' },
    })
  const [first, second, third] = [await begin(), await begin(), await begin()]
  const [spare, removed] = [present(first.ids[0]), present(first.ids[1])]
  const [draft, toSend] = [present(second.ids[0]), present(second.ids[1])]
  const sent = present(third.ids[0])
  await complaints.removeReplies({ ids: [removed] })
  const at = Instant.parse('2026-11-22T01:00:00.000Z')
  await complaints.sendReplies({ answers: [{ id: sent, base: 1 }], at, way: 'phone' })
  const decisions = await furnishDecisions(test, leading)
  return {
    leading,
    decisions,
    ties: await furnishPostTies(test, leading),
    together: third.id,
    replies: { spare, removed, draft, toSend, sent },
  }
}

/** Posts that were chosen for a case: one that stands, and one that was let go. */
async function furnishPostTies({ workspace }: TestWorkspace, id: ComplaintId) {
  const { complaints, posts } = workspace
  const tie = async (title: string) => {
    const post = await posts.add({ content: blankContent(title, 'text'), status: 'draft' })
    const { tieId } = await complaints.tiePost({ id, postId: post.id })
    if (tieId === null) throw new Error('It is tied')
    return tieId
  }
  const ties = { spare: await tie('Penerangan satu'), removed: await tie('Penerangan dua') }
  await complaints.untiePost({ id: ties.removed })
  return ties
}

/** What a meeting decided about a case. */
async function furnishDecisions({ workspace: { complaints } }: TestWorkspace, id: ComplaintId) {
  const decide = async () => {
    const met = { complaintId: id, metOn: PlainDate.parse('2026-11-20') }
    return (await complaints.addDecision({ ...met, text: 'Tampal', personId: null, dueOn: null }))
      .id
  }
  const [standing, done, spare, removed] = [
    ...[await decide(), await decide(), await decide(), await decide()],
  ]
  const ids = {
    ...{ standing: present(standing), done: present(done) },
    ...{ spare: present(spare), removed: present(removed) },
  }
  await complaints.finishDecision({ id: ids.done })
  await complaints.removeDecision({ id: ids.removed })
  return ids
}

/** Requests and disclosures of a person. */
async function furnishRights(
  { workspace: { complaints } }: TestWorkspace,
  complaintId: ComplaintId,
  complainantId: ComplainantId,
) {
  const on = PlainDate.parse('2026-11-20')
  const ask = async () => {
    const asked = { complainantId, kind: 'access', asked: 'Salinan', receivedOn: on } as const
    return (await complaints.addRequest(asked)).id
  }
  const tell = async () => {
    const said = { complaintId, toWhom: 'PDRM', on, what: 'Nama', basis: 'KPJ s.111' }
    return (await complaints.addDisclosure(said)).id
  }
  const [request, answeredRequest] = [await ask(), await ask()]
  await complaints.answerRequest({ id: answeredRequest, outcome: 'refused', on, answer: 'Tiada' })
  const [disclosure, removedDisclosure] = [await tell(), await tell()]
  await complaints.removeDisclosure({ id: removedDisclosure })
  return { request, answeredRequest, disclosure, removedDisclosure }
}

/** Breaches, of one of which the Commissioner was told, and of another not after all. */
async function furnishBreaches({ workspace: { complaints } }: TestWorkspace) {
  const at = Instant.parse('2026-11-20T01:00:00.000Z')
  const add = () =>
    complaints.addBreach({
      ...{ what: 'Fail hilang', from: at, to: null, knownAt: at, people: null, fields: [] },
      ...{ harm: false, consequences: '', measures: '', personId: null, numbers: [] },
    })
  const tell = async () => {
    const { id } = await add()
    const { notices } = await complaints.tellBreach({
      ...{ id, party: 'commissioner', outcome: 'told', at, how: 'Portal', reference: '' },
    })
    return present(notices[0]).id
  }
  const [breach, spare, removed] = [await add(), await add(), await add()]
  const [breachNotice, removedBreachNotice] = [await tell(), await tell()]
  await complaints.removeBreach({ id: removed.id })
  await complaints.removeBreachNotice({ id: removedBreachNotice })
  const ids = { breach: breach.id, spareBreach: spare.id, removedBreach: removed.id }
  return { ...ids, breachNotice, removedBreachNotice }
}
