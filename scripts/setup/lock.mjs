import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Runs `work` while no other process holds the lock file; a lock whose owner died is taken over.
 * @template T
 * @param {string} file
 * @param {() => void} onWait called once when somebody else is at work
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  mkdirSync(dirname(file), { recursive: true })
  for (let tries = 0; !take(file); tries++) {
    if (tries === 0) onWait()
    if (!ownerLives(file)) rmSync(file, { force: true })
    else await delay(250)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * Only a lock that names a process which no longer exists is dead. One that is empty or gone is
 * just being taken or released: try again.
 * @param {string} file
 */
function ownerLives(file) {
  const owner = Number(readFileIfAny(file))
  if (owner === 0) return true
  try {
    return process.kill(owner, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {string} file */
function readFileIfAny(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
