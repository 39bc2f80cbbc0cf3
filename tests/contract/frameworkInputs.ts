import type { Contract } from '#contract/index'
import { assessmentInputs } from './assessmentInputs.ts'
import type { InputsOf } from './commandInputs.ts'
import { marker } from './marker.ts'

/** A valid input for every command about checklists; each changes something. */
export const frameworkInputs: InputsOf<Contract['compliance']> = {
  copy: ({ checklists: { shippedVersion } }) => ({
    ...{ id: shippedVersion, title: { ms: `Semakan ${marker}`, en: `Check ${marker}` } },
  }),
  remove: ({ checklists: { removable } }) => ({ id: removable.id }),
  bringBack: ({ checklists: { removed } }) => ({ id: removed.id }),
  startDraft: ({ checklists: { published } }) => ({ id: published.id }),
  discardDraft: ({ checklists: { discarding } }) => ({ id: discarding.id }),
  bringBackDraft: ({ checklists: { discardedDraft } }) => ({ id: discardedDraft }),
  changeTitle: ({ checklists: { drafted } }) => ({
    ...{ id: drafted.id, title: { ms: `Nama ${marker}`, en: `Name ${marker}` } },
  }),
  addControl: ({ checklists: { drafted, control } }) => ({
    frameworkId: drafted.id,
    fields: { ...control, clause: `Pekeliling ${marker}` },
  }),
  changeControl: ({ checklists: { drafted, control } }) => ({
    ...{ frameworkId: drafted.id, key: control.key },
    fields: { ...control, clause: `Klausa ${marker}` },
  }),
  retireControl: ({ checklists: { drafted, control } }) => ({
    ...{ frameworkId: drafted.id, key: control.key, reason: `Sebab ${marker}` },
  }),
  bringBackControl: ({ checklists: { drafted, retiredControl } }) => ({
    ...{ frameworkId: drafted.id, key: retiredControl.key },
  }),
  moveControl: ({ checklists: { drafted, control } }) => ({
    ...{ frameworkId: drafted.id, key: control.key, by: 1 },
  }),
  publish: ({ checklists: { publishable } }) => ({ id: publishable.id }),
  changeMeasureSettings: () => ({ metAt: 90, partlyAt: 60 }),
  ...assessmentInputs,
}
