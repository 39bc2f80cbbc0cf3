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
