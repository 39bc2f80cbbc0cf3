import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { imageFix } from '#contract/imageFix'
import { BatchId, type CheckId } from '#contract/values'
import type { Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { writeSetting } from '../../office/queries.ts'
import { nameOfFixed } from '../fix/fileName.ts'
import { deleteBatch } from '../queries/batches.ts'
import { checkRowsByIds, deleteChecks, occupiedIn } from '../queries/checks.ts'
import { linksOf, madeHere } from '../queries/derivations.ts'
import { checksRepeating } from '../queries/repeats.ts'
import { fixOne, knownOriginal, originalOf, type Original } from './fixOriginals.ts'
import { fixHandler, type FixParts } from './fixSaving.ts'
import { forgetPictures } from './forgetPictures.ts'
import { judgeAgain } from './judging.ts'
import {
  channelsInForce,
  channelsSetting,
  presetsInForce,
  presetsSetting,
  rulesInForce,
} from './rulesSetting.ts'

/** Pictures made to a wanted size: seen before they are saved, linked to what they were made from. */
export function fixHandlers(parts: FixParts): SliceHandlers<typeof imageFix, Contexts> {
  const { pool, media, runner } = parts
  return {
    fixPresets: ({ db }) => presetsInForce(db),

    async changeFixPresets({ writer, record }, presets) {
      await writeSetting(writer, presetsSetting, presets)
      record('setting', presetsSetting, ['value'])
      return presets
    },

    fixChannels: ({ db }) => channelsInForce(db),

    async changeFixChannels({ writer, record }, channels) {
      await writeSetting(writer, channelsSetting, channels)
      record('setting', channelsSetting, ['value'])
      return channels
    },

    async fixPreview({ db }, { of, crop, choices }) {
      const original = await originalOf(db, media, of)
      const fixed = await fixOne(db, pool, original, choices, crop)
      const names = await namesAround(db, original)
      const { name } = original
      return { ...fixed, fileName: nameOfFixed(name, fixed, fixed.format, (one) => names.has(one)) }
    },

    fix: fixHandler(parts),

    async fixLinks({ db }, { of }) {
      const { hash } = await knownOriginal(db, of)
      return { from: await linksOf(db, hash, 'from'), into: await linksOf(db, hash, 'into') }
    },

    async discardFixed(context, { ids }) {
      const { db, writer, record } = context
      const wanted = [...new Set(ids)]
      const rows = await checkRowsByIds(db, wanted)
      if (rows.length < wanted.length) throw new WorkspaceError('images.unknown-check')
      const made = await madeHere(
        db,
        rows.flatMap((row) => row.bytes_hash ?? []),
      )
      for (const row of rows) {
        const batchId = BatchId.parse(row.batch_id)
        if (runner.isRunning(batchId)) throw new WorkspaceError('images.batch-running')
        if (row.path !== null || !made.has(row.bytes_hash ?? '')) {
          throw new WorkspaceError('images.not-a-result')
        }
        if (row.kept_as !== null) throw new WorkspaceError('images.already-kept')
      }
      const repeating = await checksRepeating(db, wanted)
      await deleteChecks(writer, wanted)
      for (const id of wanted) record('image_check', id, ['id'])
      await judgeAgain(context, without(repeating, wanted), await rulesInForce(db))
      for (const id of new Set(rows.map((row) => row.batch_id))) {
        const batchId = BatchId.parse(id)
        if ((await occupiedIn(db, batchId)).next > 0) continue
        await deleteBatch(writer, batchId)
        record('image_batch', id, ['id'])
      }
      context.afterCommit(() => forgetPictures(media, rows))
      return { discarded: wanted }
    },
  }
}

function without(ids: readonly CheckId[], some: readonly CheckId[]): CheckId[] {
  return ids.filter((id) => !some.includes(id))
}

/** Names a result may not have, for there is one by it beside its original. */
async function namesAround(db: Reader, { batchId }: Original): Promise<ReadonlySet<string>> {
  return batchId === null ? new Set() : (await occupiedIn(db, batchId)).names
}
