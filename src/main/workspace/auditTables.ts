export interface AuditTables {
  audit_entry: AuditRow
}

export interface AuditRow {
  sequence: number
  at: string
  person_id: string | null
  action: string
  /** JSON: rows and fields touched, never their values, so that disposal stays possible. */
  subjects: string
  previous_hash: string
  hash: string
}
