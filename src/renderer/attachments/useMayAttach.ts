import { computed, type ComputedRef } from 'vue'
import type { OwnerKind } from '#contract/attachments'
import { attachmentRights, mayAttach } from '#contract/attachmentRights'
import { useRoleWords } from '../words/roleWords'
import { useWords } from '../words/useWords'
import { useGate } from '../workspace/gate'

/**
 * Why the person at the keyboard may not change what is attached to this kind of thing; empty where
 * they may. Nobody yet: the workspace asks who it is, whatever is pressed.
 */
export function useMayAttach(kind: () => OwnerKind): { readonly whyNot: ComputedRef<string> } {
  const { t } = useWords()
  const gate = useGate()
  const roleWords = useRoleWords()
  const whyNot = computed(() => {
    const actor = gate.actor.value
    if (actor === null || mayAttach(actor.roles, kind())) return ''
    return t('people.onlyFor', { roles: roleWords.either(attachmentRights[kind()].change) })
  })
  return { whyNot }
}
