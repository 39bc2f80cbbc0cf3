export interface AccountTables {
  account: AccountRow
  account_snapshot: AccountSnapshotRow
}

export interface AccountRow {
  id: string
  /** Key in the shipped list; null where the office added the account. */
  shipped_key: string | null
  channel: string
  handle: string
  /** The handle in small letters: one account a channel and name. */
  handle_key: string
  title: string
  unit: string
  state: string | null
  purpose: string
  /** Posts a day; null with `quota_max`: as the channel. */
  quota_min: number | null
  quota_max: number | null
  text_limit: number | null
  biography: string
  avatar_id: string | null
  header_id: string | null
  website: string
  official_email: string
  /** JSON: ids of people. */
  operators: string
  active: number
  place: number
  created_at: string
}

export interface AccountSnapshotRow {
  id: string
  account_id: string
  /** Malaysian day. */
  day: string
  followers: number | null
  likes: number | null
  recorded_by: string
  recorded_at: string
  removed_at: string | null
}
