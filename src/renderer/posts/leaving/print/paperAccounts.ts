/** An account as paper names it. */
interface PaperAccount {
  readonly channel: string
  readonly handle: string
}

/** Accounts in their order, each channel named once: `X (Twitter) @a, @b; Facebook @c`. */
export function accountsByChannel(accounts: readonly PaperAccount[]): string {
  const byChannel = new Map<string, string[]>()
  for (const { channel, handle } of accounts) {
    byChannel.set(channel, [...(byChannel.get(channel) ?? []), `@${handle}`])
  }
  return [...byChannel].map(([channel, handles]) => `${channel} ${handles.join(', ')}`).join('; ')
}
