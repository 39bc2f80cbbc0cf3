import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const given = ['Faridah', 'Kumaravel', 'Mei Ling', 'Zulkarnain', 'Dayang Suraya', 'Jeffrizal']
const family = ['Abdul Hamid', 'Subramaniam', 'Tan Seng', 'Osmanuddin', 'Awangku', 'Lasimbang']

/** Gives a text nobody else has, and remembers it. */
export interface PersonalStrings {
  readonly all: readonly string[]
  /** For example `Guest 17 Faridah Awangku`. */
  next(kind: string): string
}

export function personalStrings(): PersonalStrings {
  const all: string[] = []
  return {
    all,
    next(kind) {
      const place = all.length
      const first = given[place % given.length] ?? ''
      const last = family[Math.floor(place / given.length) % family.length] ?? ''
      const text = `${kind} ${place} ${first} ${last}`
      all.push(text)
      return text
    },
  }
}

export interface Traces {
  /** Every file that was looked through, relative to the folder. */
  readonly files: readonly string[]
  /** `file: text (encoding)` for each text that stands readable in a file, or in a file's name. */
  readonly found: readonly string[]
}

/** Looks for texts in all files below a folder, as UTF-8 and as UTF-16. */
export async function tracesBelow(folder: string, texts: readonly string[]): Promise<Traces> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  const files: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    files.push(name)
    found.push(...tracesIn(await readFile(path), texts).map((trace) => `${name}: ${trace}`))
    for (const text of texts) if (name.includes(text)) found.push(`${name}: ${text} (its name)`)
  }
  return { files: files.sort(), found }
}

/** `text (encoding)` for each text that stands readable in the bytes. */
export function tracesIn(bytes: Buffer, texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    (['utf8', 'utf16le'] as const)
      .filter((encoding) => bytes.includes(Buffer.from(text, encoding)))
      .map((encoding) => `${text} (${encoding})`),
  )
}
