import type { assessmentMeasures } from '#contract/assessmentMeasures'
import type { SliceHandlers } from '#contract/call'
import type { Contexts } from '../../context.ts'
import { controlsOf } from '../queries/reading.ts'
import { askedOf } from '../rules/asked.ts'
import { openAssessment } from './assessed.ts'
import { changesBy, keepMeasures } from './keptMeasures.ts'
import { measureSubjects } from './measuring.ts'

/** What is measured of an assessment's controls, and the answers that follow it. */
export const measuredAnswerHandlers: SliceHandlers<typeof assessmentMeasures, Contexts> = {
  async measureAssessment(job, { id, keep }) {
    const head = await openAssessment(job.db, id)
    const asked = askedOf(await controlsOf(job.db, head.pinned.id), head.scopes)
    const [one] = await measureSubjects(job, { controls: asked }, [head.subject], head.period, job)
    const measured = one?.controls ?? []
    // Others save while it is measured: what stands there is read anew within the transaction.
    const changes = keep
      ? await job.write(async (inside) => {
          await openAssessment(inside.db, id)
          return keepMeasures(inside, id, measured)
        })
      : await changesBy(job.db, id, measured)
    return { at: job.clock.now(), controls: measured.length, changes }
  },
}
