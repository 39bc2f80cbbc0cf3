import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that a code read from paper is typed right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 160 random bits as eight groups of four characters, to be printed and kept apart. */
export function newRecoveryCode(random: (size: number) => Uint8Array = randomBytes): string {
  let bits = 0n
  for (const byte of random(20)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let place = 0; place < 32; place += 1) {
    text = alphabet.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return (text.match(/.{4}/g) ?? []).join('-')
}

/**
 * The code as it was meant: case, spaces and dashes do not matter, and letters that look like a
 * digit are read as that digit (Crockford).
 */
export function normaliseRecoveryCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}
