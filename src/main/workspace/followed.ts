import { holidayImportHandlers } from './days/importing.ts'
import { dayHandlers } from './days/service.ts'
import { planningHandlers } from './planning/service.ts'
import { recountingPosts } from './posts/service/recounting.ts'
import { referenceHandlers } from './reference/service.ts'

/** Slices that know nothing of posts, but move their last days: what they change is followed there. */
export const followedByPosts = recountingPosts({
  days: { ...dayHandlers, ...holidayImportHandlers },
  ...{ reference: referenceHandlers, planning: planningHandlers },
})
