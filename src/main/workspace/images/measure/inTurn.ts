import { mega } from './measurement.ts'

/** Pixels from which a decoded picture is so large that only one of them is held at a time. */
export const largeFrom = 10 * mega

let lastOne: Promise<unknown> = Promise.resolve()

/** Runs `action` when whatever was handed in before has ended. */
export function inTurn<T>(action: () => Promise<T>): Promise<T> {
  const mine = lastOne.then(action, action)
  lastOne = mine.catch(() => undefined)
  return mine
}
