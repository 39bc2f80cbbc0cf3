import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { placeholdersIn } from '#contract/placeholders'
import {
  TemplateId,
  type PostTemplate,
  type postTemplates,
  type TemplateFields,
} from '#contract/postTemplates'
import type { PlainDate } from '#contract/values'
import type { Contexts } from '../../context.ts'
import { listCycles } from '../../cycles/queries.ts'
import { phaseOn } from '../../cycles/rules/phases.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { openKnown } from './known.ts'
import {
  columnsOfTemplate,
  findTemplate,
  insertTemplate,
  listTemplates,
  removedTemplates,
  setTemplateRemoved,
  updateTemplate,
} from '../queries/templates.ts'
import { contentOfTemplate, fillTemplate } from '../rules/template.ts'

/** Templates of posts: kept by who plans, used by whoever writes. */
export const templateHandlers: SliceHandlers<typeof postTemplates, Contexts> = {
  templates: ({ db }) => listTemplates(db),
  removedTemplates: ({ db }) => removedTemplates(db),

  async addTemplate({ db, writer, newId, record }, fields) {
    await refuseUnsound(db, fields, null)
    const template = { ...fields, id: TemplateId.parse(newId()), clause: '' }
    await insertTemplate(writer, template, null)
    record('post_template', template.id, Object.keys(columnsOfTemplate(fields)))
    return template
  },

  async changeTemplate({ db, writer, record }, { id, fields }) {
    const before = await present(db, id)
    await refuseUnsound(db, fields, before)
    await updateTemplate(writer, id, fields)
    const [had, has] = [columnsOfTemplate(before), columnsOfTemplate(fields)].map(Object.entries)
    const changed = (has ?? []).filter(([, value], place) => value !== had?.[place]?.[1])
    record('post_template', id, changed.length === 0 ? ['name'] : changed.map(([name]) => name))
    return { ...fields, id, clause: before.clause }
  },

  async removeTemplate({ db, writer, clock, record }, { id }) {
    await present(db, id)
    await setTemplateRemoved(writer, id, clock.now())
    record('post_template', id, ['removed_at'])
    return { id }
  },

  async restoreTemplate({ db, writer, record }, { id }) {
    const found = await findTemplate(db, id)
    if (found === null) throw new WorkspaceError('posts.unknown-template')
    if (!found.removed) throw new WorkspaceError('posts.template-not-removed')
    await refuseTaken(db, found.template.name, id)
    await setTemplateRemoved(writer, id, null)
    record('post_template', id, ['removed_at'])
    return found.template
  },

  async fromTemplate({ db }, { id, programme, day }) {
    const template = await present(db, id)
    const calendar = await openDays(db)
    const cycles = await listCycles(db)
    const phaseOfDay = (on: PlainDate) => phaseOn(cycles, on)
    return fillTemplate(template, programme, day, { calendar, phaseOn: phaseOfDay })
  },
}

async function present(db: Reader, id: TemplateId): Promise<PostTemplate> {
  const found = await findTemplate(db, id)
  if (found === null || found.removed) throw new WorkspaceError('posts.unknown-template')
  return found.template
}

/**
 * @throws WorkspaceError `posts.unknown-placeholder` for what nothing could fill, `posts.unknown-key`,
 *   `posts.template-name-taken`
 */
async function refuseUnsound(
  db: Reader,
  { name, content }: TemplateFields,
  before: PostTemplate | null,
): Promise<void> {
  const { unknown } = placeholdersIn(content)
  if (unknown.length > 0) {
    throw new WorkspaceError('posts.unknown-placeholder', { names: unknown.join(', ') })
  }
  const had = before === null ? null : contentOfTemplate(before.content)
  await (await openKnown(db)).refuseUnsound(contentOfTemplate(content), had)
  await refuseTaken(db, name, before?.id ?? null)
}

/** Two of one name could not be told apart where one is chosen. */
async function refuseTaken(db: Reader, name: string, own: TemplateId | null): Promise<void> {
  const others = (await listTemplates(db)).filter(({ id }) => id !== own)
  if (others.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
    throw new WorkspaceError('posts.template-name-taken')
  }
}
