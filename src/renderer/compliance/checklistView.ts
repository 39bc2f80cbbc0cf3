import {
  ControlFields,
  type ComparedControl,
  type Control,
  type Framework,
  type Measurement,
  type TitlePair,
  type VersionHead,
} from '#contract/frameworks'
import { bySection, type Section } from './sections'

/** Controls of one section, as they are read. */
export interface SectionOfControls extends Section<Control> {
  /** Of them, those that are answered: neither headings nor retired. */
  readonly asked: number
}

/** @param controls as the workspace answers them: sections together, headings first */
export function sectionsOf(controls: readonly Control[]): SectionOfControls[] {
  return bySection(controls, (control) => control).map((section) => {
    const asked = section.controls.filter(
      (each) => each.retired === null && !isHeading(each, controls),
    )
    return { ...section, asked: asked.length }
  })
}

export function isHeading({ key }: Control, controls: readonly Control[]): boolean {
  return controls.some(({ parent }) => parent === key)
}

/** Whether a control can go up (-1) or down (1) among those beside it. */
export function canMove(controls: readonly Control[], control: Control, by: -1 | 1): boolean {
  const beside = controls.filter(
    ({ parent, section }) => parent === control.parent && section.ms === control.section.ms,
  )
  return beside[beside.findIndex(({ key }) => key === control.key) + by] !== undefined
}

/** The version that is read where none was chosen: the draft, else the newest. */
export function shownVersion({ versions }: Framework, chosen: string | null): VersionHead | null {
  return versions.find(({ id }) => id === chosen) ?? versions[0] ?? null
}

/** Those in use by where they come from; what was removed apart. */
export function groupsOf(all: readonly Framework[]) {
  const used = all.filter(({ removed }) => !removed)
  return {
    shipped: used.filter(({ shipped }) => shipped !== null),
    own: used.filter(({ shipped }) => shipped === null),
    removed: all.filter(({ removed }) => removed),
  }
}

export type ShownChanges = 'changes' | 'all'

export function changesIn(
  compared: readonly ComparedControl[],
  shown: ShownChanges,
): ComparedControl[] {
  return compared.filter(({ change }) => shown === 'all' || change !== 'same')
}

/** What is typed into the form of a control, as it is typed. */
export interface ControlDraft {
  clause: string
  sectionMs: string
  sectionEn: string
  questionMs: string
  questionEn: string
  evidenceMs: string
  evidenceEn: string
  weight: '0' | '1' | '2' | '3'
  scope: Control['scope']
  measurement: Measurement | ''
  noteMs: string
  noteEn: string
}

export function draftOf(control: Control): ControlDraft {
  return {
    clause: control.clause,
    ...{ sectionMs: control.section.ms, sectionEn: control.section.en },
    ...{ questionMs: control.question.ms, questionEn: control.question.en },
    ...{ evidenceMs: control.evidence.ms, evidenceEn: control.evidence.en },
    weight: String(control.weight) as ControlDraft['weight'],
    scope: control.scope,
    measurement: control.measurement ?? '',
    ...{ noteMs: control.note?.ms ?? '', noteEn: control.note?.en ?? '' },
  }
}

/** A new control stands in the section of the one that was read last. */
export function emptyDraft(section: TitlePair | undefined): ControlDraft {
  return {
    clause: '',
    ...{ sectionMs: section?.ms ?? '', sectionEn: section?.en ?? '' },
    ...{ questionMs: '', questionEn: '', evidenceMs: '', evidenceEn: '', noteMs: '', noteEn: '' },
    ...{ weight: '2', scope: 'account', measurement: '' },
  }
}

const needed = [
  ...(['clause', 'sectionMs', 'sectionEn', 'questionMs'] as const),
  ...(['questionEn', 'evidenceMs', 'evidenceEn'] as const),
]
export type ControlGap = (typeof needed)[number] | 'note'

/** What stands in the way of saving a draft. */
export function gapsOf(draft: ControlDraft): ControlGap[] {
  const empty = needed.filter((name) => draft[name].trim() === '')
  const isHalf = (draft.noteMs.trim() === '') !== (draft.noteEn.trim() === '')
  return isHalf ? [...empty, 'note'] : empty
}

/** What a draft says; null while something is missing or too long. */
export function fieldsOf(draft: ControlDraft): ControlFields | null {
  if (gapsOf(draft).length > 0) return null
  const parsed = ControlFields.safeParse({
    clause: draft.clause,
    section: { ms: draft.sectionMs, en: draft.sectionEn },
    question: { ms: draft.questionMs, en: draft.questionEn },
    evidence: { ms: draft.evidenceMs, en: draft.evidenceEn },
    weight: Number(draft.weight),
    scope: draft.scope,
    measurement: draft.measurement === '' ? null : draft.measurement,
    note: draft.noteMs.trim() === '' ? null : { ms: draft.noteMs, en: draft.noteEn },
  })
  return parsed.success ? parsed.data : null
}
