import { readFileSync, writeFileSync } from 'node:fs'
import { startNodeImageWorker } from '../../src/main/hosts/nodeImageWorkers.ts'
import type { ImageTask } from '../../src/main/workspace/images/workers/tasks.ts'
import { Reply } from '../../src/main/workspace/images/workers/tasks.ts'

/** What one task took of the process that did it. */
export interface Taken {
  readonly value: unknown
  /** Memory at its highest, above what the process had before, in bytes. */
  readonly memory: number
  /** Time of the processor, in seconds, whatever else the machine did. */
  readonly processor: number
  readonly seconds: number
}

/** A real image worker of which is known what each task takes; Linux only. */
export async function startMeasuredWorker() {
  const before = children()
  const line = await startNodeImageWorker()
  const pid = children().find((child) => !before.includes(child))
  if (pid === undefined) throw new Error('no worker was started')
  const waiting = new Map<number, (value: unknown) => void>()
  let count = 0
  await new Promise<void>((resolve) => {
    line.onMessage((message) => {
      const reply = Reply.parse(message)
      if (reply.kind === 'ready') resolve()
      else waiting.get(reply.id)?.(reply)
    })
  })
  const ask = (task: ImageTask): Promise<unknown> =>
    new Promise((resolve) => {
      count += 1
      waiting.set(count, resolve)
      line.post({ id: count, task })
    })
  return {
    async take(task: ImageTask): Promise<Taken> {
      // Sets the highest mark back to what is used now.
      writeFileSync(`/proc/${pid}/clear_refs`, '5')
      const idle = memoryOf(pid, 'VmRSS')
      const [processor, started] = [processorOf(pid), performance.now()]
      const reply = Reply.parse(await ask(task))
      return {
        value: reply.kind === 'done' ? reply.value : reply,
        memory: memoryOf(pid, 'VmHWM') - idle,
        processor: processorOf(pid) - processor,
        seconds: (performance.now() - started) / 1_000,
      }
    },
    kill: () => line.kill(),
  }
}

function children(): string[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
}

function memoryOf(pid: string, field: 'VmRSS' | 'VmHWM'): number {
  const [, kibibytes] =
    new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) * 1_024
}

/** The 14th and 15th field, after the name in brackets, in hundredths of a second. */
function processorOf(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
