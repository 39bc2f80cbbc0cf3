import type { SliceHandlers } from '#contract/call'
import type { complaintPlaces } from '#contract/complaintPlaces'
import type { Contexts } from '../../context.ts'
import { urgentDistricts } from '../queries/urgent.ts'
import { namesDistrict } from '../rules/namedPlace.ts'

/** What a launch should know of the place it is at. */
export const placeHandlers: SliceHandlers<typeof complaintPlaces, Contexts> = {
  async urgentAt({ db }, { state, place }) {
    const all = await urgentDistricts(db, state)
    const here = all.filter(({ district }) => namesDistrict(place, district))
    const sum = (of: typeof all) => of.reduce((total, { count }) => total + count, 0)
    return {
      ...{ inState: sum(all), here: sum(here) },
      districts: here.map(({ district }) => district),
    }
  },
}
