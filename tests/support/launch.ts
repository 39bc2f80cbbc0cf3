import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

import { startScreen } from './screen.ts'
import { completeFirstRun } from './startActions.ts'

export { expect } from '@playwright/test'

/** The built application, running in the real Electron. */
export interface Application {
  readonly electron: ElectronApplication
  readonly window: Page
  /** Its data folder. */
  readonly folder: string
  /**
   * Uncaught errors and `console.error` of the page, refusals of its content policy among them; each
   * with the address it is about.
   */
  readonly complaints: readonly string[]
  /** Quits as a person does; resolves when the process has ended. */
  close(): Promise<void>
}

export interface StartOptions {
  /** An existing data folder, e.g. of an application that was closed. Default: the test's own. */
  readonly folder?: string
  /** On a workspace after its first run, which waits for the passphrase: see `enter`. */
  readonly begun?: boolean
  /** Breaks something in the data folder before the start. */
  readonly broken?: BrokenStart
  /** The log may name failures; else the test fails when anything unforeseen was written down. */
  readonly failuresExpected?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** Ways in which a data folder can be in the way of a start. */
export type BrokenStart = keyof typeof breakages

const breakages = {
  /** A file stands where the data folder is to be; nothing can be kept. */
  'folder-is-a-file': (folder: string) => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'in the way')
  },
  'key-file-damaged': (folder: string) => writeFileSync(join(folder, 'kunci.json'), '{"format":'),
  'database-foreign': (folder: string) =>
    writeFileSync(join(folder, 'ruang-kerja.db'), 'this is no database'),
  'shell-settings-damaged': (folder: string) => {
    mkdirSync(join(folder, 'shell'), { recursive: true })
    writeFileSync(join(folder, 'shell', 'shell.json'), '{"window":{"bounds":{"x":"far"}}}')
  },
} as const satisfies Record<string, (folder: string) => void>

interface WorkerFixtures {
  /** This worker's own screen, so that windows of tests side by side do not take each other's focus. */
  display: undefined
  /** A data folder after the first run, gone through once for all of this worker's tests. */
  begun: string
}

interface Fixtures {
  /** This test's own data folder; taken away after it. */
  folder: string
  /** Starts the application; everything started is closed after the test. */
  start: (options?: StartOptions) => Promise<Application>
  /** One application, before its first run. */
  newApplication: Application
  /** One application after the first run, which waits for the passphrase: see `enter`. */
  application: Application
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    async ({}, use) => {
      const stop = process.platform === 'linux' ? await startScreen() : () => undefined
      await use(undefined)
      stop()
    },
    { scope: 'worker', auto: true },
  ],

  begun: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'ruang-kerja-'))
      const application = await startApplication(folder)
      await completeFirstRun(application.window)
      await application.close()
      await use(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  // Playwright reads the fixtures a fixture needs from this pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ruang-kerja-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },

  start: async ({ folder, begun }, use) => {
    const started: Application[] = []
    const quietFolders = new Set<string>()
    await use(async (options = {}) => {
      const where = options.folder ?? folder
      if (options.begun === true) copyBegun(begun, where)
      if (options.broken !== undefined) breakages[options.broken](where)
      if (options.failuresExpected !== true) quietFolders.add(where)
      const application = await startApplication(where, options.env)
      started.push(application)
      return application
    })
    for (const application of started) await application.close()
    for (const where of quietFolders) {
      const log = failuresIn(where)
      if (log !== '') throw new Error(`Unforeseen failures were logged:\n${log}`)
    }
  },

  newApplication: async ({ start }, use) => {
    await use(await start())
  },

  application: async ({ start }, use) => {
    await use(await start({ begun: true }))
  },
})

/** What the first run leaves: its key, its database, and the copy of the key for the backups. */
function copyBegun(from: string, to: string): void {
  mkdirSync(join(to, 'sandaran'))
  for (const file of ['kunci.json', 'ruang-kerja.db', join('sandaran', 'kunci.json')]) {
    copyFileSync(join(from, file), join(to, file))
  }
}

/** The text of the application's log; empty when nothing failed. */
export function failuresIn(folder: string): string {
  const log = join(folder, 'log', 'application.log')
  return existsSync(log) ? readFileSync(log, 'utf8') : ''
}

/** Arguments for Electron: Chromium's sandbox refuses to start for root. */
export function electronArguments(): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return [...(isRoot ? ['--no-sandbox'] : []), '.']
}

/** What the application is started with: this process's environment, and its own data folder. */
export function applicationEnvironment(folder: string): Record<string, string> {
  const defined = Object.entries(process.env).filter((entry): entry is [string, string] => {
    const [name, value] = entry
    return value !== undefined && name !== 'ELECTRON_RENDERER_URL'
  })
  return { ...Object.fromEntries(defined), BKK_DATA_DIR: folder }
}

async function startApplication(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Application> {
  const electron = await _electron.launch({
    args: electronArguments(),
    env: { ...applicationEnvironment(folder), ...env },
  })
  const complaints: string[] = []
  const window = await electron.firstWindow()
  window.on('pageerror', (error) => complaints.push(error.message))
  window.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push([message.text(), message.location().url].filter(Boolean).join(' '))
    }
  })
  await window.waitForLoadState('load')
  let ended = false
  electron.on('close', () => (ended = true))
  const close = async () => {
    if (!ended) await electron.close()
  }
  return { electron, window, folder, complaints, close }
}

/** The window as the main process knows it. */
export function mainWindow({ electron }: Application) {
  return electron.evaluateHandle(({ BrowserWindow }) => {
    const [own] = BrowserWindow.getAllWindows()
    if (own === undefined) throw new Error('There is no window')
    return own
  })
}

/** Process ids of the workspace or of the image workers. */
export async function processIds(
  application: Application,
  name: 'BKK workspace' | 'BKK image worker',
): Promise<number[]> {
  return application.electron.evaluate(
    ({ app }, wanted) =>
      app
        .getAppMetrics()
        .filter((metric) => metric.name === wanted)
        .map((metric) => metric.pid),
    name,
  )
}

const killed = new Set<number>()

/** Kills the workspace process, once there is one, as the system would when it is out of memory. */
export async function killWorkspace(application: Application): Promise<number> {
  for (let patience = 100; patience > 0; patience--) {
    const pids = await processIds(application, 'BKK workspace')
    // A killed process is listed for a while.
    const pid = pids.find((each) => !killed.has(each))
    if (pid !== undefined) {
      killed.add(pid)
      process.kill(pid, 'SIGKILL')
      return pid
    }
    await application.window.waitForTimeout(50)
  }
  throw new Error('No workspace process runs')
}
