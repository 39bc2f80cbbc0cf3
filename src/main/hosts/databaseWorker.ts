import { parentPort, workerData } from 'node:worker_threads'
import { answerForThread, type DatabaseTask } from '../workspace/backups/task.ts'

// One task on a database file, in a thread that ends with it: the thread that answers the pages
// waits for nothing here. `databaseWorkers.ts` starts it with nothing but such a task.
parentPort?.postMessage(await answerForThread(workerData as DatabaseTask))
