import { safeStorage } from 'electron'

// The synchronous functions are those that both Electron 33 and 45 have.
/* eslint-disable @typescript-eslint/no-deprecated -- see above */

/**
 * Whether this system keeps a secret for its person.
 * SECURITY: on Linux without a keyring Chromium falls back to a password known to everybody
 * (`basic_text`); that counts as none, and so does a back end it cannot name.
 */
export function hasSafeStorage(): boolean {
  try {
    if (!safeStorage.isEncryptionAvailable()) return false
    if (process.platform !== 'linux') return true
    return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  } catch {
    // A system that cannot even say whether it keeps secrets keeps none.
    return false
  }
}

/** Seals bytes for this person on this computer; null when the system refuses. */
export function protect(plain: Uint8Array): Uint8Array | null {
  if (!hasSafeStorage()) return null
  try {
    return safeStorage.encryptString(Buffer.from(plain).toString('base64'))
  } catch {
    return null
  }
}

/** Opens what `protect` sealed; null when it was sealed elsewhere, by somebody else, or is damaged. */
export function unprotect(sealed: Uint8Array): Uint8Array | null {
  if (!hasSafeStorage()) return null
  try {
    return Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64')
  } catch {
    return null
  }
}
