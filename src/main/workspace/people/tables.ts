export interface PeopleTables {
  person: PersonRow
}

export interface PersonRow {
  id: string
  name: string
  post: string
  /** 1 = may be chosen at the keyboard, 0 = has left. */
  active: number
  created_at: string
}
