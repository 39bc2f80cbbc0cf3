import { createDecipheriv } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

const pageBytes = 4_096
/** SQLCipher 4 keeps an IV of 16 and an HMAC of 64 bytes at the end of each page. */
const reserved = 80
const saltBytes = 16
const logHeader = 32
const frameHeader = 24

/**
 * All pages of an encrypted database file and of its log, opened one by one: also what no table
 * refers to any more, which no query shows.
 */
export function plainPages(file: string, keyHex: string): Buffer {
  const key = Buffer.from(keyHex, 'hex')
  const bytes = readFileSync(file)
  const pages: Buffer[] = []
  for (let at = 0; at < bytes.length; at += pageBytes) {
    pages.push(plainPage(bytes.subarray(at, at + pageBytes), key, at === 0))
  }
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  for (let at = logHeader; at + frameHeader < log.length; at += frameHeader + pageBytes) {
    const isFirst = log.readUInt32BE(at) === 1
    const page = log.subarray(at + frameHeader, at + frameHeader + pageBytes)
    pages.push(plainPage(page, key, isFirst))
  }
  return Buffer.concat(pages)
}

function plainPage(page: Buffer, key: Buffer, isFirst: boolean): Buffer {
  const end = pageBytes - reserved
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16))
  decipher.setAutoPadding(false)
  return Buffer.concat([
    decipher.update(page.subarray(isFirst ? saltBytes : 0, end)),
    decipher.final(),
  ])
}
