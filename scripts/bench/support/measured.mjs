import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** @typedef {{ seconds: number, megabytes: number }} Run wall time; peak resident memory of all its processes */

/**
 * Runs a program to its end and watches it.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Run>}
 */
export async function measuredRun(command, args, env = process.env) {
  const started = performance.now()
  const child = spawn(command, args, { stdio: 'ignore', env })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, residentOf(child.pid ?? 0))
  }, 50)
  try {
    await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
  } finally {
    clearInterval(watch)
  }
  return { seconds: (performance.now() - started) / 1000, megabytes: Math.round(peak / 1024) }
}

/**
 * Kilobytes held by a process and everything it started (Linux; 0 elsewhere).
 * @param {number} root
 */
function residentOf(root) {
  if (process.platform !== 'linux') return 0
  /** @type {Map<number, number>} */
  const parents = new Map()
  /** @type {Map<number, number>} */
  const resident = new Map()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))
      resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0))
    } catch {
      // It ended between the listing and the look.
    }
  }
  let sum = 0
  for (const pid of resident.keys()) {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) {
      if (at === root) {
        sum += resident.get(pid) ?? 0
        break
      }
    }
  }
  return sum
}
