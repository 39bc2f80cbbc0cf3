import { rmSync } from 'node:fs'
import { WorkspaceError } from '#contract/errors'
import type { GateState, Secret } from '#contract/gate'
import { ownFolder, type Ownership } from '../database/ownership.ts'
import {
  completeFirstRun,
  dataFolder,
  mendKeyFiles,
  prepareFolder,
  readKeyFile,
  writeKeyFile,
  type DataFolder,
} from './folder.ts'
import {
  fullCost,
  newDataKey,
  sealBySecret,
  unsealBySecret,
  type KeyFile,
  type StretchCost,
} from './keys.ts'
import { newRecoveryCode, normaliseRecoveryCode } from './recoveryCode.ts'
import { completeSwap } from './swap.ts'

/** The system's own safe storage, where it is real (DPAPI, Keychain, a keyring). */
export interface SafeStorage {
  protect(plain: Uint8Array): Promise<Uint8Array>
  unprotect(sealed: Uint8Array): Promise<Uint8Array>
}

/** At least twelve characters: length beats cleverness (NIST SP 800-63B, 5.1.1). */
const shortestPassphrase = 12

export interface GateOptions {
  /** The data folder; made when it is missing. */
  readonly folder: string
  /** Null where the system has none that is real. */
  readonly safeStorage: SafeStorage | null
  /** Only the closed-network trial runtime needs a SQLite binary of its own. */
  readonly sqliteBinary?: string
  /** Tests stretch less; what is written says how much, so any file opens. */
  readonly stretchCost?: StretchCost
}

/**
 * The key of one data folder: made, proved by typing back, unsealed, sealed anew. It knows nothing
 * of what lies behind it; `workspace/index.ts` opens the database with the key it gives.
 */
export class Gate {
  readonly folder: DataFolder
  readonly #safeStorage: SafeStorage | null
  readonly #binary: string | undefined
  readonly #cost: StretchCost
  #ownership: Ownership | null = null
  /** The system's safe storage no longer opens what it once sealed. */
  #sealIsStale = false
  #openedByRecovery = false
  /** Key and code of a first run that is not finished; never written down. */
  #begun: { readonly dataKey: Uint8Array; readonly recoveryCode: string } | null = null

  constructor({ folder, safeStorage, sqliteBinary, stretchCost }: GateOptions) {
    this.folder = dataFolder(folder)
    this.#safeStorage = safeStorage
    this.#binary = sqliteBinary
    this.#cost = stretchCost ?? fullCost
  }

  get canRemember(): boolean {
    return this.#safeStorage !== null
  }

  /** @throws WorkspaceError `database.busy`, `.folder-unwritable` or one about the key file */
  keyFile(): KeyFile | null {
    this.own()
    return readKeyFile(this.folder)
  }

  /**
   * Makes the folder this process's, and finishes what another left unfinished in it.
   * @throws WorkspaceError `database.busy`, or one about the folder
   */
  own(): void {
    if (this.#ownership !== null) return
    prepareFolder(this.folder)
    this.#ownership = ownFolder(this.folder.lock, this.#binary)
    completeSwap(this.folder)
    completeFirstRun(this.folder)
  }

  /** State of a workspace that is not open. */
  closedState(): GateState {
    try {
      const keys = this.keyFile()
      return keys === null
        ? { kind: 'missing', folder: this.folder.root }
        : {
            kind: 'locked',
            folder: this.folder.root,
            remembered: this.#opensBySystem(keys),
          }
    } catch (error) {
      return failedState(error)
    }
  }

  /** The recovery code opened it: whoever typed it may set a new passphrase. */
  get openedByRecovery(): boolean {
    return this.#openedByRecovery
  }

  /** Whether this is the passphrase, or the recovery code, of this workspace. */
  async proves(secret: Secret): Promise<boolean> {
    return (await this.#unseal(secret)) !== null
  }

  begin(): { recoveryCode: string } {
    if (this.keyFile() !== null) throw new WorkspaceError('gate.already-created')
    const recoveryCode = newRecoveryCode()
    this.#begun = { dataKey: newDataKey(), recoveryCode }
    return { recoveryCode }
  }

  /**
   * Makes the workspace: `fill` creates and fills the database at `folder.unfinished`; only when
   * both it and the key file are on disk does the workspace exist.
   */
  async create(
    wanted: { typedRecoveryCode: string; passphrase: string; remember: boolean },
    fill: (dataKey: Uint8Array, file: string) => Promise<void>,
  ): Promise<Uint8Array> {
    if (this.keyFile() !== null) throw new WorkspaceError('gate.already-created')
    if (this.#begun === null) throw new WorkspaceError('gate.not-begun')
    const { dataKey, recoveryCode } = this.#begun
    if (normaliseRecoveryCode(wanted.typedRecoveryCode) !== normaliseRecoveryCode(recoveryCode)) {
      throw new WorkspaceError('gate.recovery-code-mistyped')
    }
    refuseWeak(wanted.passphrase)
    const keys: KeyFile = {
      format: 1,
      passphrase: await sealBySecret(dataKey, wanted.passphrase, this.#cost),
      recovery: await sealBySecret(dataKey, normaliseRecoveryCode(recoveryCode), this.#cost),
      system: wanted.remember ? await this.#sealBySystem(dataKey) : null,
    }
    // What an earlier first run left when it was cut off never had a key file: nobody can open it.
    for (const end of ['', '-wal', '-shm']) rmSync(this.folder.unfinished + end, { force: true })
    await fill(dataKey, this.folder.unfinished)
    writeKeyFile(this.folder, keys)
    completeFirstRun(this.folder)
    this.#begun = null
    return dataKey
  }

  /** @throws WorkspaceError `gate.wrong-passphrase` or `gate.wrong-recovery-code` */
  async unlock(secret: Secret, remember: boolean): Promise<Uint8Array> {
    const keys = this.#existingKeys()
    const dataKey = await this.#unseal(secret)
    if (dataKey === null) {
      throw new WorkspaceError(
        secret.kind === 'passphrase' ? 'gate.wrong-passphrase' : 'gate.wrong-recovery-code',
      )
    }
    mendKeyFiles(this.folder, keys)
    this.#openedByRecovery = secret.kind === 'recovery'
    if (remember) {
      try {
        await this.remember(dataKey, true)
      } catch {
        // The right secret opens, whatever the system's safe storage does; the state says that
        // nothing is remembered.
        this.#sealIsStale = true
      }
    }
    return dataKey
  }

  /** The key from the system's safe storage, or null where it is not kept or no longer opens. */
  async recall(): Promise<Uint8Array | null> {
    const sealed = this.keyFile()?.system ?? null
    if (sealed === null || this.#safeStorage === null) return null
    try {
      return await this.#safeStorage.unprotect(Buffer.from(sealed, 'base64'))
    } catch {
      // Another user, another computer, a reset keyring: the passphrase still opens.
      this.#sealIsStale = true
      return null
    }
  }

  async remember(dataKey: Uint8Array, remember: boolean): Promise<void> {
    const keys = this.#existingKeys()
    const system = remember ? await this.#sealBySystem(dataKey) : null
    writeKeyFile(this.folder, { ...keys, system })
    this.#sealIsStale = false
  }

  /**
   * @param current the passphrase in force; null only right after the recovery code opened
   * @throws WorkspaceError `gate.wrong-passphrase`: who finds a desk unattended must not lock its
   *   owner out; `gate.weak-passphrase`
   */
  async changePassphrase(
    dataKey: Uint8Array,
    current: string | null,
    passphrase: string,
  ): Promise<void> {
    refuseWeak(passphrase)
    const keys = this.#existingKeys()
    const proved =
      current === null
        ? this.#openedByRecovery
        : (await unsealBySecret(keys.passphrase, current)) !== null
    if (!proved) throw new WorkspaceError('gate.wrong-passphrase')
    const sealed = await sealBySecret(dataKey, passphrase, this.#cost)
    writeKeyFile(this.folder, { ...keys, passphrase: sealed })
    this.#openedByRecovery = false
  }

  isRemembered(): boolean {
    return this.#opensBySystem(this.#existingKeys())
  }

  /** The gate closed: what one way of opening allowed is over. */
  closed(): void {
    this.#openedByRecovery = false
  }

  release(): void {
    this.#ownership?.release()
    this.#ownership = null
  }

  #opensBySystem(keys: KeyFile): boolean {
    return keys.system !== null && this.canRemember && !this.#sealIsStale
  }

  #unseal(secret: Secret): Promise<Uint8Array | null> {
    const keys = this.#existingKeys()
    return secret.kind === 'passphrase'
      ? unsealBySecret(keys.passphrase, secret.passphrase)
      : unsealBySecret(keys.recovery, normaliseRecoveryCode(secret.recoveryCode))
  }

  #existingKeys(): KeyFile {
    const keys = this.keyFile()
    if (keys === null) throw new WorkspaceError('gate.not-begun')
    return keys
  }

  async #sealBySystem(dataKey: Uint8Array): Promise<string> {
    if (this.#safeStorage === null) throw new WorkspaceError('gate.no-safe-storage')
    return Buffer.from(await this.#safeStorage.protect(dataKey)).toString('base64')
  }
}

export function failedState(error: unknown): GateState {
  if (!(error instanceof WorkspaceError)) throw error
  return { kind: 'failed', reason: error.reason, details: { ...error.details } }
}

function refuseWeak(passphrase: string): void {
  if (Array.from(passphrase.normalize('NFKC')).length < shortestPassphrase) {
    throw new WorkspaceError('gate.weak-passphrase', { shortest: shortestPassphrase })
  }
}
