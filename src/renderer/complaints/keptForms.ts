import { keptForm } from '../shell/keptForms'
import type { CaseTyping, CaseVersion } from './case/meanwhile/caseRebase'

/** A note that is begun, by the complaint's id. */
export const useNoteForm = keptForm<{ text: string }>()

/** A complaint that is being corrected, by its id, with what the typing began from. */
export const useCaseForm = keptForm<CaseTyping & { readonly from: CaseVersion }>()
