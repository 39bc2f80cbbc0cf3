import { z } from 'zod'
import { command, query } from './call.ts'
import { Placeholder } from './placeholders.ts'
import { PostContent, Programme } from './postContent.ts'
import { ClockTime, Instant, Line, PlainDate } from './values.ts'

export const TemplateId = z.uuid().brand<'TemplateId'>()
export type TemplateId = z.infer<typeof TemplateId>

/** So many days after the day of the programme, before it when negative. */
export const DayOffset = z.object({
  days: z.number().int().min(-365).max(365),
  unit: z.enum(['calendar', 'working']),
})
export type DayOffset = z.infer<typeof DayOffset>

/** What a template says of a post; its title, text and hashtags may hold placeholders. */
export const TemplateContent = PostContent.pick({
  ...{ title: true, brief: true, kind: true, category: true, approach: true },
  ...{ thrusts: true, segments: true, text: true, hashtags: true, links: true, notes: true },
})
export type TemplateContent = z.infer<typeof TemplateContent>

/** A post that is written again and again, but for its programme and its day. */
export const TemplateFields = z.object({
  name: Line,
  /** The phase of a cycle in which it is offered first. */
  phaseNumber: z.number().int().min(1).max(5).nullable(),
  content: TemplateContent,
  /** When the post goes out; null: on the programme's own day. */
  slot: DayOffset.nullable(),
  time: ClockTime.nullable(),
  requested: DayOffset.nullable(),
  delivered: DayOffset.nullable(),
})
export type TemplateFields = z.infer<typeof TemplateFields>

/** `clause`: where a shipped one comes from; empty for the office's own. */
export const PostTemplate = TemplateFields.extend({ id: TemplateId, clause: z.string() })
export type PostTemplate = z.infer<typeof PostTemplate>

const One = z.object({ id: TemplateId })

export const postTemplates = {
  /** By name. */
  templates: query(z.object({}), z.array(PostTemplate)),
  addTemplate: command(TemplateFields, PostTemplate),
  changeTemplate: command(z.object({ id: TemplateId, fields: TemplateFields }), PostTemplate),
  removeTemplate: command(One, One),
  /** Taken out, the latest first. */
  removedTemplates: query(z.object({}), z.array(PostTemplate.extend({ removedAt: Instant }))),
  restoreTemplate: command(One, PostTemplate),
  /**
   * A content to begin a post with; nothing is saved. A `day` given is the post's own; without one it
   * follows from the programme's. `unfilled`: placeholders that still stand in it.
   */
  fromTemplate: query(
    z.object({
      id: TemplateId,
      programme: Programme.nullable(),
      day: PlainDate.nullable(),
    }),
    z.object({ content: PostContent, unfilled: z.array(Placeholder) }),
  ),
}
