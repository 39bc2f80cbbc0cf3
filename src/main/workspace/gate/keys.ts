import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

export interface StretchCost {
  readonly N: number
  readonly r: 8
  readonly p: 1
}

/** scrypt's cost: 2^17 × 8 × 128 bytes = 128 MB and about a third of a second on an office PC. */
export const fullCost: StretchCost = { N: 2 ** 17, r: 8, p: 1 }

export const Base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/)

/** How much something was stretched, as it is written down. */
export const StretchCostOnFile = z.object({
  kdf: z.literal('scrypt'),
  // A planted file must not take more memory than twice what ours asks for.
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 18),
  r: z.literal(8),
  p: z.literal(1),
})

/** The data key sealed under a secret a person knows: scrypt (RFC 7914), then AES-256-GCM. */
export const SealedBySecret = StretchCostOnFile.extend({
  salt: Base64,
  nonce: Base64,
  sealed: Base64,
})
export type SealedBySecret = z.infer<typeof SealedBySecret>

/** The key file: the data key, only ever sealed. Losing it loses the workspace: backups carry it. */
export const KeyFile = z.object({
  format: z.literal(1),
  passphrase: SealedBySecret,
  recovery: SealedBySecret,
  /** Sealed by this computer's safe storage; null where nobody asked for that. */
  system: Base64.nullable(),
})
export type KeyFile = z.infer<typeof KeyFile>

/** 32 random bytes from which every other key is derived. */
export function newDataKey(): Uint8Array {
  return randomBytes(32)
}

export async function sealBySecret(
  dataKey: Uint8Array,
  secret: string,
  cost: StretchCost = fullCost,
): Promise<SealedBySecret> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await stretch(secret, salt, cost), nonce)
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return {
    kdf: 'scrypt',
    ...cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** The data key, or null when the secret is not the right one. */
export async function unsealBySecret(
  from: SealedBySecret,
  secret: string,
): Promise<Uint8Array | null> {
  const key = await stretch(secret, Buffer.from(from.salt, 'base64'), from)
  const sealed = Buffer.from(from.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(from.nonce, 'base64'), {
    authTagLength: 16,
  })
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    // GCM's tag did not fit: the only way a wrong secret shows.
    return null
  }
}

/** One key for one purpose (HKDF, RFC 5869), so that no two uses share a key. */
export function deriveKey(
  dataKey: Uint8Array,
  purpose: 'database' | 'media' | 'audit' | 'backups',
): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dataKey, '', `ruang-kerja-bkk ${purpose} 1`, 32))
}

/**
 * Tells one workspace's backups from another's: eight hexadecimal digits of a key of their own, from
 * which nothing of any other key can be told.
 */
export function workspaceId(dataKey: Uint8Array): string {
  return Buffer.from(deriveKey(dataKey, 'backups').subarray(0, 4)).toString('hex')
}

/** The database's key as SQLCipher takes it: 32 bytes in hexadecimal. */
export function databaseKey(dataKey: Uint8Array): string {
  return Buffer.from(deriveKey(dataKey, 'database')).toString('hex')
}

/** 32 bytes of a secret, slowly: scrypt with this salt. */
export function stretch(
  secret: string,
  salt: Uint8Array,
  { N, r, p }: StretchCost,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same passphrase typed on another keyboard may come as other code points.
    scrypt(secret.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
