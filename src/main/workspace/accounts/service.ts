import { AccountId, type Account, type AccountFields, type accounts } from '#contract/accounts'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../context.ts'
import { imagesByIds } from '../images/queries/library.ts'
import { listPeople } from '../people/queries.ts'
import { itemsOf } from '../reference/queries.ts'
import {
  accountByHandle,
  columnsOf,
  findAccount,
  insertAccounts,
  listAccounts,
  listSnapshots,
  nextPlace,
  updateAccount,
} from './queries.ts'
import { snapshotHandlers } from './snapshots.ts'

export const accountHandlers: SliceHandlers<typeof accounts, Contexts> = {
  list: ({ db }) => listAccounts(db),

  async snapshots({ db }, { id }) {
    if ((await findAccount(db, id)) === null) throw new WorkspaceError('accounts.unknown')
    return listSnapshots(db, id)
  },

  async add(context, fields) {
    const { db, writer, newId, clock, record } = context
    await refuseUnsound(context, fields, null)
    const id = AccountId.parse(newId())
    const columns = columnsOf(fields)
    const place = await nextPlace(db)
    await insertAccounts(writer, [
      { id, shipped_key: null, ...columns, active: 1, place, created_at: clock.now() },
    ])
    record('account', id, [...Object.keys(columns), 'active', 'place'])
    return known(context, id)
  },

  async change(context, { id, ...fields }) {
    const before = await known(context, id)
    await refuseUnsound(context, fields, before)
    const [was, wanted] = [columnsOf(before), columnsOf(fields)]
    await updateAccount(context.writer, id, wanted)
    const old = new Map<string, unknown>(Object.entries(was))
    const changed = Object.entries(wanted).filter(([column, value]) => old.get(column) !== value)
    context.record(
      'account',
      id,
      changed.map(([column]) => column),
    )
    return known(context, id)
  },

  retire: (context, { id }) => setActive(context, id, false),
  bringBack: (context, { id }) => setActive(context, id, true),

  ...snapshotHandlers,
}

async function known({ db }: CommandContext, id: AccountId): Promise<Account> {
  const account = await findAccount(db, id)
  if (account === null) throw new WorkspaceError('accounts.unknown')
  return account
}

async function setActive(
  context: CommandContext,
  id: AccountId,
  active: boolean,
): Promise<Account> {
  await known(context, id)
  await updateAccount(context.writer, id, { active: active ? 1 : 0 })
  context.record('account', id, ['active'])
  return known(context, id)
}

/** Whatever an account points to must be there; what it pointed to before may stay. */
async function refuseUnsound(
  { db }: CommandContext,
  fields: AccountFields,
  before: Account | null,
): Promise<void> {
  const taken = await accountByHandle(db, fields.channel, fields.handle)
  if (taken !== null && taken !== before?.id) throw new WorkspaceError('accounts.handle-taken')

  const channels = await itemsOf(db, 'channels')
  const isOffered = channels.some(({ key }) => key === fields.channel)
  if (!isOffered && fields.channel !== before?.channel) {
    throw new WorkspaceError('accounts.unknown-channel')
  }
  for (const part of ['avatarId', 'headerId'] as const) {
    const id = fields[part]
    if (id === null || id === before?.[part]) continue
    const [image] = await imagesByIds(db, [id])
    if (image?.trashedAt !== null || image.medium !== 'picture') {
      throw new WorkspaceError('accounts.unusable-image')
    }
  }
  const people = new Set((await listPeople(db)).map(({ id }) => id))
  if (!fields.operators.every((id) => people.has(id))) {
    throw new WorkspaceError('accounts.unknown-operator')
  }
}
