import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @param {...(string | Buffer)} parts */
export function hashOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

/**
 * A stamp is a small JSON file that says under which conditions a step was last finished.
 * @param {string} file
 * @returns {unknown} undefined when there is none, or it is damaged
 */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} file
 * @param {unknown} value
 */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(value))
}

/**
 * @param {string} folder of an npm package
 * @returns {string}
 */
export function versionOf(folder) {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  return /** @type {{ version: string }} */ (JSON.parse(text)).version
}

/**
 * @param {string} folder
 * @param {...string} names
 */
export function allExist(folder, ...names) {
  return names.every((name) => existsSync(join(folder, name)))
}
