import type { PostKind } from '#contract/postContent'
import type { ClockTime, PersonId, PlainDate } from '#contract/values'
import { keptForm } from '../shell/keptForms'
import type { CountName } from './publication/publicationView'
import type { TemplateDraft } from './templates/templateView'

/** The post that is begun in the calendar. */
export const useQuickAddForm = keptForm<{
  title: string
  kind: PostKind
  category: string | null
}>()

/** A template, by its id or `new`. */
export const useTemplateForm = keptForm<TemplateDraft>()

/** Which form of a part of the pane stands open, if any: by the part and what it is of. */
export const useShownForm = keptForm<{ shown: string | null }>()

/** A correction, by its id; a new one by its post's. */
export const useCorrectionForm = keptForm<{
  account: string
  wrong: string
  posted: string
  apology: string
  url: string
  day: PlainDate | null
  time: ClockTime | null
}>()

/** When and where a post came out on an account, by both their ids. */
export const useOutForm = keptForm<{
  day: PlainDate | null
  time: ClockTime | null
  url: string
  byId: PersonId | null
}>()

/** What stands on an account, by the id of its publication. */
export const usePostedForm = keptForm<{ text: string }>()

/** Why an account is left out, by the post's and its own id. */
export const useSkipForm = keptForm<{ reason: string }>()

/** The word that goes with a decision, by the post's id. */
export const useDecisionForm = keptForm<{ comment: string }>()

/** A decision signed on paper, by the post's id. */
export const usePaperForm = keptForm<{
  /** Somebody on the list by their id, or `outside`. */
  signer: string
  /** Of somebody who is not on the list. */
  name: string
  post: string
  signedOn: PlainDate | null
  decision: 'approve' | 'changes'
  comment: string
}>()

/** A remark: a new one by the post's id, a changed one by its own. Null: it is only read. */
export const useRemarkForm = keptForm<{ text: string | null }>()

/** Numbers typed for a day, by the post's id; only lines in which something was typed. */
export const useResultForm = keptForm<{
  day: PlainDate | null
  typed: Readonly<Record<string, Readonly<Record<CountName, string>>>>
}>()
