import type { Finding, ImageKind, Verdict } from '#contract/findings'
import type { Language } from '#contract/values'
import type { CheckedSource } from '../../workspace/images/engine/check.ts'
import { messageOf } from './sentence.ts'

/** One row of `--json`: other programs rely on these keys and no others. */
export interface Row {
  readonly path: string
  readonly kind: ImageKind
  readonly verdict: Verdict
  /** In pixels, after EXIF rotation; null where not even the header could be read. */
  readonly width: number | null
  readonly height: number | null
  readonly findings: readonly RowFinding[]
}

export interface RowFinding {
  readonly code: Finding['code']
  readonly severity: Finding['severity']
  readonly message: string
  readonly measured: string | null
  readonly required: string | null
  readonly clause: string | null
  readonly of?: string
}

export function rowOf(path: string, checked: CheckedSource, language: Language): Row {
  const { measured, kind, verdict, findings } = checked
  const { width, height } = knownOf(measured)
  return {
    path,
    kind,
    verdict,
    width,
    height,
    findings: findings.map((finding) => rowFinding(finding, language)),
  }
}

function knownOf(measured: CheckedSource['measured']): Pick<Row, 'width' | 'height'> {
  if (measured.kind === 'measured') return measured.measurement
  return measured.kind === 'medium' ? measured.facts : measured.unreadable
}

function rowFinding(finding: Finding, language: Language): RowFinding {
  const { code, severity, measured, required, clause, of } = finding
  const message = messageOf(finding, language)
  return {
    code,
    severity,
    message,
    measured,
    required,
    clause,
    ...(of !== undefined && { of }),
  }
}
