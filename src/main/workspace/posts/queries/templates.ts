import {
  PostTemplate,
  TemplateContent,
  type TemplateFields,
  type TemplateId,
} from '#contract/postTemplates'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostTemplateRow } from '../tables.ts'

/** The templates in use, by name. */
export async function listTemplates(db: Reader): Promise<PostTemplate[]> {
  const rows = await db
    .selectFrom('post_template')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy((e) => e.fn<string>('lower', ['name']))
    .orderBy('id')
    .execute()
  return rows.map(toTemplate)
}

/** Templates that were taken out, the latest first. */
export async function removedTemplates(
  db: Reader,
): Promise<(PostTemplate & { removedAt: Instant })[]> {
  const rows = await db
    .selectFrom('post_template')
    .selectAll()
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) =>
    row.removed_at === null ? [] : [{ ...toTemplate(row), removedAt: row.removed_at }],
  )
}

export async function findTemplate(
  db: Reader,
  id: TemplateId,
): Promise<{ template: PostTemplate; removed: boolean } | null> {
  const row = await db
    .selectFrom('post_template')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { template: toTemplate(row), removed: row.removed_at !== null }
}

/** What became of the shipped templates that were ever brought in, by key; removed ones too. */
export async function shippedTemplateRows(
  db: Reader,
): Promise<ReadonlyMap<string, { readonly id: TemplateId; readonly content: TemplateContent }>> {
  const rows = await db
    .selectFrom('post_template')
    .select(['id', 'shipped_key', 'content'])
    .where('shipped_key', 'is not', null)
    .execute()
  return new Map(
    rows.map(({ id, shipped_key, content }) => [
      shipped_key ?? '',
      { id, content: TemplateContent.parse(JSON.parse(content)) },
    ]),
  )
}

export async function updateTemplateContent(
  db: Writer,
  id: TemplateId,
  content: TemplateContent,
): Promise<void> {
  await db
    .updateTable('post_template')
    .set({ content: JSON.stringify(content) })
    .where('id', '=', id)
    .execute()
}

/** @param shippedKey null for one of the office's own */
export async function insertTemplate(
  db: Writer,
  { id, clause, ...fields }: PostTemplate,
  shippedKey: string | null,
): Promise<void> {
  await db
    .insertInto('post_template')
    .values({ id, clause, shipped_key: shippedKey, removed_at: null, ...columnsOfTemplate(fields) })
    .execute()
}

export async function updateTemplate(
  db: Writer,
  id: TemplateId,
  fields: TemplateFields,
): Promise<void> {
  await db
    .updateTable('post_template')
    .set(columnsOfTemplate(fields))
    .where('id', '=', id)
    .execute()
}

export async function setTemplateRemoved(
  db: Writer,
  id: TemplateId,
  at: Instant | null,
): Promise<void> {
  await db.updateTable('post_template').set({ removed_at: at }).where('id', '=', id).execute()
}

/** What a person says of a template, as it is kept. */
export function columnsOfTemplate(fields: TemplateFields) {
  const { name, phaseNumber, content, slot, time, requested, delivered } = fields
  const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
  return {
    ...{ name, time, phase_number: phaseNumber, content: JSON.stringify(content) },
    ...{ slot: json(slot), requested: json(requested), delivered: json(delivered) },
  } satisfies Partial<PostTemplateRow>
}

function toTemplate(row: PostTemplateRow): PostTemplate {
  const read = (json: string | null): unknown => (json === null ? null : JSON.parse(json))
  return PostTemplate.parse({
    ...{ id: row.id, name: row.name, clause: row.clause, phaseNumber: row.phase_number },
    ...{ content: read(row.content), slot: read(row.slot), time: row.time },
    ...{ requested: read(row.requested), delivered: read(row.delivered) },
  })
}
