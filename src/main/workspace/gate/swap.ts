import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { renameDurably, writeDurably } from '../files/durable.ts'
import { keyFileAt, writeKeyFile, type DataFolder } from './folder.ts'

/** What SQLite may have written beside a database. */
const ends = ['', '-wal', '-shm'] as const

const Swap = z.object({
  /** The name under which the present file is kept aside; null where it may go: it is backed up. */
  aside: z
    .string()
    .regex(/^[\w-]+\.db$/)
    .nullable(),
})

/**
 * Puts the database at `folder.restored`, and the key file at `folder.restoredKeys` where there is
 * one, in place of the present ones. What is to be done is written down first: a process that is
 * killed on the way is followed by one that finishes it (`completeSwap`).
 */
export function swapIn(folder: DataFolder, aside: string | null): void {
  writeDurably(folder.restoring, `${JSON.stringify({ aside })}\n`)
  completeSwap(folder)
}

/** Finishes a swap that was begun; without one, what an unfinished restore left is taken away. */
export function completeSwap(folder: DataFolder): void {
  const swap = begunSwap(folder)
  if (swap === null) {
    for (const end of ends) rmSync(folder.restored + end, { force: true })
    rmSync(folder.restoredKeys, { force: true })
    return
  }
  if (existsSync(folder.restored)) {
    for (const end of ends) {
      const present = folder.database + end
      if (!existsSync(present)) continue
      if (swap.aside === null) rmSync(present)
      else renameDurably(present, join(folder.root, swap.aside + end))
    }
    renameDurably(folder.restored, folder.database)
  }
  const keys = keyFileAt(folder.restoredKeys)
  if (keys !== null) {
    writeKeyFile(folder, keys)
    rmSync(folder.restoredKeys)
  }
  rmSync(folder.restoring)
}

function begunSwap(folder: DataFolder): z.infer<typeof Swap> | null {
  try {
    return Swap.parse(JSON.parse(readFileSync(folder.restoring, 'utf8')))
  } catch {
    // None was begun: the file is written in one piece or not at all.
    return null
  }
}
