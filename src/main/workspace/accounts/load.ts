import { z } from 'zod'
import { AccountId, Handle, type AccountFields } from '#contract/accounts'
import { ReferenceKey } from '#contract/reference'
import { StateCode } from '#contract/states'
import { Line, type Instant } from '#contract/values'
import shippedFile from '../../../../resources/reference/accounts.json' with { type: 'json' }
import type { Subject } from '../audit.ts'
import { readerOf, type Writer } from '../database/schema.ts'
import { accountByHandle, columnsOf, insertAccounts, loadedKeys, nextPlace } from './queries.ts'

/** An account as `resources/reference/accounts.json` names it (KKS C). */
const ShippedAccount = z.strictObject({
  key: ReferenceKey,
  ms: Line,
  en: Line,
  clause: Line,
  channel: ReferenceKey,
  handle: Handle,
  unit: Line,
  state: StateCode.nullable(),
})
export type ShippedAccount = z.infer<typeof ShippedAccount>

/** The official accounts that the application ships, in the order of KKS C. */
export function shippedAccounts(): readonly ShippedAccount[] {
  const file = z.object({ version: z.number().int().positive(), items: z.array(ShippedAccount) })
  return file.parse(shippedFile).items
}

/**
 * Brings each shipped account into the register once, in the caller's transaction. From then on it
 * is the office's: its holders change, and no update writes over what was typed. An account that the
 * office registered by itself meanwhile is left as it is.
 * @returns the rows that were added, for the audit log
 */
export async function loadAccounts(
  db: Writer,
  { newId, at }: { readonly newId: () => string; readonly at: Instant },
  shipped: readonly ShippedAccount[] = shippedAccounts(),
): Promise<Subject[]> {
  const reader = readerOf(db)
  const known = await loadedKeys(reader)
  const missing: ShippedAccount[] = []
  for (const account of shipped) {
    if (known.has(account.key)) continue
    if ((await accountByHandle(reader, account.channel, account.handle)) === null) {
      missing.push(account)
    }
  }
  if (missing.length === 0) return []
  const first = await nextPlace(reader)
  const rows = missing.map((account, index) => ({
    id: AccountId.parse(newId()),
    shipped_key: account.key,
    ...columnsOf(fieldsOf(account)),
    active: 1,
    place: first + index,
    created_at: at,
  }))
  await insertAccounts(db, rows)
  const fields = ['channel', 'handle', 'title', 'unit', 'state', 'place']
  return rows.map(({ id }) => ({ table: 'account', id, fields }))
}

/** The register is in the office's language of work; the pages of BKK are Malay first. */
function fieldsOf(account: ShippedAccount): AccountFields {
  return {
    ...{ channel: account.channel, handle: account.handle, name: account.ms, unit: account.unit },
    ...{ state: account.state, purpose: '', quota: null, textLimit: null, biography: '' },
    ...{ avatarId: null, headerId: null, website: '', officialEmail: '', operators: [] },
  }
}
