import { StateCode } from '#contract/states'
import type { Instant } from '#contract/values'
import { accountNames, listAccounts } from '../../accounts/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import { namedBy, type Named } from '../../sheets/names.ts'
import type { RegisterVocabulary } from '../rules/sheet/vocabulary.ts'

/** What offices call channels besides the names of the list. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  facebook: ['fb', 'facebook jkr'],
  x: ['twitter', 'x'],
  instagram: ['ig', 'insta'],
  youtube: ['yt'],
  whatsapp: ['ws', 'wa'],
  email: ['emel', 'email', 'e-mel', 'mel'],
  phone: ['tel', 'telefon', 'panggilan', 'panggilan telefon', 'hotline', 'call'],
  counter: ['walk-in', 'walk in', 'hadir sendiri', 'bersemuka'],
  letter: ['surat rasmi', 'pos'],
}

/** Everything on offer that a row of a register may name, read once for a sheet. */
export async function readRegisterVocabulary(
  db: Reader,
  otherwise: { readonly channel: string | null; readonly kind: string | null },
  now: Instant,
): Promise<RegisterVocabulary> {
  const channels = await itemsOf(db, 'complaint-channels')
  const kinds = await itemsOf(db, 'complaint-kinds')
  const subKinds = await itemsOf(db, 'complaint-sub-kinds')
  const agencies = await itemsOf(db, 'agencies')
  const states = await itemsOf(db, 'states')
  const accounts = new Map((await listAccounts(db)).map(({ id, channel }) => [id, channel]))
  const named = (items: readonly { key: string; ms: string; en: string; short?: string }[]) =>
    namedBy(
      items.map(({ key, ms, en, short }) => ({
        value: key,
        names: [key, ms, en, ...(short === undefined ? [] : [short]), ...(alsoCalled[key] ?? [])],
      })),
    )
  const known = <T extends { readonly key: string }>(items: readonly T[], key: string | null) =>
    items.find((item) => item.key === key)
  const byKind = new Map<string, Named<string>>()

  return {
    channels: named(channels),
    kinds: named(kinds),
    subKinds(kind) {
      const there = byKind.get(kind) ?? named(subKinds.filter((item) => item.kinds.includes(kind)))
      byKind.set(kind, there)
      return there
    },
    states: namedBy(
      states.map(({ key, ms, en }) => ({ value: StateCode.parse(key), names: [key, ms, en] })),
    ),
    agencies: named(agencies),
    accounts: namedBy(await accountNames(db)),
    networkOf: (account) => accounts.get(account) ?? null,
    networkOfChannel: (channel) => known(channels, channel)?.network ?? null,
    channelOf: (network) => channels.find((item) => item.network === network)?.key ?? null,
    isUnique: (channel) => known(channels, channel)?.reference === 'unique',
    kindOf: (road) => kinds.find((item) => item.road === road)?.key ?? null,
    channel: known(channels, otherwise.channel)?.key ?? null,
    kind: known(kinds, otherwise.kind)?.key ?? null,
    now,
  }
}
