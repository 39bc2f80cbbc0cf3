import { WorkspaceError } from '#contract/errors'
import type { WorkspaceClient } from '../workspace/client'
import type { PrintDocument } from './printDocument'
import type { Paper } from './paper'

const attempts = 8

export interface ReadForPrint {
  readonly paper: Omit<Paper, 'entitle'>
  readonly data: unknown
}

/**
 * Reads what a document needs, all of one moment: should the audit log grow meanwhile, it is read
 * again, so that the head printed below each page belongs to what stands above it.
 * @throws WorkspaceError `print.kept-changing` where a job writes all the time
 */
export async function readForPrint(
  { workspace, call }: Pick<WorkspaceClient, 'workspace' | 'call'>,
  document: Pick<PrintDocument, 'call'>,
  input: unknown,
): Promise<ReadForPrint> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const audit = await workspace.office.auditHead({})
    const [office, gate, data] = await Promise.all([
      workspace.office.read({}),
      workspace.gate.state({}),
      call(document.call, input),
    ])
    const after = await workspace.office.auditHead({})
    if (after.head !== audit.head) continue
    const printedBy = gate.kind === 'open' ? (gate.actor?.name ?? null) : null
    return { paper: { office, audit, printedBy, printedAt: new Date().toISOString() }, data }
  }
  throw new WorkspaceError('print.kept-changing')
}
