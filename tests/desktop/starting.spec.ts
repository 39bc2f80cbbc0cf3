import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { furnish } from '../support/furnish.ts'
import {
  applicationEnvironment,
  electronArguments,
  expect,
  failuresIn,
  killWorkspace,
  mainWindow,
  processIds,
  test,
} from '../support/launch.ts'
import { takeClient } from '../support/takeClient.ts'

test('the window shows the application, at its least size or more', async ({
  newApplication: application,
}) => {
  expect(application.window.url()).toMatch(/^app:\/\/bkk\/(#|$)/)
  const shown = await (
    await mainWindow(application)
  ).evaluate((own) => ({
    visible: own.isVisible(),
    least: own.getMinimumSize(),
    title: own.getTitle(),
  }))
  expect(shown).toEqual({ visible: true, least: [1024, 680], title: 'Ruang Kerja BKK' })
  expect(application.complaints).toEqual([])
})

test('the page reaches the workspace over its own port', async ({
  newApplication: application,
}) => {
  await takeClient(application)
  const state = await application.window.evaluate(() =>
    window.clientInPage.workspace.gate.state({}),
  )
  expect(state).toEqual({ kind: 'missing', folder: application.folder })
  expect(await application.window.evaluate(() => window.clientInPage.states.at(-1))).toBe('running')
  expect(await processIds(application, 'BKK workspace')).toHaveLength(1)
})

test('a reloaded page gets a port of its own', async ({ newApplication: application }) => {
  await takeClient(application)
  await application.window.reload()
  const state = await application.window.evaluate(() =>
    window.clientInPage.workspace.gate.state({}),
  )
  expect(state.kind).toBe('missing')
})

test('a page that still loads when the workspace becomes ready gets one port', async ({
  start,
}) => {
  const application = await start({ failuresExpected: true })
  await takeClient(application)
  await application.window.addInitScript(() => {
    let ports = 0
    window.clientInPage.connected.add(() => {
      ports += 1
      document.documentElement.dataset['ports'] = String(ports)
    })
    // A page as slow as on a busy machine: the workspace is back before it has loaded.
    window.addEventListener('DOMContentLoaded', () => {
      for (const until = Date.now() + 2_000; Date.now() < until;);
    })
  })
  await killWorkspace(application)
  await application.window.reload()
  await application.window.evaluate(() => window.clientInPage.workspace.gate.state({}))
  // What the shell sent after its last word on the process would be here by now.
  await application.window.waitForTimeout(500)
  await expect(application.window.locator('html')).toHaveAttribute('data-ports', '1')
})

test('after a crash of the workspace, pending calls fail, and the next ones are answered', async ({
  start,
}) => {
  const application = await start({ failuresExpected: true })
  await takeClient(application)
  const [pid] = await processIds(application, 'BKK workspace')
  if (pid === undefined) throw new Error('No workspace process runs')
  // Stopped first, so that the call is certainly still pending when the process is killed.
  process.kill(pid, 'SIGSTOP')
  const pending = application.window.evaluate(() =>
    window.clientInPage.workspace.gate.state({}).then(
      () => 'answered',
      (error: unknown) => String(error),
    ),
  )
  await killWorkspace(application)
  expect(await pending).toContain('workspace.crashed')

  const next = await application.window.evaluate(() => window.clientInPage.workspace.gate.state({}))
  expect(next.kind).toBe('missing')
  expect(await application.window.evaluate(() => window.clientInPage.states)).toEqual(
    expect.arrayContaining(['running', 'restarting', 'running']),
  )
  const [another] = await processIds(application, 'BKK workspace')
  expect(another).not.toBe(pid)
})

test('at the third crash within a minute the shell gives up and says so', async ({ start }) => {
  const application = await start({ failuresExpected: true })
  await takeClient(application)
  for (let crash = 1; crash <= 3; crash++) await killWorkspace(application)
  const states = () => application.window.evaluate(() => window.clientInPage.states)
  await expect.poll(async () => (await states()).at(-1)).toBe('given-up')
  expect((await states()).filter((state) => state === 'restarting')).toHaveLength(2)
  await expect.poll(() => processIds(application, 'BKK workspace')).toEqual([])
  const refused = await application.window.evaluate(() =>
    window.clientInPage.workspace.gate.state({}).catch((error: unknown) => String(error)),
  )
  expect(refused).toContain('workspace.stopped')
})

test('a page that crashed is loaded again', async ({ start }) => {
  const application = await start({ failuresExpected: true })
  const own = await mainWindow(application)
  // Asking a page that is about to crash would never be answered: the load itself tells. It counts
  // from the crash on, since the shell may not have heard of the first one yet.
  const loadedAgain = own.evaluate(
    ({ webContents }) =>
      new Promise<string>((resolve) => {
        webContents.once('render-process-gone', () =>
          webContents.once('did-finish-load', () => resolve(webContents.getURL())),
        )
        webContents.forcefullyCrashRenderer()
      }),
  )
  expect(await loadedAgain).toMatch(/^app:\/\/bkk\//)
  await expect.poll(() => failuresIn(application.folder)).toContain('"where":"page"')
})

test('quitting lets the workspace close its database first', async ({ start }) => {
  const application = await start()
  await furnish(application)
  const journal = join(application.folder, 'ruang-kerja.db-wal')
  expect(existsSync(journal)).toBe(true)
  await application.close()
  // SQLite takes the journal away when the last connection is closed, not when it is killed.
  expect(existsSync(journal)).toBe(false)

  const again = await start()
  await takeClient(again)
  const state = await again.window.evaluate(() => window.clientInPage.workspace.gate.state({}))
  expect(state).toEqual({ kind: 'locked', folder: application.folder, remembered: false })
})

test('quitting does not wait longer than ten seconds for a workspace that hangs', async ({
  newApplication: application,
}) => {
  await takeClient(application)
  const [pid] = await processIds(application, 'BKK workspace')
  if (pid === undefined) throw new Error('No workspace process runs')
  process.kill(pid, 'SIGSTOP')
  const began = Date.now()
  await application.close()
  expect(Date.now() - began).toBeGreaterThan(9_000)
  expect(Date.now() - began).toBeLessThan(30_000)
})

test('a second start shows the first window and ends', async ({ newApplication: application }) => {
  await (await mainWindow(application)).evaluate((own) => own.minimize())
  const began = Date.now()
  const second = spawn(application.electron.process().spawnfile, electronArguments(), {
    env: applicationEnvironment(application.folder),
    stdio: 'ignore',
  })
  const exit: unknown[] = await once(second, 'exit')
  expect(exit).toEqual([0, null])
  expect(Date.now() - began).toBeLessThan(30_000)
  await expect
    .poll(async () => (await mainWindow(application)).evaluate((own) => own.isMinimized()))
    .toBe(false)
  expect(application.electron.windows()).toHaveLength(1)
})

test('the window opens as it was left', async ({ start }) => {
  const first = await start()
  await (await mainWindow(first)).evaluate((own) => own.setSize(1100, 700))
  await first.window.evaluate(() => window.desktop.setTheme('dark'))
  const themed = await first.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  expect(themed).toBe('dark')
  await first.close()

  const second = await start()
  const size = await (await mainWindow(second)).evaluate((own) => own.getSize())
  expect(size).toEqual([1100, 700])
})

test('damaged shell settings count as none', async ({ start }) => {
  const application = await start({ broken: 'shell-settings-damaged' })
  expect(application.window.url()).toMatch(/^app:\/\/bkk\/(#|$)/)
})

for (const [broken, reason] of [
  ['key-file-damaged', 'database.key-file-damaged'],
  ['database-foreign', 'database.key-file-missing'],
  ['folder-is-a-file', 'database.folder-unwritable'],
] as const) {
  test(`a folder that cannot be opened (${broken}) is said, not a blank window`, async ({
    start,
  }) => {
    const application = await start({ broken })
    await takeClient(application)
    const state = await application.window.evaluate(() =>
      window.clientInPage.workspace.gate.state({}),
    )
    expect(state).toEqual({ kind: 'failed', reason, details: expect.any(Object) as object })
  })
}
