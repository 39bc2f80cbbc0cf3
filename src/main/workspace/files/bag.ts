import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { WorkspaceError } from '#contract/errors'
import { notWritten } from './savedFiles.ts'

/** What a bag says of itself, one line each; labels of RFC 8493, 2.2.2. */
export type BagInfo = Readonly<Record<string, string>>

/** What is handed over stands in this folder of a bag. */
export const payloadFolder = 'data'

/**
 * Makes a bag of a folder whose `data` is filled: everything in it is listed with its SHA-256, and
 * so are the lists themselves, so that whoever takes it over can prove that nothing was lost or
 * changed on the way (RFC 8493, BagIt 1.0). Hashes are of what stands on the disk.
 * @returns how many files it hands over, and their bytes
 * @throws WorkspaceError `images.fix-not-written`, `images.target-full`, `images.target-read-only`
 */
export async function makeBag(
  folder: string,
  info: BagInfo,
  signal: AbortSignal,
): Promise<{ readonly files: number; readonly bytes: number }> {
  try {
    const payload = await listed(folder, payloadFolder, signal)
    const bytes = payload.reduce((sum, each) => sum + each.bytes, 0)
    const told = { ...info, 'Payload-Oxum': `${bytes}.${payload.length}` }
    const tags = {
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': Object.entries(told)
        .map(([label, value]) => `${label}: ${oneLine(value)}\n`)
        .join(''),
      'manifest-sha256.txt': payload.map(({ hash, path }) => lineOf(hash, path)).join(''),
    }
    const lines = []
    for (const [name, text] of Object.entries(tags)) {
      await writeFile(join(folder, name), text, { flag: 'wx' })
      lines.push(lineOf(createHash('sha256').update(text).digest('hex'), name))
    }
    await writeFile(join(folder, 'tagmanifest-sha256.txt'), lines.join(''), { flag: 'wx' })
    return { files: payload.length, bytes }
  } catch (error) {
    throw error instanceof WorkspaceError ? error : notWritten(error)
  }
}

interface Listed {
  /** With `/` between folders, whatever the system. */
  readonly path: string
  readonly hash: string
  readonly bytes: number
}

async function listed(root: string, within: string, signal: AbortSignal): Promise<Listed[]> {
  const entries = await readdir(join(root, within), { withFileTypes: true })
  const found: Listed[] = []
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    signal.throwIfAborted()
    const path = `${within}/${entry.name}`
    if (entry.isDirectory()) {
      found.push(...(await listed(root, path, signal)))
      continue
    }
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(root, path)), hash)
    found.push({ path, hash: hash.digest('hex'), bytes: (await stat(join(root, path))).size })
  }
  return found
}

/** Two spaces between, as `sha256sum --check` reads it; what would end a line is encoded. */
function lineOf(hash: string, path: string): string {
  const encoded = path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  return `${hash}  ${encoded}\n`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
