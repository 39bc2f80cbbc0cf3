import { z } from 'zod'
import { Control, ControlKey } from '#contract/frameworks'
import type { FrameworkControlRow } from '../tables.ts'

const Keys = z.array(ControlKey)

export function toControl(row: FrameworkControlRow): Control {
  return Control.parse({
    key: row.control_key,
    parent: row.parent_key,
    clause: row.clause,
    section: { ms: row.section_ms, en: row.section_en },
    question: { ms: row.question_ms, en: row.question_en },
    evidence: { ms: row.evidence_ms, en: row.evidence_en },
    weight: row.weight,
    scope: row.scope,
    measurement: row.measurement,
    note: row.note_ms === null ? null : { ms: row.note_ms, en: row.note_en },
    standsFor: Keys.parse(JSON.parse(row.stands_for)),
    supersedes: Keys.parse(JSON.parse(row.supersedes)),
    retired: row.retired_reason,
  })
}

/** A control of a version, at its place, as a row. */
export function rowOf(
  version_id: string,
  id: string,
  control: Control,
  place: number,
): FrameworkControlRow {
  return { id, version_id, control_key: control.key, place, ...columnsOf(control) }
}

/** What a control says, as columns. */
export function columnsOf(control: Control) {
  return {
    parent_key: control.parent,
    clause: control.clause,
    section_ms: control.section.ms,
    section_en: control.section.en,
    question_ms: control.question.ms,
    question_en: control.question.en,
    evidence_ms: control.evidence.ms,
    evidence_en: control.evidence.en,
    weight: control.weight,
    scope: control.scope,
    measurement: control.measurement,
    note_ms: control.note?.ms ?? null,
    note_en: control.note?.en ?? null,
    stands_for: JSON.stringify(control.standsFor),
    supersedes: JSON.stringify(control.supersedes),
    retired_reason: control.retired,
  } satisfies Partial<FrameworkControlRow>
}
