import type { Person } from '#contract/people'
import type { PersonId } from '#contract/values'
import type { Clock } from '../context.ts'
import type { Reader } from '../database/schema.ts'
import type { StretchCost } from '../gate/keys.ts'
import { pinFits, sealPin, type SealedPin } from './pin.ts'
import { findPin } from './queries.ts'
import { countTries } from './tries.ts'

/** PINs of an open workspace, and how often each was tried wrongly. */
export interface Pins {
  /** @throws WorkspaceError `people.wrong-pin`, or `people.pin-wait` with the seconds to wait */
  prove(person: Pick<Person, 'id'>, typed: string): Promise<void>
  /** What to keep of a new PIN; null for none. */
  seal(pin: string | null): Promise<SealedPin | null>
  /** Another PIN, or none: what was tried against the old one no longer counts. */
  forgetTries(id: PersonId): void
}

export function keepPins(db: Reader, clock: Clock, cost: StretchCost): Pins {
  const tries = countTries(clock)
  return {
    async prove({ id }, typed) {
      tries.refuseWhileWaiting(id)
      const sealed = await findPin(db, id)
      if (sealed === null || !(await pinFits(sealed, typed))) throw tries.wrong(id)
      tries.forget(id)
    },
    seal: async (pin) => (pin === null ? null : sealPin(pin, cost)),
    forgetTries: (id) => tries.forget(id),
  }
}
