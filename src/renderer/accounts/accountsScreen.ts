import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'
import type { AccountDraft } from './accountDraft'
import type { AccountFilter } from './accountsView'

export type AccountTab = 'details' | 'uniformity' | 'numbers'

/** Stands for the account that is being added. */
export const newAccount = 'new'

/** What the register's screen remembers, unsaved details included. */
export const useAccountsScreen = defineStore('accounts-screen', () => {
  const filter = ref<AccountFilter>('all')
  const text = ref('')
  /** An account's id, `new` while one is added, or nothing. */
  const openId = ref<string | null>(null)
  const tab = ref<AccountTab>('details')
  const drafts = reactive(new Map<string, AccountDraft>())

  function clearFilter(): void {
    filter.value = 'all'
    text.value = ''
  }

  return { filter, text, openId, tab, drafts, clearFilter }
})
