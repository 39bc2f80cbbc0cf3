import type { Batch } from '#contract/images'
import { relationsForAPerson } from '#contract/repeatRelation'
import { BatchId, Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ImageBatchRow } from '../tables.ts'

/** Every batch, newest first. `isRunning` knows which ones a job works on in this process. */
export async function listBatches(
  db: Reader,
  isRunning: (id: BatchId) => boolean,
): Promise<Batch[]> {
  const batches = await db
    .selectFrom('image_batch')
    .leftJoin('person', 'person.id', 'image_batch.started_by')
    .select(['image_batch.id', 'started_at', 'finished_at', 'person.name as by_name'])
    .orderBy('started_at', 'desc')
    .orderBy('image_batch.id')
    .execute()
  const counted = await countByBatch(db)
  return batches.map((row) => {
    const id = BatchId.parse(row.id)
    return {
      id,
      startedAt: Instant.parse(row.started_at),
      finishedAt: row.finished_at === null ? null : Instant.parse(row.finished_at),
      byName: row.by_name,
      running: isRunning(id),
      counts: counted.get(row.id) ?? nothing,
    }
  })
}

const nothing: Batch['counts'] = {
  total: 0,
  waiting: 0,
  pass: 0,
  warn: 0,
  reject: 0,
  unreadable: 0,
  undecided: 0,
  kept: 0,
}

async function countByBatch(db: Reader): Promise<Map<string, Batch['counts']>> {
  const rows = await db
    .selectFrom('image_check')
    .select((e) => [
      'batch_id',
      e.fn.countAll<number | string>().as('total'),
      e.fn.count<number | string>('kept_as').as('kept'),
      e.fn
        .sum<number | string>(e.case().when('state', '=', 'waiting').then(1).else(0).end())
        .as('waiting'),
      e.fn
        .sum<number | string>(e.case().when('verdict', '=', 'pass').then(1).else(0).end())
        .as('pass'),
      e.fn
        .sum<number | string>(e.case().when('verdict', '=', 'warn').then(1).else(0).end())
        .as('warn'),
      e.fn
        .sum<number | string>(e.case().when('verdict', '=', 'reject').then(1).else(0).end())
        .as('reject'),
      e.fn
        .sum<number | string>(e.case().when('verdict', '=', 'unreadable').then(1).else(0).end())
        .as('unreadable'),
    ])
    .groupBy('batch_id')
    .execute()
  const undecided = new Map(
    (await undecidedByBatch(db)).map((row) => [row.batch_id, Number(row.undecided)]),
  )
  return new Map(
    rows.map((row) => [
      row.batch_id,
      {
        total: Number(row.total),
        waiting: Number(row.waiting),
        pass: Number(row.pass),
        warn: Number(row.warn),
        reject: Number(row.reject),
        unreadable: Number(row.unreadable),
        undecided: undecided.get(row.batch_id) ?? 0,
        kept: Number(row.kept),
      },
    ]),
  )
}

function undecidedByBatch(db: Reader): Promise<{ batch_id: string; undecided: number | string }[]> {
  return db
    .selectFrom('image_repeat')
    .innerJoin('image_check', 'image_check.id', 'image_repeat.check_id')
    .select((e) => ['batch_id', e.fn.count<number | string>('check_id').distinct().as('undecided')])
    .where('relation', 'in', relationsForAPerson)
    .where('outcome', 'is', null)
    .groupBy('batch_id')
    .execute()
}

export async function findBatch(db: Reader, id: BatchId): Promise<ImageBatchRow | null> {
  const row = await db.selectFrom('image_batch').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function insertBatch(db: Writer, row: ImageBatchRow): Promise<void> {
  await db.insertInto('image_batch').values(row).execute()
}

export async function finishBatch(db: Writer, id: BatchId, at: Instant): Promise<void> {
  await db.updateTable('image_batch').set({ finished_at: at }).where('id', '=', id).execute()
}

/** Takes its checked files and their repeats along; pictures in the library stay. */
export async function deleteBatch(db: Writer, id: BatchId): Promise<void> {
  await db.deleteFrom('image_batch').where('id', '=', id).execute()
}
