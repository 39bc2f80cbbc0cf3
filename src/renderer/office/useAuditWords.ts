import type { AuditEntry } from '#contract/office'
import { useWords } from '../words/useWords'
import { rowsByTable } from './auditView'

export interface AuditWords {
  /** `people.add` is "Tambah orang". */
  readonly actionWords: (action: string) => string
  readonly tableWords: (table: string) => string
  /** `Semakan imej (12), Imej pustaka` */
  readonly tablesWords: (subjects: AuditEntry['subjects']) => string
}

/** Names of actions and tables as people say them; one without words is shown as it was written. */
export function useAuditWords(): AuditWords {
  const { t, sayKey, hasKey } = useWords()

  function orItself(key: string, written: string): string {
    return hasKey(key) ? sayKey(key) : written
  }

  function tableWords(table: string): string {
    return orItself(`office.auditLog.tables.${table}`, table)
  }

  function tablesWords(subjects: AuditEntry['subjects']): string {
    return [...rowsByTable(subjects)]
      .map(([table, count]) =>
        count === 1
          ? tableWords(table)
          : t('office.auditLog.tableCount', { table: tableWords(table), count }),
      )
      .join(', ')
  }

  return {
    actionWords: (action) => orItself(`office.auditLog.actions.${action}`, action),
    tableWords,
    tablesWords,
  }
}
