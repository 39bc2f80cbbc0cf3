import type {
  assessmentEvidence,
  AssessmentEvidence,
  NewEvidence,
} from '#contract/assessmentEvidence'
import { AssessmentId, EvidenceId, EvidenceUseId } from '#contract/assessmentIds'
import { AssessmentState } from '#contract/assessments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { OwnerGuards } from '../../attachments/rules/owner.ts'
import { findByNumber } from '../../complaints/queries/known.ts'
import { readNumber } from '../../complaints/rules/number.ts'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { imageRow } from '../../images/queries/library.ts'
import { postTitle } from '../../posts/queries/owners.ts'
import type { EvidenceRow } from '../assessmentTables.ts'
import { listAssessments, type AssessmentHead } from '../queries/assessments.ts'
import {
  findUse,
  insertEvidence,
  insertUse,
  setUseRemoved,
  standingOf,
  useAt,
  usesEverywhere,
} from '../queries/evidence.ts'
import { controlsOf } from '../queries/reading.ts'
import { askedIn, openAssessment } from './assessed.ts'

/** What answers rest on. */
export const evidenceHandlers: SliceHandlers<typeof assessmentEvidence, Contexts> = {
  async addEvidence(context, { id, key, evidence }) {
    const { db, writer, newId, clock, actor, record } = context
    await askedIn(db, id, key)
    const columns = await columnsOf(db, evidence)
    const evidenceId = EvidenceId.parse(newId())
    await insertEvidence(writer, {
      ...{ id: evidenceId, ...columns, added_at: clock.now(), added_by: actor.id },
    })
    record('evidence', evidenceId, ['kind', 'title'])
    return use(context, { id, key }, evidenceId)
  },

  async reuseEvidence(context, { id, key, evidenceId }) {
    const { db, writer, record } = context
    await askedIn(db, id, key)
    if ((await standingOf(db, evidenceId)) === null) {
      throw new WorkspaceError('compliance.unknown-evidence')
    }
    const there = await useAt(db, { id, key }, evidenceId)
    if (there === null) return use(context, { id, key }, evidenceId)
    if (there.removed_at === null) throw new WorkspaceError('compliance.evidence-there')
    await setUseRemoved(writer, there.id, null)
    record('evidence_use', there.id, ['removed_at'])
    return knownUse(db, EvidenceUseId.parse(there.id))
  },

  removeEvidence: (context, { useId }) => setRemoved(context, useId, true),
  bringBackEvidence: (context, { useId }) => setRemoved(context, useId, false),

  async evidenceElsewhere({ db }, { id, key }) {
    await openAssessment(db, id)
    const heads = await headsById(db)
    const clauses = new Map<string, string>()
    for (const version of new Set([...heads.values()].map(({ pinned }) => pinned.id))) {
      for (const control of await controlsOf(db, version)) clauses.set(control.key, control.clause)
    }
    const uses = await usesEverywhere(db)
    const here = uses.filter((each) => each.assessmentId === id && each.key === key)
    const known = new Set(here.map(({ evidence }) => evidence.id))
    const sorted = [
      ...uses.filter((each) => each.key === key),
      ...uses.filter((each) => each.key !== key),
    ]
    return sorted.flatMap(({ evidence, assessmentId, key: at }) => {
      const head = heads.get(assessmentId)
      if (head === undefined || known.has(evidence.id)) return []
      known.add(evidence.id)
      const { subject, subjectName, period } = head
      return [{ evidence, clause: clauses.get(at) ?? '', subject, subjectName, period }]
    })
  },
}

/** Files of a piece of evidence, as long as an open assessment rests on it. */
export const evidenceOwners: Pick<OwnerGuards, 'evidence'> = {
  evidence: {
    async refuseChange(db, id) {
      const standing = await standingOf(db, id)
      if (standing === null) throw new WorkspaceError('compliance.unknown-evidence')
      if (!standing.isOpen) throw new WorkspaceError('compliance.evidence-frozen')
    },
  },
}

async function use(
  { db, writer, newId, clock, actor, record }: CommandContext,
  { id, key }: { readonly id: AssessmentId; readonly key: string },
  evidenceId: EvidenceId,
): Promise<AssessmentEvidence> {
  const useId = EvidenceUseId.parse(newId())
  await insertUse(writer, {
    ...{ id: useId, evidence_id: evidenceId, assessment_id: id, control_key: key },
    ...{ added_at: clock.now(), added_by: actor.id, removed_at: null },
  })
  record('evidence_use', useId, ['evidence_id', 'assessment_id', 'control_key'])
  return knownUse(db, useId)
}

async function setRemoved(
  { db, writer, clock, record }: CommandContext,
  useId: EvidenceUseId,
  removed: boolean,
): Promise<AssessmentEvidence> {
  const found = await findUse(db, useId)
  if (found === null) throw new WorkspaceError('compliance.unknown-evidence')
  const { assessment_id, removed_at } = found.row
  await openAssessment(db, AssessmentId.parse(assessment_id))
  if (removed && removed_at !== null) throw new WorkspaceError('compliance.unknown-evidence')
  if (!removed && removed_at === null) {
    throw new WorkspaceError('compliance.evidence-not-removed')
  }
  await setUseRemoved(writer, useId, removed ? clock.now() : null)
  record('evidence_use', useId, ['removed_at'])
  return knownUse(db, useId)
}

async function knownUse(db: Reader, id: EvidenceUseId): Promise<AssessmentEvidence> {
  const found = await findUse(db, id)
  if (found === null) throw new WorkspaceError('compliance.unknown-evidence')
  return found.use
}

type Columns = Omit<EvidenceRow, 'id' | 'added_at' | 'added_by'>

/**
 * What is kept of a new piece. Of a post and an image also what it is called now: so much is left of
 * it should it go.
 * @throws WorkspaceError `posts.unknown`, `images.unknown`, `complaints.unknown`
 */
async function columnsOf(db: Reader, evidence: NewEvidence): Promise<Columns> {
  const none = { title: null, url: null, post_id: null, complaint_number: null, image_id: null }
  switch (evidence.kind) {
    case 'file':
      return { ...none, kind: 'file', title: evidence.title }
    case 'link':
      return { ...none, kind: 'link', title: evidence.title, url: evidence.url }
    case 'post': {
      const title = await postTitle(db, evidence.postId)
      if (title === null) throw new WorkspaceError('posts.unknown')
      return { ...none, kind: 'post', title, post_id: evidence.postId }
    }
    case 'complaint': {
      const number = readNumber(evidence.number)
      if (number === null || (await findByNumber(db, number)) === null) {
        throw new WorkspaceError('complaints.unknown')
      }
      return { ...none, kind: 'complaint', complaint_number: number }
    }
    case 'image': {
      const image = await imageRow(db, evidence.imageId)
      if (image === null) throw new WorkspaceError('images.unknown')
      return { ...none, kind: 'image', title: image.name, image_id: evidence.imageId }
    }
  }
}

async function headsById(db: Reader): Promise<Map<AssessmentId, AssessmentHead>> {
  const filter = { subject: null, frameworkId: null }
  const heads: AssessmentHead[] = []
  for (const state of AssessmentState.exclude(['removed']).options) {
    heads.push(...(await listAssessments(db, { ...filter, state })))
  }
  return new Map(heads.map((head) => [head.id, head]))
}
