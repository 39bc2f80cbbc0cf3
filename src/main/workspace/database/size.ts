import { stat } from 'node:fs/promises'

/** Bytes of a database file and of its log; one that is not there counts nothing. */
export async function databaseSize(file: string): Promise<number> {
  const sizes = await Promise.all(
    [file, `${file}-wal`].map(async (name) =>
      stat(name).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
