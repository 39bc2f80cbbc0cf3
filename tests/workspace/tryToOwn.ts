import { WorkspaceError } from '#contract/errors'
import { ownFolder, type Ownership } from '../../src/main/workspace/database/ownership.ts'

// A process that tries to own a lock file each time it is told to, and holds on to it until killed.

export interface Attempt {
  readonly outcome: string
  /** How long the attempt took. */
  readonly ms: number
}

const [lockFile = ''] = process.argv.slice(2)
let owned: Ownership | undefined

function attempt(): Attempt {
  const began = performance.now()
  let outcome = 'owned'
  try {
    owned = ownFolder(lockFile)
  } catch (error) {
    outcome = error instanceof WorkspaceError ? error.reason : String(error)
  }
  return { outcome, ms: performance.now() - began }
}

process.on('message', () => process.send?.(attempt()))
process.on('disconnect', () => {
  owned?.release()
  process.exit()
})
process.send?.('ready')
