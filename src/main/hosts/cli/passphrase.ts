import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { CannotRun } from './cannotRun.ts'

/**
 * The passphrase of the workspace: from `BKK_PASSPHRASE`, else typed at the terminal without being
 * shown. The question goes to stderr, so that stdout holds nothing but the result.
 * @throws CannotRun when there is neither
 */
export async function askPassphrase(question: string): Promise<string> {
  const given = process.env['BKK_PASSPHRASE']
  if (given !== undefined && given !== '') return given
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new CannotRun('no-passphrase')
  // readline echoes what is typed to its output: one that swallows it.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  // Asked only now: from here on the terminal itself shows nothing of what is typed.
  process.stderr.write(question)
  try {
    return await terminal.question('')
  } catch {
    // Ctrl+C or Ctrl+D: nobody wants to type it.
    throw new CannotRun('no-passphrase')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
