import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Control, FrameworkId, FrameworkVersion, frameworks } from '#contract/frameworks'
import type { CommandContext, Contexts } from '../../context.ts'
import { columnsOf } from '../queries/controlRows.ts'
import { insertControl, placeControls, replaceControl } from '../queries/writing.ts'
import { arranged, isHeading, neighbour } from '../rules/content.ts'
import { draftOf } from './known.ts'

type ControlCalls = Pick<
  typeof frameworks,
  'addControl' | 'changeControl' | 'retireControl' | 'bringBackControl' | 'moveControl'
>

/** Controls of a draft. */
export const controlHandlers: SliceHandlers<ControlCalls, Contexts> = {
  async addControl(context, { frameworkId, fields }) {
    const { db, writer, newId, record } = context
    const draft = await draftOf(db, frameworkId)
    if (fields.weight === 0) throw new WorkspaceError('compliance.heading-weight')
    const own = { parent: null, standsFor: [], supersedes: [], retired: null }
    const control: Control = { ...fields, ...own, key: `office-${newId()}` }
    const id = newId()
    await insertControl(writer, draft.id, id, control)
    record('framework_control', id, ['control_key', 'place', ...Object.keys(columnsOf(control))])
    return control
  },

  async changeControl(context, { frameworkId, key, fields }) {
    const { draft, control } = await inDraft(context, frameworkId, key)
    if ((fields.weight === 0) !== isHeading(control, draft.controls)) {
      throw new WorkspaceError('compliance.heading-weight')
    }
    const heading = draft.controls.find((each) => each.key === control.parent)
    const changed = { ...control, ...fields, section: heading?.section ?? fields.section }
    await put(context, draft, changed, changedColumns(control, changed))
    for (const below of under(draft, key)) {
      const moved = { ...below, section: changed.section }
      await put(context, draft, moved, changedColumns(below, moved))
    }
    return changed
  },

  async retireControl(context, { frameworkId, key, reason }) {
    const { draft, control } = await inDraft(context, frameworkId, key)
    if (control.retired !== null) throw new WorkspaceError('compliance.already-retired')
    const retired = { ...control, retired: reason }
    await put(context, draft, retired, ['retired_reason'])
    for (const below of under(draft, key)) {
      if (below.retired !== null) continue
      await put(context, draft, { ...below, retired: reason }, ['retired_reason'])
    }
    return retired
  },

  async bringBackControl(context, { frameworkId, key }) {
    const { draft, control } = await inDraft(context, frameworkId, key)
    if (control.retired === null) throw new WorkspaceError('compliance.not-retired')
    const back = { ...control, retired: null }
    await put(context, draft, back, ['retired_reason'])
    // With a heading comes back what went with it; a control below one needs its heading.
    const along = draft.controls.filter(
      ({ key: other, parent, retired }) =>
        (parent === key && retired === control.retired) ||
        (other === control.parent && retired !== null),
    )
    for (const each of along) {
      await put(context, draft, { ...each, retired: null }, ['retired_reason'])
    }
    return back
  },

  async moveControl(context, { frameworkId, key, by }) {
    const { draft, control } = await inDraft(context, frameworkId, key)
    const other = neighbour(draft.controls, key, by)
    if (other === null) throw new WorkspaceError('compliance.end-of-section')
    const places = new Map([
      [control.key, other],
      [other.key, control],
    ])
    const order = arranged(draft.controls.map((each) => places.get(each.key) ?? each))
    const keys = order.map((each) => each.key)
    const rows = await placeControls(context.writer, draft.id, keys)
    for (const row of rows) context.record('framework_control', row, ['place'])
    return control
  },
}

async function inDraft({ db }: CommandContext, id: FrameworkId, key: string) {
  const draft = await draftOf(db, id)
  const control = draft.controls.find((each) => each.key === key)
  if (control === undefined) throw new WorkspaceError('compliance.unknown-control')
  return { draft, control }
}

function under({ controls }: FrameworkVersion, key: string): Control[] {
  return controls.filter(({ parent }) => parent === key)
}

function changedColumns(before: Control, after: Control): string[] {
  const was = new Map<string, unknown>(Object.entries(columnsOf(before)))
  const columns = Object.entries(columnsOf(after))
  return columns.filter(([column, value]) => was.get(column) !== value).map(([column]) => column)
}

/** Writes a control where it says anything else than before. */
async function put(
  { writer, record }: CommandContext,
  draft: FrameworkVersion,
  control: Control,
  fields: readonly string[],
): Promise<void> {
  if (fields.length === 0) return
  record('framework_control', await replaceControl(writer, draft.id, control), fields)
}
