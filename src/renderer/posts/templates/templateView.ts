import { placeholdersIn, type Placeholder } from '#contract/placeholders'
import { blankContent, type PostKind } from '#contract/postContent'
import {
  TemplateFields,
  type DayOffset,
  type PostTemplate,
  type TemplateContent,
} from '#contract/postTemplates'
import type { ClockTime } from '#contract/values'

/** Which way and in which days one counts from the programme; `none`: not at all. */
export const offsetWays = [
  'none',
  'working-before',
  'calendar-before',
  'working-after',
  'calendar-after',
] as const
export type OffsetWay = (typeof offsetWays)[number]

/** An offset as it is chosen: a way and a count of days. */
export interface OffsetDraft {
  readonly way: OffsetWay
  /** Not a number while the field is empty. */
  readonly count: number
}

export function draftOfOffset(offset: DayOffset | null): OffsetDraft {
  if (offset === null) return { way: 'none', count: 0 }
  const side = offset.days > 0 ? 'after' : 'before'
  return { way: `${offset.unit}-${side}`, count: Math.abs(offset.days) }
}

export function offsetOf({ way, count }: OffsetDraft): DayOffset | null {
  if (way === 'none') return null
  const unit = way.startsWith('working') ? 'working' : 'calendar'
  return { unit, days: way.endsWith('before') ? 0 - count : count }
}

export function isSoundCount({ way, count }: OffsetDraft): boolean {
  return way === 'none' || (Number.isInteger(count) && count >= 0 && count <= 365)
}

/** A template as it is typed. */
export interface TemplateDraft {
  name: string
  phaseNumber: number | null
  title: string
  brief: string
  kind: PostKind
  category: string | null
  approach: string | null
  thrusts: readonly string[]
  segments: readonly string[]
  text: string
  hashtags: readonly string[]
  links: readonly string[]
  notes: string
  slot: OffsetDraft
  time: ClockTime | null
  requested: OffsetDraft
  delivered: OffsetDraft
}

export function draftOf(template: PostTemplate | null): TemplateDraft {
  const content: TemplateContent = template?.content ?? blankContent('', 'infographic')
  const { title, brief, kind, category, text, hashtags, notes } = content
  const { approach, thrusts, segments, links } = content
  return {
    ...{ name: template?.name ?? '', phaseNumber: template?.phaseNumber ?? null },
    ...{ title, brief, kind, category, text, hashtags, notes, time: template?.time ?? null },
    ...{ approach, thrusts, segments, links },
    slot: draftOfOffset(template?.slot ?? null),
    requested: draftOfOffset(template?.requested ?? null),
    delivered: draftOfOffset(template?.delivered ?? null),
  }
}

/** What a draft says, or null while something is unsound. */
export function fieldsOf(draft: TemplateDraft): TemplateFields | null {
  const { title, brief, kind, category, approach, text, notes } = draft
  const { data } = TemplateFields.safeParse({
    ...{ name: draft.name, phaseNumber: draft.phaseNumber, time: draft.time },
    content: {
      ...{ title, brief, kind, category, approach, text, notes, hashtags: draft.hashtags },
      ...{ thrusts: draft.thrusts, segments: draft.segments, links: draft.links },
    },
    slot: offsetOf(draft.slot),
    requested: offsetOf(draft.requested),
    delivered: offsetOf(draft.delivered),
  })
  return data ?? null
}

/** What stands in braces and could never be filled. */
export function unknownIn({ title, text, hashtags }: TemplateDraft): string[] {
  return placeholdersIn({ title, text, hashtags: [...hashtags] }).unknown
}

/**
 * Templates in the order in which they are offered on a day: those of its phase first, and then,
 * within and after them, those of the category that the post is to have.
 * @param category null: none is chosen
 */
export function offeredTemplates(
  templates: readonly PostTemplate[],
  phaseNumber: number | null,
  category: string | null = null,
): PostTemplate[] {
  const weight = (each: PostTemplate): number =>
    (phaseNumber !== null && each.phaseNumber === phaseNumber ? 2 : 0) +
    (category !== null && each.content.category === category ? 1 : 0)
  return templates.toSorted((one, other) => weight(other) - weight(one))
}

/** Whether a template asks for a programme, by what it leaves open or by how it counts its days. */
export function asksForProgramme({ content, slot, requested, delivered }: PostTemplate): boolean {
  const counts = [slot, requested, delivered].some((offset) => offset !== null)
  return counts || placeholdersIn(content).known.some((each) => each.startsWith('programme.'))
}

/** Names of the placeholders among the words of the window. */
export const placeholderKeys = {
  'programme.name': 'posts.templates.placeholders.programmeName',
  'programme.day': 'posts.templates.placeholders.programmeDay',
  'programme.place': 'posts.templates.placeholders.programmePlace',
  'programme.time': 'posts.templates.placeholders.programmeTime',
  guests: 'posts.templates.placeholders.guests',
  day: 'posts.templates.placeholders.day',
  phase: 'posts.templates.placeholders.phase',
} as const satisfies Record<Placeholder, string>
