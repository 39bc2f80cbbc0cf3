import type { OwnerKind } from '#contract/attachments'
import type { Reader } from '../../database/schema.ts'

/** What the slice that has the rows says of attaching something to one of them. */
export interface OwnerGuard {
  /**
   * Refuses where nothing may be added, renamed or taken off (any more).
   * @throws WorkspaceError of the slice that owns the row, when there is none or its state forbids it
   */
  readonly refuseChange: (db: Reader, ownerId: string) => Promise<void>
}

/** One for each kind of owner, handed in where the workspace is put together. */
export type OwnerGuards = Readonly<Record<OwnerKind, OwnerGuard>>
