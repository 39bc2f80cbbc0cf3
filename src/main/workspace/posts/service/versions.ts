import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { posts } from '#contract/posts'
import type { Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { contentOfVersion, listVersions } from '../queries/versions.ts'
import { differenceOf } from '../rules/difference.ts'
import { openKnown } from './known.ts'
import { present, refusePlanning, saveContent } from './saving.ts'

type VersionCalls = Pick<
  typeof posts,
  'versions' | 'version' | 'difference' | 'differenceTo' | 'restoreVersion'
>

export const versionHandlers: SliceHandlers<VersionCalls, Contexts> = {
  versions: ({ db }, { id }) => listVersions(db, id),
  version: ({ db }, { id, number }) => knownVersion(db, id, number),

  async difference({ db }, { id, from, to }) {
    return differenceOf(await knownVersion(db, id, from), await knownVersion(db, id, to))
  },

  async differenceTo({ db }, { id, from, to }) {
    return differenceOf(await knownVersion(db, id, from), to)
  },

  async restoreVersion(context, { id, base, number }) {
    const before = await present(context, id)
    if (before.version !== base) throw new WorkspaceError('posts.changed-meanwhile')
    // What the version names may be gone meanwhile: an account retired, a picture in the trash.
    const known = await openKnown(context.db)
    const version = await knownVersion(context.db, id, number)
    const content = await known.withoutGone(version, before.content)
    refusePlanning(context, before.content, content)
    await saveContent(context, before, content, 'restored', known)
    const lessened = JSON.stringify(content) !== JSON.stringify(version)
    return { ...(await present(context, id)), lessened }
  },
}

async function knownVersion(db: Reader, id: PostId, number: number): Promise<PostContent> {
  const content = await contentOfVersion(db, id, number)
  if (content === null) throw new WorkspaceError('posts.unknown-version')
  return content
}
