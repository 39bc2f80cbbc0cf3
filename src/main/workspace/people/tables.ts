export interface PeopleTables {
  person: PersonRow
  person_role: PersonRoleRow
  person_pin: PersonPinRow
  person_memory: PersonMemoryRow
}

export interface PersonRow {
  id: string
  name: string
  post: string
  /** 1 = may be chosen at the keyboard, 0 = has left. */
  active: number
  created_at: string
}

/** One row a role that a person has. */
export interface PersonRoleRow {
  person_id: string
  role: string
}

/** Apart from the person, so that reading people never reads a PIN. */
export interface PersonPinRow {
  /** The person's id. */
  id: string
  /** JSON of `SealedPin`: cost, salt and hash. */
  sealed: string
}

/** What a person left on the screen, one row a thing; nobody else is shown it. */
export interface PersonMemoryRow {
  person_id: string
  name: string
  /** JSON. */
  value: string
}
