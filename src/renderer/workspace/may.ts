import { computed } from 'vue'
import type { Action, Command, Job, Query } from '#contract/call'
import type { Contract, SliceName } from '#contract/index'
import { mayCall, whoMay } from '#contract/permissions'
import type { Role } from '#contract/roles'
import { useRoleWords } from '../words/roleWords'
import { useWords } from '../words/useWords'
import { useGate } from './gate'

type CallsOf<S extends SliceName> = {
  [K in keyof Contract[S] & string]: Contract[S][K] extends Query | Command | Job | Action
    ? `${S}.${K}`
    : never
}[keyof Contract[S] & string]

/** `images.keep`: any call of the contract. */
export type CallName = { [S in SliceName]: CallsOf<S> }[SliceName]

export interface May {
  /** Whether who is at the keyboard may make this call, by the table the workspace enforces. */
  readonly may: (call: CallName) => boolean
  /** Why not, as a person reads it; empty where it is allowed. */
  readonly whyNot: (call: CallName) => string
}

/** What the person at the keyboard may do. The workspace refuses the rest by itself. */
export function useMay(): May {
  const { t } = useWords()
  const gate = useGate()
  const roleWords = useRoleWords()
  const roles = computed<readonly Role[]>(() => gate.actor.value?.roles ?? [])

  function may(call: CallName): boolean {
    const [slice = '', member = ''] = call.split('.')
    // Nobody yet: the workspace asks who it is, whatever is pressed.
    return gate.actor.value === null || mayCall(roles.value, slice, member)
  }

  return {
    may,
    whyNot(call) {
      if (may(call)) return ''
      const [slice = '', member = ''] = call.split('.')
      return t('people.onlyFor', { roles: roleWords.either(whoMay(slice, member) ?? []) })
    },
  }
}
