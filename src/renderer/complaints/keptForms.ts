import { keptForm } from '../shell/keptForms'
import type { ComplaintForm } from './fields/complaintForm'
import type { PersonForm } from './fields/personForm'

/** A note that is begun, by the complaint's id. */
export const useNoteForm = keptForm<{ text: string }>()

/** A complaint that is being corrected, by its id and version. */
export const useCaseForm = keptForm<{
  complaint: ComplaintForm
  person: PersonForm
  /** It is said to be another person than the one that is kept. */
  isOther: boolean
}>()
