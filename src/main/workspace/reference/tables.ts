export interface ReferenceTables {
  reference_item: ReferenceItemRow
}

/** One item of one list. The shipped part is replaced by updates; the office's part never is. */
export interface ReferenceItemRow {
  /** `list/key` */
  id: string
  list: string
  key: string
  /** JSON: the item as last shipped; null where the office added it. */
  shipped: string | null
  /** Version of the list that brought it. */
  shipped_version: number | null
  /** JSON: the fields that differ from the shipped ones; all fields where nothing was shipped. */
  own: string | null
  /** 1 = the office does not use it; it is kept for what refers to it. */
  removed: number
  place: number
}
