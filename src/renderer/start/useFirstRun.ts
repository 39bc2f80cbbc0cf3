import { storeToRefs } from 'pinia'
import { computed, ref, type Ref } from 'vue'
import { WorkspaceError } from '#contract/errors'
import { letterheadLines } from '../office/letterhead'
import { useCommand } from '../workspace/useCommand'
import { useQuery } from '../workspace/useQuery'
import { steps } from './firstRun'
import { useStart } from './startStore'

export interface FirstRunWork {
  /** Asks the workspace for key and code, unless it has made them already. */
  readonly makeCode: () => Promise<boolean>
  /** Makes the workspace of what was typed. */
  readonly create: () => Promise<void>
  readonly busy: Readonly<Ref<boolean>>
  readonly failure: Readonly<Ref<Error | null>>
  /** True after a new code had to replace one that was already shown. */
  readonly codeRenewed: Readonly<Ref<boolean>>
}

export function useFirstRun(): FirstRunWork {
  const start = useStart()
  const { form, isMaking, showsDone } = storeToRefs(start)
  const beginning = useCommand('gate', 'begin', { failures: 'here' })
  const creating = useCommand('gate', 'create', { failures: 'here' })
  const gate = useQuery('gate', 'state', {})
  const codeRenewed = ref(false)

  async function makeCode(): Promise<boolean> {
    creating.clearFailure()
    if (form.value.recoveryCode !== null) return true
    const begun = await beginning.run({})
    if (begun.ok) form.value.recoveryCode = begun.value.recoveryCode
    return begun.ok
  }

  async function create(): Promise<void> {
    const { name, post, unitName, letterhead, logo, language, passphrase, typedCode } = form.value
    isMaking.value = true
    const created = await creating.run({
      typedRecoveryCode: typedCode,
      passphrase,
      unitName,
      letterhead: letterheadLines(letterhead),
      logo,
      language,
      administrator: { name, post },
      remember: false,
    })
    if (created.ok) await gate.refetch()
    showsDone.value = created.ok
    isMaking.value = false
    if (created.ok) start.forgetSecrets()
    else if (isForgotten(created.error)) await renewCode()
  }

  /** The workspace process was started anew and no longer knows the code it showed. */
  async function renewCode(): Promise<void> {
    Object.assign(form.value, { recoveryCode: null, typedCode: '' })
    if (!(await makeCode())) return
    codeRenewed.value = true
    form.value.step = steps.indexOf('recovery')
  }

  return {
    makeCode,
    create,
    busy: computed(() => beginning.running.value || creating.running.value),
    failure: computed(() => beginning.failure.value ?? creating.failure.value),
    codeRenewed,
  }
}

function isForgotten(error: Error): boolean {
  return error instanceof WorkspaceError && error.reason === 'gate.not-begun'
}
