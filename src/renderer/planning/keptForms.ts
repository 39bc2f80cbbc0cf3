import type { TermFields } from '#contract/planning'
import { keptForm } from '../shell/keptForms'
import type { NoteDraft } from './planningView'

/** The form of a note of the calendar, by its id or `new`. */
export const useNoteForm = keptForm<NoteDraft>()

/** The form of a sensitive term, by its id or `new`. */
export const useTermForm = keptForm<TermFields>()
