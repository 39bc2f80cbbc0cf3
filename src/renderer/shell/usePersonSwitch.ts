import { computed, type ComputedRef, type Ref } from 'vue'
import type { Person } from '#contract/people'
import { useWords } from '../words/useWords'
import { useGate } from '../workspace/gate'
import { useCommand } from '../workspace/useCommand'
import { useQuery } from '../workspace/useQuery'
import { useNotices } from './notices'
import { usePersonDialog } from './personDialog'

export interface PersonSwitch {
  /** Everybody who may sit at the keyboard, in the list's order. */
  readonly active: ComputedRef<readonly Person[]>
  readonly others: ComputedRef<readonly Person[]>
  /** Sits a person down, or asks for the PIN where there is one. */
  readonly ask: (person: Person) => void
  /** Tries the PIN of the person asked; true when it was right. */
  readonly sit: (person: Person, pin: string) => Promise<boolean>
  readonly sitting: Readonly<Ref<boolean>>
  /** Why the last PIN did not do. */
  readonly failure: Readonly<Ref<Error | null>>
  clearFailure(): void
}

/** Says who is at the keyboard from now on; changes are recorded under that name. */
export function usePersonSwitch(): PersonSwitch {
  const { t } = useWords()
  const gate = useGate()
  const notices = useNotices()
  const dialog = usePersonDialog()
  const people = useQuery('people', 'list', () => (gate.isOpen.value ? {} : null))
  const switching = useCommand('gate', 'switchPerson')
  const proving = useCommand('gate', 'switchPerson', { failures: 'here' })
  const active = computed(() => (people.data.value ?? []).filter((person) => person.active))

  function told(person: Person): void {
    notices.tell(t('shell.person.switched', { name: person.name }))
  }

  async function sitDown(person: Person): Promise<void> {
    const { ok } = await switching.run({ id: person.id })
    if (ok) told(person)
  }

  function ask(person: Person): void {
    const sitsAlready = person.id === gate.actor.value?.id
    dialog.asked = person.hasPin && !sitsAlready ? person : null
    dialog.open = dialog.asked !== null
    if (!sitsAlready && !dialog.open) void sitDown(person)
  }

  async function sit(person: Person, pin: string): Promise<boolean> {
    const { ok } = await proving.run({ id: person.id, pin })
    if (ok) told(person)
    return ok
  }

  return {
    active,
    others: computed(() => active.value.filter((person) => person.id !== gate.actor.value?.id)),
    ask,
    sit,
    sitting: proving.running,
    failure: proving.failure,
    clearFailure: () => proving.clearFailure(),
  }
}
