import type { Reader } from '../database/schema.ts'
import { itemsOf } from '../reference/queries.ts'
import { listAccounts } from './queries.ts'

/** An account as people tell it: `Facebook @jkr`. */
export function accountLabel(channel: string, handle: string): string {
  return `${channel} @${handle}`
}

/**
 * Accounts in use with the names that cells of a sheet may have for them: by network and handle, by either alone, by name; a network alone where it
 * has one account.
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
