import {
  fillPlaceholders,
  placeholdersIn,
  wordsFor,
  type Placeholder,
} from '#contract/placeholders'
import { blankContent, type PostContent, type Programme } from '#contract/postContent'
import type { DayOffset, TemplateContent, TemplateFields } from '#contract/postTemplates'
import type { PhaseId } from '#contract/cycles'
import type { PlainDate } from '#contract/values'
import { addWorkingDays, type DayCalendar } from '../../days/rules/calendar.ts'
import { addDays } from '../../days/rules/dates.ts'
import { centralState } from './dueDays.ts'

/** What a template is filled from, besides the programme. */
export interface Surroundings {
  readonly calendar: DayCalendar
  /** The phase in which a day lies; null where it lies in none. */
  readonly phaseOn: (day: PlainDate) => { readonly id: PhaseId; readonly name: string } | null
}

/** A template's content as that of a post of which nothing else is known. */
export function contentOfTemplate(content: TemplateContent): PostContent {
  return { ...blankContent(content.title, content.kind), ...content }
}

/**
 * A content to begin a post with, and the placeholders that still stand in it (ours). Days follow
 * from the programme's, by the working days of its state; a day that is given is the post's own.
 */
export function fillTemplate(
  template: Omit<TemplateFields, 'name'>,
  programme: Programme | null,
  given: PlainDate | null,
  { calendar, phaseOn }: Surroundings,
): { content: PostContent; unfilled: Placeholder[] } {
  const state = programme?.state ?? centralState
  const base = programme?.day ?? null
  const from = (offset: DayOffset): PlainDate | null => {
    if (base === null) return null
    if (offset.unit === 'calendar') return addDays(base, offset.days)
    return addWorkingDays(calendar, state, base, offset.days)
  }
  const { slot, requested, delivered, time } = template
  const day = given ?? (slot === null ? base : from(slot))
  const phase = day === null ? null : phaseOn(day)
  const words = wordsFor(programme, day, phase?.name ?? null)
  const content = fillPlaceholders(
    {
      ...contentOfTemplate(template.content),
      ...{ programme, day, phaseId: phase?.id ?? null, time: day === null ? null : time },
      requestedOn: requested === null ? null : from(requested),
      deliveredOn: delivered === null ? null : from(delivered),
    },
    words,
  )
  return { content, unfilled: placeholdersIn(content).known }
}
