import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { onDisplay } from '../../running/display.mjs'
import { environment, isRoot, requireRuntime } from '../../setup/environment.mjs'

/** @typedef {{ firstContentMs: number, memoryMb: number }} Start */

/**
 * Starts an application and measures, from the call to the moment Chromium painted its first text
 * or picture, by Chromium's own clock; then the memory of all its processes (PSS, Linux only).
 * @param {import('../../setup/context.mjs').Context} context
 * @param {string} folder
 * @param {string} profile an Electron profile and data folder, used by this application only
 * @returns {Promise<Start>}
 */
export async function startAndMeasure(context, folder, profile) {
  const flags = ['--remote-debugging-port=0', `--user-data-dir=${profile}`]
  if (isRoot()) flags.push('--no-sandbox')
  const electron = requireRuntime(context).executable
  const [command, args] = onDisplay(electron, [...flags, folder], { hidden: true })
  const env = { ...environment(context), BKK_DATA_DIR: profile }
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  try {
    const page = await firstPage(await debuggingPort(child.stderr))
    const firstContentMs = (await firstContent(page)) - startedAt
    return { firstContentMs, memoryMb: memoryOf(child.pid ?? 0) }
  } finally {
    // With xvfb-run between, only the whole group reaches Electron.
    if (process.platform === 'win32') child.kill()
    else if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
    await new Promise((resolve) => child.once('close', resolve))
  }
}

/**
 * @param {import('node:stream').Readable} stderr
 * @returns {Promise<string>}
 */
async function debuggingPort(stderr) {
  let said = ''
  for await (const part of stderr.iterator({ destroyOnReturn: false })) {
    said += String(part)
    const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)
    if (found?.[1] !== undefined) {
      stderr.resume()
      return found[1]
    }
  }
  throw new Error(`Electron ended before it started:\n${said}`)
}

/**
 * @param {string} port
 * @returns {Promise<string>} address of the first window's debugger
 */
async function firstPage(port) {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets = /** @type {{ type: string, url: string, webSocketDebuggerUrl: string }[]} */ (
      await answer.json()
    )
    const page = targets.find(({ type, url }) => type === 'page' && url !== 'about:blank')
    if (page !== undefined) return page.webSocketDebuggerUrl
    await delay(20)
  }
}

/**
 * @param {string} address
 * @returns {Promise<number>} milliseconds since 1970
 */
async function firstContent(address) {
  const socket = new WebSocket(address)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  const expression = `(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    return paint ? performance.timeOrigin + paint.startTime : 0
  })()`
  try {
    for (let id = 1; ; id++) {
      const answered = new Promise((resolve) => {
        socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))), {
          once: true,
        })
      })
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression } }))
      const at = Number((await answered).result?.result?.value ?? 0)
      if (at > 0) return at
      await delay(20)
    }
  } finally {
    socket.close()
  }
}

/**
 * @param {number} ancestor
 * @returns {number} megabytes, NaN where the system does not tell
 */
function memoryOf(ancestor) {
  if (process.platform !== 'linux') return NaN
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  )
  /** @param {number} pid @returns {boolean} */
  const descends = (pid) => pid === ancestor || (pid > 1 && descends(parents.get(pid) ?? 0))
  const kilobytes = [...parents.keys()]
    .filter(descends)
    .filter((pid) => !/Xvfb|xvfb-run/.test(readFile(`/proc/${pid}/comm`)))
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFile(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** @param {string} pid */
function parentOf(pid) {
  // The name, in brackets, may itself hold blanks and brackets.
  return Number(readFile(`/proc/${pid}/stat`).replace(/^.*\)/s, '').split(' ')[2] ?? 0)
}

/** @param {string} file */
function readFile(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
