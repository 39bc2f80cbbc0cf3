import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Written beside, flushed, then renamed: the old content or the new one, never half of it. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const beside = `${file}.baharu`
  const handle = openSync(beside, 'w', 0o600)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    let written = 0
    while (written < bytes.length) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameDurably(beside, file)
}

/** A rename that a power failure does not undo. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  flushFolder(dirname(to))
}

/** Windows cannot open a folder; there the rename itself is journalled by NTFS. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Copies a file beside its new place, flushes and renames it: nobody ever finds half of it there.
 * Memory stays small, however large the file.
 * @param accept asked, when all is written, with the SHA-256 of what was read; false leaves nothing
 * @returns whether it was accepted
 */
export async function copyDurably(
  from: string,
  to: string,
  {
    accept = () => true,
    signal,
    onBytes,
  }: {
    readonly accept?: (sha256: string) => boolean
    readonly signal?: AbortSignal
    readonly onBytes?: (bytes: number) => void
  } = {},
): Promise<boolean> {
  const beside = `${to}.baharu`
  const hash = createHash('sha256')
  const source = await open(from, 'r')
  try {
    const target = await open(beside, 'w', 0o600)
    try {
      const chunk = Buffer.alloc(1 << 20)
      for (;;) {
        signal?.throwIfAborted()
        const { bytesRead } = await source.read(chunk, 0, chunk.length)
        if (bytesRead === 0) break
        const part = chunk.subarray(0, bytesRead)
        hash.update(part)
        for (let written = 0; written < bytesRead;) {
          written += (await target.write(part, written)).bytesWritten
        }
        onBytes?.(bytesRead)
      }
      await target.sync()
    } finally {
      await target.close()
    }
    const accepted = accept(hash.digest('hex'))
    if (accepted) renameDurably(beside, to)
    else await rm(beside, { force: true })
    return accepted
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  } finally {
    await source.close()
  }
}
