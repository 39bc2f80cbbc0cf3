import { computed, ref, toValue, type MaybeRefOrGetter, type Ref } from 'vue'
import type { Person } from '#contract/people'
import type { Role } from '#contract/roles'
import { useSayError } from '../words/sayError'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'

export interface PersonForm {
  readonly name: Ref<string>
  readonly post: Ref<string>
  readonly roles: Ref<readonly Role[]>
  readonly nameError: Readonly<Ref<string | null>>
  readonly postError: Readonly<Ref<string | null>>
  readonly rolesError: Readonly<Ref<string | null>>
  readonly saving: Readonly<Ref<boolean>>
  readonly failure: Readonly<Ref<Error | null>>
  readonly failureText: Readonly<Ref<string>>
  /** The saved person, or null when something stands in the way; what was typed stays. */
  save(): Promise<Person | null>
}

/** Adds a person, or changes the given one. */
export function usePersonForm(of: MaybeRefOrGetter<Person | null>): PersonForm {
  const { t } = useWords()
  const say = useSayError()
  const before = toValue(of)
  const name = ref(before?.name ?? '')
  const post = ref(before?.post ?? '')
  // Somebody new may look, until more is ticked.
  const roles = ref<readonly Role[]>(before?.roles ?? ['viewer'])
  const tried = ref(false)
  const adding = useCommand('people', 'add', { failures: 'here' })
  const changing = useCommand('people', 'change', { failures: 'here' })
  const failure = computed(() => adding.failure.value ?? changing.failure.value)

  const missing = (field: Ref<string>) => tried.value && field.value.trim() === ''

  async function save(): Promise<Person | null> {
    tried.value = true
    if (missing(name) || missing(post) || roles.value.length === 0) return null
    const typed = { name: name.value.trim(), post: post.value.trim(), roles: [...roles.value] }
    const person = toValue(of)
    const saved = await (person ? changing.run({ ...person, ...typed }) : adding.run(typed))
    return saved.ok ? saved.value : null
  }

  return {
    name,
    post,
    roles,
    nameError: computed(() => (missing(name) ? t('people.nameMissing') : null)),
    postError: computed(() => (missing(post) ? t('people.postMissing') : null)),
    rolesError: computed(() => (roles.value.length === 0 ? t('people.rolesMissing') : null)),
    saving: computed(() => adding.running.value || changing.running.value),
    failure,
    failureText: computed(() => (failure.value ? say(failure.value).sentence : '')),
    save,
  }
}
