import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { AccountId } from '#contract/accounts'
import type { PostChecks } from '../findings/usePostChecks'
import type { PostChoices } from './usePostChoices'
import type { PostFormState } from './usePostForm'

/** The form that stands open, and what its fields offer: one for all parts of the pane. */
export interface EditedPost {
  readonly form: PostFormState
  readonly choices: PostChoices
  readonly checks: PostChecks
  /** The account whose own text is to be shown; its part of the list stands open. */
  readonly wantedAccount: Readonly<Ref<AccountId | null>>
  /** Shows another part of the pane, by its key. */
  readonly showTab: (key: string) => void
  /** Leads to a piece of the text of one account (null: of the master text). */
  readonly showText: (accountId: AccountId | null, at: readonly [number, number]) => void
}

const editedPostKey: InjectionKey<EditedPost> = Symbol('edited post')

export function provideEditedPost(edited: EditedPost): void {
  provide(editedPostKey, edited)
}

export function useEditedPost(): EditedPost {
  const edited = inject(editedPostKey)
  if (!edited) throw new Error('No post is open')
  return edited
}
