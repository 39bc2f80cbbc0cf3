import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'

export const { limits } = defaultSizeRules

export function measureBytes(name: string, bytes: Uint8Array) {
  return measure({ kind: 'bytes', name, bytes }, limits)
}

export async function codeOf(name: string, bytes: Uint8Array): Promise<string> {
  const measured = await measureBytes(name, bytes)
  return measured.kind === 'measured' ? 'measured' : measured.unreadable.code
}

export async function codeOfFile(path: string): Promise<string> {
  const measured = await measure({ kind: 'file', path, rawPath: null }, limits)
  return measured.kind === 'measured' ? 'measured' : measured.unreadable.code
}

/** A picture that can be read, with its thumbnail. */
export async function measured(name: string, bytes: Uint8Array) {
  const result = await measureBytes(name, bytes)
  if (result.kind === 'unreadable') throw new Error(result.unreadable.code)
  const { thumbnail } = result
  if (thumbnail === null) throw new Error('no thumbnail was drawn')
  return { ...result, thumbnail }
}
