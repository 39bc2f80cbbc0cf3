import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { NoteId, type CalendarNote, type planning } from '#contract/planning'
import type { Contexts } from '../context.ts'
import type { Reader } from '../database/schema.ts'
import { writeSetting } from '../office/queries.ts'
import { holdHandlers } from './holds.ts'
import {
  columnsOf,
  findNote,
  insertNote,
  notesBetween,
  removedNotes,
  setNoteRemoved,
  updateNote,
} from './queries/notes.ts'
import { planningSetting, readPlanningSettings } from './queries/settings.ts'
import { termHandlers } from './terms.ts'

export const planningHandlers: SliceHandlers<typeof planning, Contexts> = {
  ...holdHandlers,
  ...termHandlers,

  notes: ({ db }, { from, to }) => notesBetween(db, from, to),
  removedNotes: ({ db }) => removedNotes(db),

  async addNote({ writer, newId, record }, fields) {
    const id = NoteId.parse(newId())
    await insertNote(writer, id, fields)
    record('calendar_note', id, Object.keys(columnsOf(fields)))
    return { id, ...fields }
  },

  async changeNote({ db, writer, record }, { id, fields }) {
    const before = new Map(Object.entries(columnsOf(await present(db, id))))
    await updateNote(writer, id, fields)
    const changed = Object.entries(columnsOf(fields)).filter(
      ([column, value]) => before.get(column) !== value,
    )
    record(
      'calendar_note',
      id,
      changed.map(([column]) => column),
    )
    return { id, ...fields }
  },

  async removeNote({ db, writer, clock, record }, { id }) {
    await present(db, id)
    await setNoteRemoved(writer, id, clock.now())
    record('calendar_note', id, ['removed_at'])
    return { id }
  },

  async restoreNote({ db, writer, record }, { id }) {
    const found = await findNote(db, id)
    if (found === null) throw new WorkspaceError('planning.unknown-note')
    if (!found.removed) throw new WorkspaceError('planning.not-removed')
    await setNoteRemoved(writer, id, null)
    record('calendar_note', id, ['removed_at'])
    return found.note
  },

  settings: ({ db }) => readPlanningSettings(db),

  async changeSettings({ writer, record }, settings) {
    await writeSetting(writer, planningSetting, settings)
    record('setting', planningSetting, ['value'])
    return settings
  },
}

async function present(db: Reader, id: NoteId): Promise<CalendarNote> {
  const found = await findNote(db, id)
  if (found === null || found.removed) throw new WorkspaceError('planning.unknown-note')
  return found.note
}
