import { keptForm } from '../shell/keptForms'
import type { ControlDraft } from './checklistView'

/** The form of a control of a draft, by the version's id and its key or `new`. */
export const useControlForm = keptForm<ControlDraft>()
