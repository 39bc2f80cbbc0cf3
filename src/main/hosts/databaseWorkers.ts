import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import {
  answerFromThread,
  type DatabaseAnswer,
  type DatabaseTask,
} from '../workspace/backups/task.ts'

/**
 * Does a task on a database file in a thread of its own, in Electron's workspace process as in plain
 * Node: the file stands beside this one, built or as source.
 */
export function runInThread(task: DatabaseTask): Promise<DatabaseAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: task })
    worker.once('message', (message) => {
      try {
        resolve(answerFromThread(message))
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    worker.once('error', reject)
    // Of no effect once it has answered.
    worker.once('exit', () => reject(new Error('The thread ended before it answered')))
  })
}

/** Beside the built entry, above its chunks, or this file's neighbour in the sources. */
function workerFile(): string {
  const places = ['./databaseWorker.js', '../databaseWorker.js', './databaseWorker.ts']
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)))
  const found = files.find((file) => existsSync(file))
  if (found === undefined) throw new Error('databaseWorker was not built')
  return found
}
