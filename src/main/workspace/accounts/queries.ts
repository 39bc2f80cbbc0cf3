import { z } from 'zod'
import {
  AccountId,
  SnapshotId,
  type Account,
  type AccountFields,
  type Snapshot,
} from '#contract/accounts'
import type { LibraryImage } from '#contract/images'
import { StateCode } from '#contract/states'
import { ImageId, Instant, PersonId, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../database/schema.ts'
import { imagesByIds } from '../images/queries/library.ts'
import { verdictOf } from '../images/rules/verdict.ts'
import { itemsOf } from '../reference/queries.ts'
import { accountLabel, handleKey, uniformityOf, type PictureFacts } from './rules.ts'
import type { AccountRow, AccountSnapshotRow } from './tables.ts'

const Operators = z.array(PersonId)

/** The whole register: what was shipped in its order, then what the office added. */
export async function listAccounts(db: Reader): Promise<Account[]> {
  return toAccounts(db, await selectAccounts(db).execute())
}

export async function findAccount(db: Reader, id: AccountId): Promise<Account | null> {
  const [account] = await toAccounts(db, await selectAccounts(db).where('id', '=', id).execute())
  return account ?? null
}

/** The account that has this name on the channel, used or not. */
export async function accountByHandle(
  db: Reader,
  channel: string,
  handle: string,
): Promise<AccountId | null> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('channel', '=', channel)
    .where('handle_key', '=', handleKey(handle))
    .executeTakeFirst()
  return row === undefined ? null : AccountId.parse(row.id)
}

/** Keys of the shipped accounts that were loaded before. */
export async function loadedKeys(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('account')
    .select('shipped_key')
    .where('shipped_key', 'is not', null)
    .orderBy('shipped_key')
    .execute()
  return new Set(rows.flatMap(({ shipped_key }) => (shipped_key === null ? [] : [shipped_key])))
}

/** The place behind the last account. */
export async function nextPlace(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('account')
    .select((e) => e.fn.max<number | null>('place').as('last'))
    .executeTakeFirst()
  return (row?.last ?? -1) + 1
}

/** What the office says of an account, as columns. */
export function columnsOf(fields: AccountFields) {
  return {
    channel: fields.channel,
    handle: fields.handle,
    handle_key: handleKey(fields.handle),
    title: fields.name,
    unit: fields.unit,
    state: fields.state,
    purpose: fields.purpose,
    quota_min: fields.quota?.min ?? null,
    quota_max: fields.quota?.max ?? null,
    text_limit: fields.textLimit,
    biography: fields.biography,
    avatar_id: fields.avatarId,
    header_id: fields.headerId,
    website: fields.website,
    official_email: fields.officialEmail,
    operators: JSON.stringify(fields.operators),
  } satisfies Partial<AccountRow>
}

export async function insertAccounts(db: Writer, rows: readonly AccountRow[]): Promise<void> {
  await db
    .insertInto('account')
    .values([...rows])
    .execute()
}

export async function updateAccount(
  db: Writer,
  id: AccountId,
  changes: Partial<Omit<AccountRow, 'id' | 'shipped_key' | 'created_at'>>,
): Promise<void> {
  await db.updateTable('account').set(changes).where('id', '=', id).execute()
}

/** Of one account, newest day first; what was taken out is left out. */
export async function listSnapshots(db: Reader, id: AccountId): Promise<Snapshot[]> {
  const rows = await selectSnapshots(db)
    .where('account_id', '=', id)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(toSnapshot)
}

/** One snapshot, taken out or not. */
export async function findSnapshot(
  db: Reader,
  id: SnapshotId,
): Promise<{ snapshot: Snapshot; removed: boolean } | null> {
  const row = await selectSnapshots(db).where('account_snapshot.id', '=', id).executeTakeFirst()
  return row === undefined ? null : { snapshot: toSnapshot(row), removed: row.removed_at !== null }
}

export async function insertSnapshot(db: Writer, row: AccountSnapshotRow): Promise<void> {
  await db.insertInto('account_snapshot').values(row).execute()
}

export async function updateSnapshot(
  db: Writer,
  id: SnapshotId,
  changes: Partial<Omit<AccountSnapshotRow, 'id' | 'account_id'>>,
): Promise<void> {
  await db.updateTable('account_snapshot').set(changes).where('id', '=', id).execute()
}

function selectAccounts(db: Reader) {
  return db.selectFrom('account').selectAll().orderBy('place').orderBy('id')
}

function selectSnapshots(db: Reader) {
  return db
    .selectFrom('account_snapshot')
    .innerJoin('person', 'person.id', 'account_snapshot.recorded_by')
    .selectAll('account_snapshot')
    .select('person.name as recorder_name')
    .orderBy('day', 'desc')
    .orderBy('account_snapshot.id')
}

function toSnapshot(row: AccountSnapshotRow & { recorder_name: string }): Snapshot {
  return {
    id: SnapshotId.parse(row.id),
    accountId: AccountId.parse(row.account_id),
    day: PlainDate.parse(row.day),
    followers: row.followers,
    likes: row.likes,
    byName: row.recorder_name,
    at: Instant.parse(row.recorded_at),
  }
}

/** Rows with what hangs on them: the pictures they show and their newest numbers. */
async function toAccounts(db: Reader, rows: readonly AccountRow[]): Promise<Account[]> {
  const ids = rows.flatMap(({ avatar_id, header_id }) => [avatar_id, header_id])
  const shown = [...new Set(ids.filter((id) => id !== null))].map((id) => ImageId.parse(id))
  const pictures = new Map<string | null, LibraryImage>(
    (await imagesByIds(db, shown)).map((image) => [image.id, image]),
  )
  const newest = await newestSnapshots(db, rows)
  return rows.map((row) => ({
    id: AccountId.parse(row.id),
    shipped: row.shipped_key !== null,
    active: row.active === 1,
    ...fieldsOf(row),
    uniformity: uniformityOf({
      avatar: factsOf(pictures.get(row.avatar_id)),
      biography: row.biography,
      header: factsOf(pictures.get(row.header_id)),
      website: row.website,
    }),
    lastSnapshot: newest.get(row.id) ?? null,
  }))
}

async function newestSnapshots(
  db: Reader,
  rows: readonly AccountRow[],
): Promise<ReadonlyMap<string, Snapshot>> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const taken = await selectSnapshots(db)
    .where('removed_at', 'is', null)
    .where('account_id', 'in', ids)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('account_snapshot as later')
            .select('later.id')
            .whereRef('later.account_id', '=', 'account_snapshot.account_id')
            .whereRef('later.day', '>', 'account_snapshot.day')
            .where('later.removed_at', 'is', null),
        ),
      ),
    )
    .execute()
  return new Map(taken.map((row) => [row.account_id, toSnapshot(row)]))
}

function fieldsOf(row: AccountRow): AccountFields {
  return {
    channel: row.channel,
    handle: row.handle,
    name: row.title,
    unit: row.unit,
    state: row.state === null ? null : StateCode.parse(row.state),
    purpose: row.purpose,
    quota:
      row.quota_min === null || row.quota_max === null
        ? null
        : { min: row.quota_min, max: row.quota_max },
    textLimit: row.text_limit,
    biography: row.biography,
    avatarId: row.avatar_id === null ? null : ImageId.parse(row.avatar_id),
    headerId: row.header_id === null ? null : ImageId.parse(row.header_id),
    website: row.website,
    officialEmail: row.official_email,
    operators: Operators.parse(JSON.parse(row.operators)),
  }
}

function factsOf(image: LibraryImage | undefined): PictureFacts | null {
  if (image === undefined) return null
  const verdict = verdictOf(image.findings)
  return {
    kind: image.kind,
    isPicture: image.medium === 'picture',
    trashed: image.trashedAt !== null,
    rejected: verdict !== 'pass' && verdict !== 'warn' && image.overrideReason === null,
  }
}

/**
 * Accounts in use with the names that cells of a sheet may have for them: by network and handle, by
 * either alone, by name; a network alone where it has one account.
 */
export async function accountNames(db: Reader) {
  const channels = new Map((await itemsOf(db, 'channels', true)).map((item) => [item.key, item]))
  return (await listAccounts(db)).flatMap(({ id, channel, handle, name, active }) => {
    if (!active) return []
    const item = channels.get(channel)
    const networks = [channel, ...(item === undefined ? [] : [item.ms, item.en])]
    const withNetwork = networks.flatMap((network) => [
      accountLabel(network, handle),
      `${network} ${name}`,
    ])
    return [{ value: id, names: [...networks, handle, name, ...withNetwork] }]
  })
}
