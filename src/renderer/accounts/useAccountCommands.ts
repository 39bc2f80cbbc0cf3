import type { Account, Snapshot } from '#contract/accounts'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'
import { draftOf, fieldsOf, type AccountDraft } from './accountDraft'

/** Changes to the register, each with its way back. */
export function useAccountCommands() {
  const { t, format } = useWords()
  const notices = useNotices()
  const adding = useCommand('accounts', 'add', { failures: 'here' })
  const changing = useCommand('accounts', 'change', { failures: 'here' })
  const undoing = useCommand('accounts', 'change')
  const retiring = useCommand('accounts', 'retire')
  const returning = useCommand('accounts', 'bringBack')
  const removing = useCommand('accounts', 'removeSnapshot')
  const restoring = useCommand('accounts', 'bringBackSnapshot')

  async function add(draft: AccountDraft): Promise<Account | null> {
    changing.clearFailure()
    const saved = await adding.run(fieldsOf(draft))
    if (!saved.ok) return null
    notices.tell(t('accounts.added', { name: saved.value.name }))
    return saved.value
  }

  async function change(account: Account, draft: AccountDraft): Promise<boolean> {
    adding.clearFailure()
    const { id } = account
    const saved = await changing.run({ id, ...fieldsOf(draft) })
    if (!saved.ok) return false
    const before = { id, ...fieldsOf(draftOf(account)) }
    const text = t('accounts.changed', { name: saved.value.name })
    notices.tell(text, () => void undoing.run(before))
    return true
  }

  async function setActive({ id, name }: Account, active: boolean): Promise<void> {
    const [doing, back] = active ? [returning, retiring] : [retiring, returning]
    const { ok } = await doing.run({ id })
    if (!ok) return
    const text = active ? t('accounts.broughtBack', { name }) : t('accounts.retired', { name })
    notices.tell(text, () => void back.run({ id }))
  }

  async function removeSnapshot({ id, day }: Snapshot): Promise<void> {
    const { ok } = await removing.run({ id })
    if (!ok) return
    const text = t('accounts.numbers.removed', { day: format.value.day(day) })
    notices.tell(text, () => void restoring.run({ id }))
  }

  return { add, change, setActive, removeSnapshot, adding, changing }
}
