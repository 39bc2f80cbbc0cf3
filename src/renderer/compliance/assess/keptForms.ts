import { keptForm } from '../../shell/keptForms'

/** The note of an answer, and the note it was begun from. */
export const useNoteForm = keptForm<{ note: string; from: string }>()
