/** A row of a list, or none while it is on its way. */
export type Maybe<T> = T | undefined
