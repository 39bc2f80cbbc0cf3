import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { blankContent } from '#contract/postContent'
import { PlainDate } from '#contract/values'
import { encodeScene } from '../support/encodedPictures.ts'
import { open, scene } from '../support/pictures.ts'
import { complaintFields, contact } from '../support/complaints.ts'
import { present } from '../support/present.ts'
import { bytesOf } from '../support/sheets.ts'
import type { TestWorkspace } from '../support/workspace.ts'
import type { Furnished } from './commandInputs.ts'
import { furnishTies } from './furnishTies.ts'
import {
  approve,
  signOnPaper,
  comments,
  importResults,
  importSheet,
  publish,
  startSeries,
  usedAccount,
  writePosts,
} from './furnishPosts.ts'
import { furnishAssessments } from './furnishAssessments.ts'
import { furnishCampaigns } from './furnishCampaigns.ts'
import { furnishFrameworks } from './furnishFrameworks.ts'
import { furnishCases, writeAnswers } from './furnishCases.ts'
import { templateOf, viewOf } from './postInputs.ts'

/** A workspace with something of everything that a command can work on. */
export async function furnish(test: TestWorkspace, drop: string): Promise<Furnished> {
  const { workspace } = test
  // Written by the first person, so that the second may decide about them.
  const written = await writePosts(workspace)
  const answered = await writeAnswers(test)
  // Not the person the workspace was made with: the entry must bear who sits there now.
  const person = await workspace.people.add({
    name: 'Nurul Izzah',
    post: 'Pereka',
    roles: ['administrator', 'approver'],
  })
  const withPin = await workspace.people.add({ name: 'Lim Mei Ling', post: 'Perancang' })
  await workspace.gate.switchPerson({ id: withPin.id })
  await workspace.gate.setPin({ current: null, pin: '270519' })
  await workspace.gate.switchPerson({ id: person.id })

  const [holiday, changed, removed] = (await workspace.days.holidays({ year: 2026, state: null }))
    .holidays
  const changedHoliday = await workspace.days.changeHoliday({
    ...present(changed),
    reference: 'Surat',
  })
  const removedHoliday = await workspace.days.removeHoliday({ id: present(removed).id })
  const { importId: importedHolidays } = await workspace.days.importHolidays({
    ...{ name: 'cuti.csv', bytes: bytesOf('Tarikh,Cuti,Negeri\n4/8/2026,Cuti,Perak') },
    ...{ columns: ['date', 'name', 'states'], trial: false },
  })

  const repeat = await open(await scene(1))
    .jpeg({ quality: 85 })
    .toBuffer()
  await writeFile(join(drop, 'a.png'), await encodeScene(1))
  await writeFile(join(drop, 'b.jpg'), repeat)
  await writeFile(join(drop, 'c.png'), await encodeScene(2))
  await writeFile(join(drop, 'd.png'), await encodeScene(3))
  const { batchId } = await workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
  const [check, repeated, ...others] = await workspace.images.checks({ batchId })
  expect(repeated?.repeats).toHaveLength(1)
  // A choice that can be taken back.
  const [best, left] = [present(check).id, present(repeated).id]
  await workspace.images.pickBest({ best: [best], others: [left] })
  const { kept } = await workspace.images.keep({ ids: others.map(({ id }) => id) })
  const [one, other] = await Promise.all(
    kept.map(({ imageId }) => workspace.images.libraryImage({ id: imageId })),
  )
  await workspace.images.trash({ ids: [present(other).id] })

  const spare = join(drop, 'nota.txt')
  await writeFile(spare, 'bukan imej')
  const { batchId: spareBatch } = await workspace.images.checkFiles({ paths: [spare], kind: null })
  const { accounts, reference } = workspace
  const [account, retired] = await accounts.list({})
  await accounts.retire({ id: present(retired).id })
  const numbers = (day: string) => ({ day: PlainDate.parse(day), followers: 1, likes: null })
  const record = (day: string) =>
    accounts.addSnapshot({ accountId: present(account).id, numbers: numbers(day) })
  const [snapshot, removedSnapshot] = [await record('2026-10-01'), await record('2026-09-01')]
  await accounts.removeSnapshot({ id: removedSnapshot.id })
  const [cycle] = await workspace.cycles.list({})
  const archivedCycle = await workspace.cycles.add({
    ...{ name: 'Kitaran 2030', nameEn: 'Cycle 2030', note: '' },
    ...{ startsOn: PlainDate.parse('2030-01-01'), endsOn: PlainDate.parse('2030-12-31') },
  })
  await workspace.cycles.archive({ id: archivedCycle.id })
  const { planning } = workspace
  const day = PlainDate.parse('2026-11-25')
  const fields = {
    ...{ title: 'Mesyuarat', text: '', startsOn: day, endsOn: day, kind: 'note' as const },
    ...{ reason: null, effect: null, states: [] },
  }
  const [note, removedNote] = [await planning.addNote(fields), await planning.addNote(fields)]
  await planning.removeNote({ id: removedNote.id })
  const addTerm = (term: string) => planning.addTerm({ term, why: '', suggestion: '' })
  const [term, removedTerm] = [await addTerm('satu'), await addTerm('dua')]
  const usedTerm = await addTerm('tiga')
  await planning.removeTerm({ id: removedTerm.id })
  const { segments } = await reference.lists({})
  await reference.remove({ id: present(segments.at(-1)).id })

  const { posts } = workspace
  const post = (title: string) =>
    posts.add({ content: blankContent(title, 'text'), status: 'draft' })
  const [planned, held, trashed, spent, begun] = [
    ...[await post('Satu'), await post('Dua'), await post('Tiga')],
    ...[await post('Empat'), await post('Lima')],
  ]
  await posts.setStatus({ ids: [present(held).id], to: 'on-hold', reason: 'Menunggu' })
  await posts.trash({ ids: [present(trashed).id] })
  const reason = 'Sudah disemak'
  await posts.confirmTerm({
    ...{ id: present(begun).id, term: usedTerm.term, passage: usedTerm.term, reason },
  })
  const usedNote = await planning.addNote({
    ...{ ...fields, kind: 'blackout', reason: 'mourning', effect: 'hold' },
  })
  await posts.allowInBlackout({ id: present(begun).id, noteId: usedNote.id, reason })
  const owner = { kind: 'post', id: present(planned).id } as const
  const attach = async (name: string, bytes = new TextEncoder().encode(name)) => {
    return present((await workspace.attachments.addPasted({ owner, name, bytes })).added[0])
  }
  const attachment = await attach('surat.txt')
  const removedAttachment = await attach('lama.txt')
  await workspace.attachments.remove({ id: removedAttachment.id })
  const redact = async (seed: number) => {
    const { id } = await attach(
      `${seed}.png`,
      new Uint8Array(await encodeScene(seed, { width: 240, height: 160 })),
    )
    const boxes = [{ left: 10, top: 10, width: 40, height: 30 }]
    return (await workspace.attachments.redact({ id, boxes })).attachment
  }
  const [redactedPhoto, bare] = [await redact(41), await redact(42)]
  await workspace.attachments.removeRedaction({ id: bare.id })
  const barePhoto = { id: bare.id, redactionId: present(bare.redaction).id }
  const template = await posts.addTemplate(templateOf('Templat satu'))
  const removedTemplate = await posts.addTemplate(templateOf('Templat dua'))
  await posts.removeTemplate({ id: removedTemplate.id })
  const complaint = await workspace.complaints.add({
    fields: complaintFields({ what: 'Papan tanda jatuh' }),
    complainant: { kind: 'new', contact: contact('Puan Zainab') },
  })
  const anonymousComplaint = await workspace.complaints.add({
    fields: complaintFields({ what: 'Lampu padam' }),
    complainant: { kind: 'anonymous' },
  })
  const waitingComplaint = await workspace.complaints.add({
    fields: complaintFields({ what: 'Longkang tersumbat' }),
    complainant: { kind: 'anonymous' },
  })
  const { id: waitingId } = waitingComplaint
  const acknowledged = { at: complaintFields().receivedAt, how: 'Telefon' }
  await workspace.complaints.meetClock({ id: waitingId, clock: 'acknowledge', ...acknowledged })
  await workspace.complaints.pause({ id: waitingId, reason: 'Menunggu', expected: null })
  const tell = (text: string) => workspace.complaints.addNote({ id: complaint.id, text })
  const [complaintNote, removedComplaintNote] = [await tell('Satu'), await tell('Dua')]
  await workspace.complaints.removeNote({ eventId: removedComplaintNote.id })
  const tied = await furnishTies(workspace)
  const saved = { id: present(begun).id, base: 1, content: blankContent('Enam', 'text') }

  const made = await workspace.images.fix({
    items: [{ of: { where: 'check', checkId: present(check).id }, crop: null }],
    choices: {
      ...{ width: 600, height: 600, way: 'fill', backdrop: { kind: 'edge' } },
      ...{ format: 'auto', maxBytes: null },
    },
    kind: 'photo',
    save: { check: true, disk: null },
  })
  const resultId = present(made.results[0]?.made?.checkId)
  return {
    person,
    holiday: present(holiday),
    changedHoliday,
    importedHolidays: present(importedHolidays),
    removedHoliday,
    withPin,
    result: await workspace.images.check({ id: resultId }),
    rules: await workspace.images.rules({}),
    check: present(check),
    repeated: present(repeated),
    kept: present(one),
    ...(await decisions(workspace, join(drop, 'pasangan'))),
    trashed: present(other),
    account: present(account),
    retired: present(retired),
    snapshot,
    removedSnapshot,
    ...{ attachment, removedAttachment, redactedPhoto, barePhoto },
    ...{ complaint, anonymousComplaint, waitingComplaint, complaintNote, removedComplaintNote },
    ...tied,
    cases: await furnishCases(test, answered),
    cycle: present(cycle),
    archivedCycle,
    checklists: await furnishFrameworks(test),
    assessed: await furnishAssessments(test, withPin.id),
    held: await furnishCampaigns(test, withPin.id),
    ...{ note, removedNote, usedNote, term, removedTerm, usedTerm },
    segments,
    post: present(planned),
    heldPost: present(held),
    trashedPost: present(trashed),
    spentPost: present(spent),
    savedPost: await posts.save(saved),
    approval: await approve(workspace, written),
    takenBack: await signOnPaper(workspace, written),
    ...(await startSeries(workspace)),
    ...(await comments(workspace, present(planned).id)),
    ownView: await posts.saveView({ name: 'Sendiri', definition: viewOf('satu') }),
    sharedView: await posts.shareView({ name: 'Semua', definition: viewOf('dua') }),
    removedView: await removeOwn(posts),
    removedSharedView: await removeShared(posts),
    ...{ template, removedTemplate },
    usedAccount: await usedAccount(workspace),
    published: await publish(workspace, await usedAccount(workspace)),
    imported: await importSheet(workspace),
    importedResults: await importResults(workspace),
    spareBatch,
  }
}

/** Two pairs in the library that were said to be different, of which one word was taken back. */
async function decisions({ images }: TestWorkspace['workspace'], folder: string) {
  const said = []
  for (const seed of [4, 5]) {
    const pair = join(folder, String(seed))
    await mkdir(pair, { recursive: true })
    await writeFile(join(pair, 'a.png'), await encodeScene(seed))
    await writeFile(
      join(pair, 'b.jpg'),
      await open(await scene(seed))
        .jpeg({ quality: 85 })
        .toBuffer(),
    )
    const { batchId } = await images.checkFiles({ paths: [pair], kind: 'poster' })
    const [one, other] = (await images.checks({ batchId })).map(({ id }) => id)
    const pairs = [{ checkId: present(other), of: present(one) }]
    await images.decideRepeat({ pairs, outcome: 'different', reason: 'Edisi lain' })
    const { kept } = await images.keep({ ids: [present(one), present(other)] })
    const image = await images.libraryImage({ id: present(kept[1]).imageId })
    said.push(present(image.decisions[0]))
  }
  const [keptDecision, forgotten] = said
  await images.forgetDecision({ id: present(forgotten).id })
  return { keptDecision: present(keptDecision), forgottenDecision: present(forgotten) }
}

async function removeOwn({ saveView, removeView }: TestWorkspace['workspace']['posts']) {
  const view = await saveView({ name: 'Lama', definition: viewOf('tiga') })
  return removeView({ id: view.id })
}

async function removeShared({ shareView, removeSharedView }: TestWorkspace['workspace']['posts']) {
  const view = await shareView({ name: 'Lama', definition: viewOf('empat') })
  return removeSharedView({ id: view.id })
}
