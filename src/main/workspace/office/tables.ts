export interface OfficeTables {
  /** One row a setting; `value` is JSON. */
  setting: SettingRow
}

export interface SettingRow {
  name: string
  value: string
}
