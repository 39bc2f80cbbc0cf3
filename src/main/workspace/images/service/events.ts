import { z } from 'zod'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { imageEvents } from '#contract/imageEvents'
import { PhotoReview } from '#contract/images'
import { CheckId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import { checkRow, checksByIds, updateCheck } from '../queries/checks.ts'
import { addChoice, choicesOf, isAmong, nextChoice, removeChoice } from '../queries/choices.ts'
import type { ImageCheckRow } from '../tables.ts'
import { readEvents } from './eventPhotos.ts'
import { takeReviewBack, tellLibrary } from './tellLibrary.ts'

type Handlers = SliceHandlers<typeof imageEvents, Contexts>

/** What was noted of one photo, and what stood there before. */
interface Noted {
  readonly id: CheckId
  readonly before: GivenAnswers
  readonly after: GivenAnswers
}

const GivenAnswers = z.object({
  review: z.string().nullable(),
  reviewed_by: z.string().nullable(),
  reviewed_at: z.string().nullable(),
})
type GivenAnswers = z.infer<typeof GivenAnswers>

const noAnswers: GivenAnswers = { review: null, reviewed_by: null, reviewed_at: null }

/** Choosing among the photos of one event. */
export const eventHandlers: Handlers = {
  events: readEvents,

  async pickBest(context, { best, others }) {
    const ids = [...new Set([...best, ...others])]
    const noted: Noted[] = []
    for (const id of ids) noted.push(...(await noteScene(context, id, !best.includes(id))))
    await rememberChoice(context, noted)
    const checks = await checksByIds(context.db, ids)
    for (const check of checks) await tellLibrary(context, check)
    return checks
  },

  async unpick(context, { ids }) {
    const choices = await choicesOf(context.db, ids)
    const [latest] = choices.filter((rows) => isAmong(rows, ids))
    const [first] = latest ?? []
    if (latest === undefined || first === undefined) {
      throw new WorkspaceError('images.not-undoable')
    }
    const noted = latest.map(({ check_id, before, after }): Noted => {
      const [was, is] = [before, after].map((json) => GivenAnswers.parse(JSON.parse(json)))
      return { id: CheckId.parse(check_id), before: was ?? noAnswers, after: is ?? noAnswers }
    })
    for (const one of noted) await putBack(context, one)
    await removeChoice(context.writer, first.number)
    for (const { id } of latest) context.record('image_choice', id, ['number'])
    const restored = noted.map(({ id }) => id)
    const checks = await checksByIds(context.db, restored)
    for (const check of checks) {
      await (check.review === null ? takeReviewBack : tellLibrary)(context, check)
    }
    return checks
  },
}

async function rememberChoice(
  { db, writer, newId, record }: CommandContext,
  noted: readonly Noted[],
): Promise<void> {
  const number = await nextChoice(db)
  const rows = noted.map(({ id, before, after }) => ({
    ...{ id: newId(), number, check_id: id },
    ...{ before: JSON.stringify(before), after: JSON.stringify(after) },
  }))
  await addChoice(writer, rows)
  for (const { id } of rows) record('image_choice', id, ['number', 'check_id', 'before', 'after'])
}

const nothingSeen: PhotoReview = {
  offTopic: false,
  hurtsImage: false,
  badAngle: false,
  emptyVenue: false,
  repeatedScene: false,
}

/** The other four answers stay as they were given. Empty where nothing is to be noted. */
async function noteScene(
  { db, writer, actor, clock, record }: CommandContext,
  id: CheckId,
  repeatedScene: boolean,
): Promise<Noted[]> {
  const row = await checkRow(db, id)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  const before = row.review === null ? null : PhotoReview.parse(JSON.parse(row.review))
  // A picked photo that nobody has looked through yet stays without a checklist.
  if (before === null ? !repeatedScene : before.repeatedScene === repeatedScene) return []
  const after = {
    review: JSON.stringify({ ...nothingSeen, ...before, repeatedScene }),
    reviewed_by: actor.id,
    reviewed_at: clock.now(),
  }
  await updateCheck(writer, id, after)
  record('image_check', id, ['review', 'reviewed_by', 'reviewed_at'])
  return [{ id, before: answersOf(row), after }]
}

/** @throws WorkspaceError `images.not-undoable` when somebody has answered since */
async function putBack(
  { db, writer, record }: CommandContext,
  { id, before, after }: Noted,
): Promise<void> {
  const row = await checkRow(db, id)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  const isAsNoted =
    row.review === after.review &&
    row.reviewed_by === after.reviewed_by &&
    row.reviewed_at === after.reviewed_at
  if (!isAsNoted) throw new WorkspaceError('images.not-undoable')
  await updateCheck(writer, id, before)
  record('image_check', id, ['review', 'reviewed_by', 'reviewed_at'])
}

function answersOf({ review, reviewed_by, reviewed_at }: ImageCheckRow): GivenAnswers {
  return { review, reviewed_by, reviewed_at }
}
