import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './stamps.mjs'

/** @typedef {Record<string, { mtimeMs: number, size: number, hash: string }>} Fingerprint */

/**
 * Content hashes of all files under `entries`. A file whose time and size are those of `known`
 * is not read again: that keeps the second start fast.
 * @param {string} root
 * @param {string[]} entries files and folders, relative to root; what does not exist is left out
 * @param {Fingerprint} [known]
 * @returns {Fingerprint}
 */
export function fingerprint(root, entries, known = {}) {
  /** @type {Fingerprint} */
  const result = {}
  for (const path of entries.flatMap((entry) => filesUnder(root, entry)).sort()) {
    const { mtimeMs, size } = statSync(join(root, path))
    const before = known[path]
    const same = before !== undefined && before.mtimeMs === mtimeMs && before.size === size
    const hash = same ? before.hash : hashOf(readFileSync(join(root, path)))
    result[path] = { mtimeMs, size, hash }
  }
  return result
}

/**
 * Whether both describe the same files with the same content, whenever they were written.
 * @param {Fingerprint} one
 * @param {Fingerprint} other
 */
export function sameContent(one, other) {
  const paths = Object.keys(one)
  return (
    paths.length === Object.keys(other).length &&
    paths.every((path) => one[path]?.hash === other[path]?.hash)
  )
}

/**
 * @param {string} root
 * @param {string} entry
 * @returns {string[]}
 */
function filesUnder(root, entry) {
  const stat = statSync(join(root, entry), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [entry]
  return readdirSync(join(root, entry)).flatMap((name) => filesUnder(root, `${entry}/${name}`))
}
