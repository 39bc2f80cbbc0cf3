import type { MediaStore } from '../../media/store.ts'
import type { MeasureCache } from '../engine/measureCache.ts'

/** What the workspace measured, sealed beside its pictures. */
export function cacheIn(media: MediaStore): MeasureCache {
  return {
    get: (name) => media.get('measured', name),
    put: (name, bytes) => media.put('measured', name, bytes),
  }
}

const keptDays = 30
const dayMs = 86_400_000

/** A folder that nobody checked for a month is measured anew when somebody does. */
export function forgetOldMeasurements(media: MediaStore, now = Date.now()): Promise<void> {
  return media.removeOlder('measured', now - keptDays * dayMs)
}
