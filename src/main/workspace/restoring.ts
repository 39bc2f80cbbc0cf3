import type { Backup } from '#contract/backups'
import { WorkspaceError } from '#contract/errors'
import type { Secret } from '#contract/gate'
import { Instant } from '#contract/values'
import { writeDurably } from './files/durable.ts'
import type { RunDatabaseTask } from './backups/task.ts'
import {
  chosenBackup,
  findBackups,
  keepOldKeys,
  keyFilesFor,
  noteRestore,
  prepareRestore,
  removeRestored,
  savedAt,
} from './backups/restore.ts'
import type { Manifest } from './backups/manifest.ts'
import type { Clock } from './context.ts'
import { keyFileAt } from './gate/folder.ts'
import type { Gate } from './gate/gate.ts'
import { unsealBySecret, workspaceId, type KeyFile } from './gate/keys.ts'
import { normaliseRecoveryCode } from './gate/recoveryCode.ts'
import type { Restoring, RestoreSteps } from './gate/service.ts'
import { swapIn } from './gate/swap.ts'
import type { OpenWorkspace } from './open.ts'

export interface RestoringParts {
  readonly gate: Gate
  readonly clock: Clock
  readonly runDatabaseTask: RunDatabaseTask | null
  readonly sqliteBinary?: string
}

interface Opener {
  readonly dataKey: Uint8Array
  /** The key file that opened it, where that is not the workspace's own; else null. */
  readonly keys: KeyFile | null
}

interface Chosen extends Opener {
  readonly runTask: RunDatabaseTask
  readonly from: string
  readonly manifest: Manifest
}

/** Bringing back the state of a backup, put together of the gate, the backups and the open workspace. */
export function restoring(parts: RestoringParts): Restoring {
  const { gate, clock } = parts
  const places = gate.folder

  function here(): RunDatabaseTask {
    if (parts.runDatabaseTask === null) throw new WorkspaceError('backups.not-here')
    return parts.runDatabaseTask
  }

  /** @throws WorkspaceError when the key is not known and the secret does not give it */
  async function openerOf(
    workspace: string,
    folder: string,
    secret: Secret | null,
    known: readonly Uint8Array[],
  ): Promise<Opener> {
    const dataKey = known.find((each) => workspaceId(each) === workspace)
    if (dataKey !== undefined) return { dataKey, keys: null }
    if (secret === null) throw new WorkspaceError('backups.secret-needed')
    const files = await keyFilesFor(folder, places)
    if (files.length === 0) throw new WorkspaceError('database.key-file-missing')
    for (const keys of files) {
      const opened = await unseal(keys, secret)
      if (opened === null || workspaceId(opened) !== workspace) continue
      return { dataKey: opened, keys: isOwn(keys, keyFileAt(places.keys)) ? null : keys }
    }
    throw new WorkspaceError(
      secret.kind === 'passphrase' ? 'gate.wrong-passphrase' : 'gate.wrong-recovery-code',
    )
  }

  return {
    async list(folder, known) {
      here()
      const workspace = known[0] === undefined ? null : workspaceId(known[0])
      const backups: Backup[] = await findBackups(folder ?? places.backups, workspace)
      const time = await savedAt(places)
      return { backups, savedAt: time === null ? null : Instant.parse(time.toISOString()) }
    },

    async choose({ folder, name, secret }, known) {
      const runTask = here()
      gate.own()
      const from = folder ?? places.backups
      const manifest = await chosenBackup(from, name)
      const opener = await openerOf(manifest.workspace, from, secret, known)
      return {
        dataKey: opener.dataKey,
        restore: (steps) => restore({ runTask, from, manifest, ...opener }, steps),
      }
    },
  }

  async function restore(
    { runTask, from, manifest, dataKey, keys }: Chosen,
    steps: RestoreSteps,
  ): Promise<void> {
    const common = { places, dataKey, binary: parts.sqliteBinary }
    let undo: string | null = null
    try {
      await prepareRestore({ ...common, runTask }, from, manifest, {
        onProgress: (done) => steps.report(done),
      })
      const left = await leaveBehind(steps)
      undo = left.undo
      await noteRestore(common, { at: clock.now(), from: manifest.name, ...left })
      steps.report(95)
      if (keys !== null) {
        await keepOldKeys(places, stampOf(clock.now()))
        // What another computer's safe storage sealed is of no use here.
        writeDurably(places.restoredKeys, `${JSON.stringify({ ...keys, system: null }, null, 2)}\n`)
      }
      await steps.close()
    } catch (error) {
      await removeRestored(places).catch(() => undefined)
      throw error
    }
    // Once begun it is finished, by the next start if need be. What was open is backed up; of what
    // was not nobody knows what it holds, and it is kept.
    swapIn(places, undo !== null ? null : `diketepikan-${stampOf(clock.now())}.db`)
  }
}

/** The open state is backed up after its last write, so that going back to it loses nothing. */
async function leaveBehind({ open, report }: RestoreSteps) {
  if (open === null) return { undo: null, left: null, personId: null, secondFolder: undefined }
  const personId = open.seat.actor()?.id ?? null
  await open.quiet()
  const undo = await backUp(open, report)
  const secondFolder = await open.secondFolder()
  return { undo, left: await open.auditEnd(), personId, secondFolder }
}

async function backUp({ keeper }: OpenWorkspace, report: (done: number) => void): Promise<string> {
  if (keeper === null) throw new WorkspaceError('backups.not-here')
  const onProgress = (done: number): void => report(70 + done / 5)
  return (await keeper.ensure('restore', { onProgress })).name
}

/** The workspace's own key file stays as it is, with what this computer's safe storage sealed. */
function isOwn(keys: KeyFile, own: KeyFile | null): boolean {
  return own?.passphrase.sealed === keys.passphrase.sealed
}

function unseal(keys: KeyFile, secret: Secret): Promise<Uint8Array | null> {
  return secret.kind === 'passphrase'
    ? unsealBySecret(keys.passphrase, secret.passphrase)
    : unsealBySecret(keys.recovery, normaliseRecoveryCode(secret.recoveryCode))
}

/** `20261122-014105`, in UTC: for names of files that were put aside. */
function stampOf(at: string): string {
  return at.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}
