import { inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { ComplaintForm, FieldLists, FormProblem } from './complaintForm'

/** The fields of a complaint that stand open, at the intake or in a case: one for all their parts. */
export interface OpenFields {
  readonly form: Readonly<Ref<ComplaintForm>>
  readonly edit: (part: Partial<ComplaintForm>) => void
  /** By field; empty before it was to be saved. */
  readonly problems: ComputedRef<Partial<Record<keyof ComplaintForm, FormProblem>>>
  /** Why the workspace refused the reference; null where it did not. */
  readonly referenceRefused: ComputedRef<string | null>
  readonly lists: ComputedRef<FieldLists>
}

const openFieldsKey: InjectionKey<OpenFields> = Symbol('open complaint fields')

export function provideOpenFields(fields: OpenFields): void {
  provide(openFieldsKey, fields)
}

export function useOpenFields(): OpenFields {
  const fields = inject(openFieldsKey)
  if (!fields) throw new Error('No fields of a complaint are open')
  return fields
}
