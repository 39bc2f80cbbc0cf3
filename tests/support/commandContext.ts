import { randomUUID } from 'node:crypto'
import { PersonId } from '#contract/values'
import type { CommandContext } from '../../src/main/workspace/context.ts'
import { readerOf, type Writer } from '../../src/main/workspace/database/schema.ts'
import { fixedClock } from './workspace.ts'

/** What a command is handed, over a database of the test's own; nothing is written in the log. */
export function commandContext(db: Writer): CommandContext {
  return {
    clock: fixedClock(),
    newId: randomUUID,
    actor: {
      id: PersonId.parse(randomUUID()),
      name: 'Siti',
      post: 'Pereka',
      active: true,
      roles: ['administrator'],
      hasPin: false,
    },
    db: readerOf(db),
    writer: db,
    record: () => undefined,
    afterCommit: () => undefined,
  }
}
