import { afterEach, describe, expect, it, vi } from 'vitest'
import { hasSafeStorage, protect, unprotect } from '../../src/main/desktop/safeStorage.ts'

/** What Electron says of the system it runs on. */
interface System {
  readonly platform: NodeJS.Platform
  readonly available: boolean
  /** Missing outside Linux, as in Electron itself. */
  readonly backend?: string
  /** The system asks its person, who says no; or its keyring is locked. */
  readonly refuses?: boolean
}

const electron = vi.hoisted(() => ({
  /** Stands in for Electron's module; every test sets it. */
  safeStorage: {},
  used: [] as string[],
}))
vi.mock('electron', () => ({
  get safeStorage() {
    return electron.safeStorage
  },
}))

const ownPlatform = process.platform
afterEach(() => setPlatform(ownPlatform))

function setPlatform(platform: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: platform })
}

/** Seals by turning every byte round: enough to see that a secret went through it. */
function turn(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff))
}

function runOn({ platform, available, backend, refuses = false }: System): void {
  setPlatform(platform)
  electron.used = []
  const use = (name: string): void => {
    electron.used.push(name)
    if (refuses) throw new Error('The keyring is locked')
  }
  electron.safeStorage = {
    isEncryptionAvailable: () => available,
    ...(backend !== undefined && { getSelectedStorageBackend: () => backend }),
    encryptString(text: string) {
      use('encryptString')
      return turn(Buffer.from(text, 'utf8'))
    },
    decryptString(sealed: Buffer) {
      use('decryptString')
      return turn(sealed).toString('utf8')
    },
  }
}

const secret = Uint8Array.from({ length: 32 }, (_, at) => (at * 37) % 256)

const real: readonly [string, System][] = [
  ['GNOME’s keyring', { platform: 'linux', available: true, backend: 'gnome_libsecret' }],
  ['KDE’s wallet', { platform: 'linux', available: true, backend: 'kwallet' }],
  ['KDE’s wallet of Plasma 5', { platform: 'linux', available: true, backend: 'kwallet5' }],
  ['KDE’s wallet of Plasma 6', { platform: 'linux', available: true, backend: 'kwallet6' }],
  ['Windows', { platform: 'win32', available: true }],
  ['macOS', { platform: 'darwin', available: true }],
]

const none: readonly [string, System][] = [
  ['Linux without a keyring', { platform: 'linux', available: true, backend: 'basic_text' }],
  ['a back end without a name', { platform: 'linux', available: true, backend: 'unknown' }],
  [
    'a keyring that cannot encrypt',
    { platform: 'linux', available: false, backend: 'gnome_libsecret' },
  ],
  ['Linux that cannot name its back end', { platform: 'linux', available: true }],
  ['Windows without DPAPI', { platform: 'win32', available: false }],
  ['macOS without a keychain', { platform: 'darwin', available: false }],
]

describe('the safe storage of the system', () => {
  it.each(real)('is used on %s', (_, system) => {
    runOn(system)
    expect(hasSafeStorage()).toBe(true)
    const sealed = protect(secret)
    expect(electron.used).toEqual(['encryptString'])
    expect(sealed).toEqual(turn(Buffer.from(Buffer.from(secret).toString('base64'))))
    expect(sealed === null ? null : unprotect(sealed)).toEqual(Buffer.from(secret))
  })

  it.each(none)('is not there on %s: nothing is sealed and nothing opened', (_, system) => {
    runOn({ ...system, available: true, backend: 'kwallet6' })
    const sealedBefore = protect(secret)
    runOn(system)
    expect(hasSafeStorage()).toBe(false)
    expect(protect(secret)).toBeNull()
    expect(unprotect(sealedBefore ?? secret)).toBeNull()
    expect(electron.used).toEqual([])
  })

  it.each(real)('that refuses on %s gives nothing, and nothing unsealed', (_, system) => {
    runOn({ ...system, refuses: true })
    expect(protect(secret)).toBeNull()
    expect(unprotect(secret)).toBeNull()
    expect(electron.used).toEqual(['encryptString', 'decryptString'])
  })
})
