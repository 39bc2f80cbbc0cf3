import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { images, LibraryImage } from '#contract/images'
import type { ImageId, Instant } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { writeSetting } from '../../office/queries.ts'
import {
  imagesByIds,
  listLibrary,
  replaceTags,
  tagCounts,
  updateImages,
} from '../queries/library.ts'
import type { ImageRow } from '../tables.ts'
import { judgeAllAgain } from './judging.ts'
import { rulesInForce, rulesSetting } from './rulesSetting.ts'

type Handlers = Pick<
  SliceHandlers<typeof images, Contexts>,
  'library' | 'libraryImage' | 'tags' | 'describe' | 'trash' | 'restore' | 'rules' | 'changeRules'
>

/** The library: finding, describing, trash; and the settings of the check. */
export const libraryHandlers: Handlers = {
  library: ({ db }, filter) => listLibrary(db, filter),

  async libraryImage({ db }, { id }) {
    const [image] = await knownImages(db, [id])
    if (image === undefined) throw new WorkspaceError('images.unknown')
    return image
  },

  tags: ({ db }) => tagCounts(db),

  async describe({ db, writer, record }, { ids, tags, ...described }) {
    await knownImages(db, ids)
    const changes = columnsOf(described)
    if (Object.keys(changes).length > 0) await updateImages(writer, ids, changes)
    if (tags !== undefined) await replaceTags(writer, ids, [...new Set(tags)])
    const fields = [...Object.keys(changes), ...(tags === undefined ? [] : ['tags'])]
    for (const id of ids) record('image', id, fields)
    return imagesByIds(db, ids)
  },

  trash: (context, { ids }) => setTrashed(context, ids, context.clock.now()),
  /**
   * A picture comes back as it was: it is not compared with those that entered the library in the
   * meantime, since a person asks for this very one. Pictures kept from then on are compared with it.
   */
  restore: (context, { ids }) => setTrashed(context, ids, null),

  rules: ({ db }) => rulesInForce(db),

  async changeRules(context, rules) {
    await writeSetting(context.writer, rulesSetting, rules)
    context.record('setting', rulesSetting, ['value'])
    await judgeAllAgain(context, rules)
    return rules
  },
}

type Description = Pick<
  Parameters<Handlers['describe']>[1],
  'name' | 'kind' | 'caption' | 'altText' | 'source' | 'rights'
>

function columnsOf({ name, kind, caption, altText, source, rights }: Description) {
  const changes: Partial<Omit<ImageRow, 'id'>> = {
    ...(name !== undefined && { name }),
    ...(kind !== undefined && { kind }),
    ...(caption !== undefined && {
      programme: caption.programme,
      programme_date: caption.date,
      programme_time: caption.time,
      place: caption.place,
      guests: caption.guests,
    }),
    ...(altText !== undefined && { alt_text: altText }),
    ...(source !== undefined && { source }),
    ...(rights !== undefined && { rights }),
  }
  return changes
}

async function setTrashed(
  { db, writer, record }: CommandContext,
  ids: readonly ImageId[],
  at: Instant | null,
): Promise<LibraryImage[]> {
  await knownImages(db, ids)
  await updateImages(writer, ids, { trashed_at: at })
  for (const id of ids) record('image', id, ['trashed_at'])
  return imagesByIds(db, ids)
}

async function knownImages(db: Reader, ids: readonly ImageId[]): Promise<LibraryImage[]> {
  const found = await imagesByIds(db, ids)
  if (found.length < new Set(ids).size) throw new WorkspaceError('images.unknown')
  return found
}
