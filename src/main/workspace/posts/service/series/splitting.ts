import { SeriesId } from '#contract/postIds'
import type { CommandContext } from '../../../context.ts'
import { listCycles } from '../../../cycles/queries.ts'
import { addDays } from '../../../days/rules/dates.ts'
import type { SeriesRecord } from '../../queries/series.ts'
import { phaseOn } from '../../../cycles/rules/phases.ts'
import { contentOn } from '../../rules/seriesContent.ts'
import { splitRule } from '../../rules/seriesPlan.ts'
import type { Journal } from './journal.ts'
import type { InSeries } from './known.ts'

/**
 * Makes a series of its own of a post and those after it; the one it was part of ends the day
 * before. Where the post is the first of its series, that series changes as a whole.
 * @param changes how the series that goes on differs from what it was
 * @returns the series that goes on
 */
export async function splitSeries(
  { db, newId, clock }: CommandContext,
  journal: Journal,
  { series, day, members }: InSeries,
  changes: Partial<SeriesRecord>,
): Promise<SeriesRecord> {
  const cycles = await listCycles(db)
  const startsOn = changes.starts_on ?? (day < series.starts_on ? series.starts_on : day)
  const content = contentOn(
    changes.content ?? series.content,
    startsOn,
    (each) => phaseOn(cycles, each)?.id ?? null,
  )
  if (day <= series.starts_on) {
    const whole = { ...series, starts_on: startsOn, ...changes, content }
    await journal.changeSeries(whole)
    return whole
  }
  const parts = splitRule(series.rule, series.starts_on, day)
  const [id, created_at] = [SeriesId.parse(newId()), clock.now()]
  const next: SeriesRecord = {
    ...{ ...series, id, rule: parts.after, starts_on: startsOn, created_at },
    ...{ ...changes, content },
  }
  await journal.changeSeries({ ...series, rule: parts.before, made_to: addDays(day, -1) })
  await journal.addSeries(next)
  const later = members.filter(({ seriesDay }) => seriesDay >= day)
  await journal.note(later.map((member) => member.id))
  for (const member of later) await journal.place(member.id, id, member.seriesDay)
  return next
}
