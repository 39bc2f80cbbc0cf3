import { WorkspaceError } from '#contract/errors'
import { explain } from '../database/explain.ts'

/** What the disk or a shared folder says, as a reason that is about a folder of backups. */
export function explainFile(error: unknown): unknown {
  const explained = explain(error)
  if (explained instanceof WorkspaceError) {
    if (explained.reason === 'database.full') return because('backups.folder-full', error)
    if (explained.reason === 'database.folder-unwritable') {
      return because('backups.folder-unwritable', error)
    }
    return explained
  }
  const code = error instanceof Error && 'code' in error ? error.code : ''
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return because('backups.folder-full', error)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EEXIST':
      return because('backups.folder-unwritable', error)
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'EHOSTDOWN':
    case 'ENOTCONN':
    case 'ESTALE':
    case 'EIO':
      return because('backups.folder-missing', error)
    default:
      return error
  }
}

function because(
  reason: 'backups.folder-full' | 'backups.folder-unwritable' | 'backups.folder-missing',
  cause: unknown,
): WorkspaceError {
  return Object.assign(new WorkspaceError(reason), { cause })
}
