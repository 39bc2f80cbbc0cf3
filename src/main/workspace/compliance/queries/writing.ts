import type { Control, FrameworkId, FrameworkVersionId } from '#contract/frameworks'
import type { Instant } from '#contract/values'
import type { Writer } from '../../database/schema.ts'
import type { FrameworkRow, FrameworkVersionRow } from '../tables.ts'
import { columnsOf, rowOf } from './controlRows.ts'

/** Rows of one statement: well below what a database takes as parameters. */
const rowsAtOnce = 100

export async function insertFramework(db: Writer, row: FrameworkRow): Promise<void> {
  await db.insertInto('framework').values(row).execute()
}

export async function setFrameworkRemoved(
  db: Writer,
  id: FrameworkId,
  removed_at: Instant | null,
): Promise<void> {
  await db.updateTable('framework').set({ removed_at }).where('id', '=', id).execute()
}

/** A version with its controls in the order given. */
export async function insertVersion(
  db: Writer,
  row: FrameworkVersionRow,
  controls: readonly Control[],
  newId: () => string,
): Promise<void> {
  await db.insertInto('framework_version').values(row).execute()
  const rows = controls.map((control, place) => rowOf(row.id, newId(), control, place))
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await db
      .insertInto('framework_control')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute()
  }
}

export async function updateVersion(
  db: Writer,
  id: FrameworkVersionId,
  changes: Partial<Omit<FrameworkVersionRow, 'id' | 'framework_id'>>,
): Promise<void> {
  await db.updateTable('framework_version').set(changes).where('id', '=', id).execute()
}

/** Appends a control to a draft. */
export async function insertControl(
  db: Writer,
  version: FrameworkVersionId,
  id: string,
  control: Control,
): Promise<void> {
  const last = await db
    .selectFrom('framework_control')
    .select((e) => e.fn.max<number | null>('place').as('place'))
    .where('version_id', '=', version)
    .executeTakeFirst()
  const place = (last?.place ?? -1) + 1
  await db
    .insertInto('framework_control')
    .values(rowOf(version, id, control, place))
    .execute()
}

/**
 * Puts a control of a draft in the place of the one of its key.
 * @returns the id of its row
 */
export async function replaceControl(
  db: Writer,
  version: FrameworkVersionId,
  control: Control,
): Promise<string> {
  const { id } = await db
    .updateTable('framework_control')
    .set(columnsOf(control))
    .where('version_id', '=', version)
    .where('control_key', '=', control.key)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Gives the controls of a draft their places, in the order of the keys.
 * @returns the ids of the rows that moved
 */
export async function placeControls(
  db: Writer,
  version: FrameworkVersionId,
  keys: readonly string[],
): Promise<string[]> {
  const moved: string[] = []
  for (const [place, key] of keys.entries()) {
    const rows = await db
      .updateTable('framework_control')
      .set({ place })
      .where('version_id', '=', version)
      .where('control_key', '=', key)
      .where('place', '!=', place)
      .returning('id')
      .execute()
    moved.push(...rows.map(({ id }) => id))
  }
  return moved
}
