import { z } from 'zod'
import { referenceItems, type ReferenceItem, type ReferenceList } from '#contract/reference'
import agencies from '../../../../resources/reference/agencies.json' with { type: 'json' }
import approaches from '../../../../resources/reference/approaches.json' with { type: 'json' }
import closingChecks from '../../../../resources/reference/closing-checks.json' with { type: 'json' }
import complaintChannels from '../../../../resources/reference/complaint-channels.json' with { type: 'json' }
import complaintKinds from '../../../../resources/reference/complaint-kinds.json' with { type: 'json' }
import complaintSubKinds from '../../../../resources/reference/complaint-sub-kinds.json' with { type: 'json' }
import clockSets from '../../../../resources/reference/clock-sets.json' with { type: 'json' }
import channels from '../../../../resources/reference/channels.json' with { type: 'json' }
import phases from '../../../../resources/reference/phases.json' with { type: 'json' }
import productionTimes from '../../../../resources/reference/production-times.json' with { type: 'json' }
import segments from '../../../../resources/reference/segments.json' with { type: 'json' }
import stages from '../../../../resources/reference/stages.json' with { type: 'json' }
import standardAnswers from '../../../../resources/reference/standard-answers.json' with { type: 'json' }
import states from '../../../../resources/reference/states.json' with { type: 'json' }
import thrusts from '../../../../resources/reference/thrusts.json' with { type: 'json' }
import urgentKinds from '../../../../resources/reference/urgent-kinds.json' with { type: 'json' }
import waveCategories from '../../../../resources/reference/wave-categories.json' with { type: 'json' }

/** A list as a file of `resources/reference` holds it. A change of its items raises its version. */
export interface ShippedList {
  readonly version: number
  readonly items: readonly ReferenceItem[]
}

const files: Readonly<Record<ReferenceList, unknown>> = {
  phases,
  stages,
  'wave-categories': waveCategories,
  approaches,
  thrusts,
  segments,
  channels,
  states,
  'production-times': productionTimes,
  'complaint-channels': complaintChannels,
  'complaint-kinds': complaintKinds,
  'complaint-sub-kinds': complaintSubKinds,
  'urgent-kinds': urgentKinds,
  'clock-sets': clockSets,
  'standard-answers': standardAnswers,
  agencies,
  'closing-checks': closingChecks,
}

/** What this version of the application ships, checked against the shape of each list. */
export function shippedLists(): Readonly<Record<ReferenceList, ShippedList>> {
  return {
    phases: read('phases'),
    stages: read('stages'),
    'wave-categories': read('wave-categories'),
    approaches: read('approaches'),
    thrusts: read('thrusts'),
    segments: read('segments'),
    channels: read('channels'),
    states: read('states'),
    'production-times': read('production-times'),
    'complaint-channels': read('complaint-channels'),
    'complaint-kinds': read('complaint-kinds'),
    'complaint-sub-kinds': read('complaint-sub-kinds'),
    'urgent-kinds': read('urgent-kinds'),
    'clock-sets': read('clock-sets'),
    'standard-answers': read('standard-answers'),
    agencies: read('agencies'),
    'closing-checks': read('closing-checks'),
  }
}

function read(list: ReferenceList): ShippedList {
  return z
    .object({
      version: z.number().int().positive(),
      items: z.array(z.strictObject(referenceItems[list].shape)),
    })
    .parse(files[list])
}
