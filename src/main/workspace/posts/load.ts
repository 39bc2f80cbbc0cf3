import { z } from 'zod'
import { TemplateContent, TemplateFields, TemplateId } from '#contract/postTemplates'
import { ReferenceKey } from '#contract/reference'
import { Line } from '#contract/values'
import shippedFile from '../../../../resources/reference/post-templates.json' with { type: 'json' }
import type { Subject } from '../audit.ts'
import { readerOf, type Writer } from '../database/schema.ts'
import {
  columnsOfTemplate,
  insertTemplate,
  listTemplates,
  shippedTemplateRows,
  updateTemplateContent,
} from './queries/templates.ts'

/** A template as `resources/reference/post-templates.json` has it. */
const ShippedTemplate = TemplateFields.omit({ name: true }).extend({
  key: ReferenceKey,
  ms: Line,
  en: Line,
  clause: Line,
  /** What stood in its content up to a version of the file, where that was put right since. */
  corrected: z
    .array(z.object({ version: z.number().int().positive(), was: TemplateContent.partial() }))
    .default([]),
})
export type ShippedTemplate = z.infer<typeof ShippedTemplate>

/** The templates that the application ships. */
export function shippedTemplates(): readonly ShippedTemplate[] {
  const file = z.object({ version: z.number().int().positive(), items: z.array(ShippedTemplate) })
  return file.parse(shippedFile).items
}

/**
 * Brings each shipped template in once, in the caller's transaction. From then on it is the
 * office's: no update writes over what was typed, and one that was removed does not come back. One
 * whose name the office gave to a template of its own is left out. What was wrong in a content that
 * nobody touched is put right.
 * @returns the rows that were added or put right, for the audit log
 */
export async function loadTemplates(
  db: Writer,
  newId: () => string,
  shipped: readonly ShippedTemplate[] = shippedTemplates(),
): Promise<Subject[]> {
  const reader = readerOf(db)
  const known = await shippedTemplateRows(reader)
  const names = new Set((await listTemplates(reader)).map(({ name }) => name.toLowerCase()))
  const subjects: Subject[] = []
  // The pages of BKK are Malay first: templates write posts, and posts are in Malay.
  for (const { key, ms, en: _, clause, corrected, ...rest } of shipped) {
    const before = known.get(key)
    if (before !== undefined) {
      const { id, content } = before
      const isUntouched = corrected.some(({ was }) =>
        sameContent(content, { ...rest.content, ...was }),
      )
      if (!isUntouched) continue
      await updateTemplateContent(db, id, rest.content)
      subjects.push({ table: 'post_template', id, fields: ['content'] })
    } else if (!names.has(ms.toLowerCase())) {
      const template = { ...rest, name: ms, clause, id: TemplateId.parse(newId()) }
      await insertTemplate(db, template, key)
      const fields = Object.keys(columnsOfTemplate(template))
      subjects.push({ table: 'post_template', id: template.id, fields })
    }
  }
  return subjects
}

/** Whatever order their fields were written in. */
function sameContent(one: object, other: object): boolean {
  const written = (content: object) => JSON.stringify(TemplateContent.parse(content))
  return written(one) === written(other)
}
