import { computed, type ComputedRef } from 'vue'
import type { Person } from '#contract/people'
import { useWords } from '../words/useWords'
import { useGate } from '../workspace/gate'
import { useCommand } from '../workspace/useCommand'
import { useQuery } from '../workspace/useQuery'
import { useNotices } from './notices'

export interface PersonSwitch {
  /** Everybody who may sit at the keyboard, in the list's order. */
  readonly active: ComputedRef<readonly Person[]>
  readonly others: ComputedRef<readonly Person[]>
  readonly switchTo: (person: Person) => Promise<void>
}

/** Says who is at the keyboard from now on; changes are recorded under that name. */
export function usePersonSwitch(): PersonSwitch {
  const { t } = useWords()
  const gate = useGate()
  const notices = useNotices()
  const people = useQuery('people', 'list', () => (gate.isOpen.value ? {} : null))
  const switching = useCommand('gate', 'switchPerson')
  const active = computed(() => (people.data.value ?? []).filter((person) => person.active))

  async function switchTo(person: Person): Promise<void> {
    const { ok } = await switching.run({ id: person.id })
    if (ok) notices.tell(t('shell.person.switched', { name: person.name }))
  }

  return {
    active,
    others: computed(() => active.value.filter((person) => person.id !== gate.actor.value?.id)),
    switchTo,
  }
}
