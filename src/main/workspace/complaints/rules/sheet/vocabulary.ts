import type { AccountId } from '#contract/accounts'
import type { RoadClass } from '#contract/roads'
import type { StateCode } from '#contract/states'
import type { Instant } from '#contract/values'
import type { Named } from '../../../sheets/names.ts'

/** What rows of a register may name, by the names people give it. */
export interface RegisterVocabulary {
  readonly channels: Named<string>
  readonly kinds: Named<string>
  /** Sub-kinds of one kind. */
  subKinds(kind: string): Named<string>
  readonly states: Named<StateCode>
  readonly agencies: Named<string>
  readonly accounts: Named<AccountId>
  /** The network on which an account is. */
  networkOf(account: AccountId): string | null
  /** The network that a channel stands for; null where it has no accounts. */
  networkOfChannel(channel: string): string | null
  /** The channel that stands for a network. */
  channelOf(network: string): string | null
  /** Whether a reference of this channel belongs to one complaint alone. */
  isUnique(channel: string): boolean
  /** The kind for a class of roads. */
  kindOf(road: RoadClass): string | null
  /** Of rows that name none. */
  readonly channel: string | null
  readonly kind: string | null
  readonly now: Instant
}
