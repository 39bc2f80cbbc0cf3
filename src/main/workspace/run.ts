import type { Call } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Person } from '#contract/people'
import { appendEntry, type Subject } from './audit.ts'
import type { Changes } from './changes.ts'
import type { Clock, CommandContext, Common, JobContext, QueryContext } from './context.ts'
import { explain } from './database/explain.ts'
import { readerOf, type Writer } from './database/schema.ts'
import type { FoundCall, RunCall } from './serve.ts'

/** A slice's handlers with their types forgotten; `serve` has parsed the input by then. */
export type AnyHandlers = Readonly<
  Record<string, Readonly<Record<string, (context: never, input: never) => Promise<unknown>>>>
>

export interface Runner {
  readonly db: Writer
  readonly auditKey: Uint8Array
  readonly clock: Clock
  readonly newId: () => string
  readonly actor: () => Person | null
  readonly changes: Changes
  readonly handlers: AnyHandlers
  readonly logUnexpected: (where: string, error: unknown) => string
  /** Aborted when the workspace stops. */
  readonly stopping: AbortSignal
  /** Makes a backup before a call that declares it. @throws WorkspaceError `backups.not-made` */
  readonly backUpFirst: (signal: AbortSignal) => Promise<void>
  /** After a call that made a backup first: there may be many more rows than before. */
  readonly afterBulk: () => Promise<void>
  /** Something half typed was kept, of which the audit log does not tell. */
  readonly onScratch: () => void
  /** A call found the database damaged. */
  readonly onDamage: () => void
}

export interface CallRunner {
  readonly run: RunCall
  whileOpen<T>(work: () => Promise<T>): Promise<T | null>
  idle(): Promise<void>
}

type Handler = (context: unknown, input: unknown) => Promise<unknown>

/** Gives each kind of call its context: readers a read-only handle, commands a transaction. */
export function runCall(runner: Runner): CallRunner {
  const running = new Set<Promise<unknown>>()
  const contextFor: Record<
    Exclude<Call['kind'], 'action'>,
    (found: FoundCall, input: unknown, hooks: Parameters<RunCall>[2]) => Promise<unknown>
  > = {
    query: (found, input) =>
      handlerOf(runner, found)(
        { ...common(runner), db: readerOf(runner.db) } satisfies QueryContext,
        input,
      ),
    async command(found, input, hooks) {
      const handler = handlerOf(runner, found)
      const isBulk = backsUpFirst(found.call, input)
      if (isBulk) await runner.backUpFirst(hooks.signal)
      const value = await inTransaction(
        runner,
        found.name,
        chosenActor(runner.actor()),
        (context) => handler(context, input),
        isAudited(found.call),
      )
      if (isBulk) await runner.afterBulk()
      // What is half typed nobody else shows: open pages have nothing to read again.
      if (isAudited(found.call)) runner.changes.now([found.slice, 'office'])
      else runner.onScratch()
      return value
    },
    async job(found, input, hooks) {
      const signal = AbortSignal.any([hooks.signal, runner.stopping])
      // Whoever began the work answers for all of it, though another may sit down meanwhile.
      const actor = chosenActor(runner.actor())
      const context: JobContext = {
        ...common(runner),
        actor,
        db: readerOf(runner.db),
        signal,
        write: async (change) => {
          const value = await inTransaction(runner, found.name, actor, change)
          runner.changes.soon([found.slice, 'office'])
          return value
        },
      }
      const isBulk = backsUpFirst(found.call, input)
      if (isBulk) await runner.backUpFirst(signal)
      const value = await handlerOf(runner, found)({ ...context, report: hooks.report }, input)
      if (isBulk) await runner.afterBulk()
      return value
    },
  }
  /** Keeps the database open until the work is done; null once it is being closed. */
  async function whileOpen<T>(work: () => Promise<T>): Promise<T | null> {
    if (runner.stopping.aborted) return null
    const begun = work()
    running.add(begun)
    try {
      return await begun
    } finally {
      running.delete(begun)
    }
  }

  return {
    whileOpen,
    async run(found, input, hooks) {
      const { call } = found
      if (call.kind === 'action') throw new WorkspaceError('call.unknown')
      if (runner.stopping.aborted) throw new WorkspaceError('gate.locked')
      const kind = call.kind
      try {
        return await whileOpen(() => contextFor[kind](found, input, hooks))
      } catch (error) {
        const explained = explain(error)
        if (explained instanceof WorkspaceError && explained.reason === 'database.damaged') {
          runner.onDamage()
        }
        throw explained
      }
    },
    /** Resolves when nothing runs any more; the database may then be closed. */
    async idle() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

function backsUpFirst(call: Call, input: unknown): boolean {
  return (call.kind === 'command' || call.kind === 'job') && call.backsUpFirst(input)
}

function isAudited(call: Call): boolean {
  return call.kind === 'command' && call.audited
}

/** One change, one transaction, one audit entry where it is audited; a failure leaves neither. */
export async function inTransaction<T>(
  runner: Pick<Runner, 'db' | 'auditKey' | 'clock' | 'newId' | 'actor' | 'logUnexpected'>,
  action: string,
  actor: Person,
  change: (context: CommandContext) => Promise<T>,
  audited = true,
): Promise<T> {
  const afterwards: (() => Promise<void>)[] = []
  const value = await runner.db.transaction().execute(async (writer) => {
    const subjects: Subject[] = []
    const result = await change({
      ...common(runner),
      actor,
      db: readerOf(writer),
      writer,
      record: (table, id, fields, seal) =>
        subjects.push({ table, id, fields, ...(seal !== undefined && { seal }) }),
      afterCommit: (work) => afterwards.push(work),
    })
    if (audited) {
      await appendEntry(writer, runner.auditKey, {
        at: runner.clock.now(),
        personId: actor.id,
        action,
        subjects,
      })
    }
    return result
  })
  for (const work of afterwards) {
    // The change is saved: what could not be tidied up after it must not make it look undone.
    await work().catch((error: unknown) => runner.logUnexpected(action, error))
  }
  return value
}

function common(runner: Pick<Runner, 'clock' | 'newId' | 'actor'>): Common {
  return { clock: runner.clock, newId: runner.newId, actor: runner.actor() }
}

/** @throws WorkspaceError `people.nobody-chosen` */
export function chosenActor(actor: Person | null): Person {
  if (actor === null) throw new WorkspaceError('people.nobody-chosen')
  return actor
}

function handlerOf(runner: Runner, found: FoundCall): Handler {
  const handler = runner.handlers[found.slice]?.[found.member]
  if (handler === undefined) throw new WorkspaceError('call.unknown')
  return handler as unknown as Handler
}
