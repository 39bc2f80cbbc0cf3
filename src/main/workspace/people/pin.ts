import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { Base64, stretch, StretchCostOnFile, type StretchCost } from '../gate/keys.ts'

/** What is kept of a PIN: salt and hash by scrypt (RFC 7914), and at what cost it was made. */
export const SealedPin = StretchCostOnFile.extend({ salt: Base64, hash: Base64 })
export type SealedPin = z.infer<typeof SealedPin>

/**
 * A hash with a salt of its own. Six digits can be tried out by whoever reads the rows, at any cost
 * of stretching; what keeps them apart is the encrypted database. The stretching makes it slow.
 */
export async function sealPin(pin: string, cost: StretchCost): Promise<SealedPin> {
  const salt = randomBytes(16)
  const hash = await stretch(pin, salt, cost)
  return {
    kdf: 'scrypt',
    ...cost,
    salt: salt.toString('base64'),
    hash: hash.toString('base64'),
  }
}

/** Whether this is the PIN; compared in the same time whichever digit is wrong. */
export async function pinFits(sealed: SealedPin, typed: string): Promise<boolean> {
  const kept = Buffer.from(sealed.hash, 'base64')
  const made = await stretch(typed, Buffer.from(sealed.salt, 'base64'), sealed)
  return kept.byteLength === made.byteLength && timingSafeEqual(kept, made)
}
