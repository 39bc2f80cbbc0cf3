import { z } from 'zod'
import { WorkspaceError } from '#contract/errors'
import type { SeatProof } from '#contract/gate'
import { ScreenLockRule } from '#contract/office'
import type { Person } from '#contract/people'
import { mayCall, whoMay } from '#contract/permissions'
import { PersonId } from '#contract/values'
import type { Changes } from './changes.ts'
import type { Clock, CommandContext } from './context.ts'
import type { Reader } from './database/schema.ts'
import type { Gate } from './gate/gate.ts'
import { fullCost, type StretchCost } from './gate/keys.ts'
import { watchIdle } from './gate/screenLock.ts'
import { readSetting, writeSetting } from './office/queries.ts'
import { defaultScreenLock, screenLockSetting } from './office/service.ts'
import { keepPins } from './people/pins.ts'
import { findPerson, listPeople, replacePin } from './people/queries.ts'
import { chosenActor } from './run.ts'
import type { FoundCall } from './serve.ts'

export const lastPersonSetting = 'last-person'
/** Outlives the process: neither a crash nor a new start lifts a screen lock. */
export const screenLockedSetting = 'screen-locked'

/**
 * How the workspace was opened: at its first run; by who takes over from a process that died; by the
 * system's safe storage; or by a secret just typed.
 */
export type Entrance = 'created' | 'taken-over' | 'safe-storage' | 'passphrase' | 'recovery'

export interface SeatParts {
  readonly reader: Reader
  readonly gate: Gate
  readonly clock: Clock
  readonly changes: Changes
  readonly entrance: Entrance
  readonly stretchCost?: StretchCost
  /** One transaction with its audit entry under this person's name. */
  readonly deed: <T>(
    action: string,
    by: Person,
    change: (context: CommandContext) => Promise<T>,
  ) => Promise<T>
  /** Keeps the database open meanwhile. */
  readonly whileOpen: <T>(work: () => Promise<T>) => Promise<T | null>
  readonly logUnexpected: (where: string, error: unknown) => string
}

/** Who is at the keyboard of an open workspace, and whether the screen is locked. */
export interface Seat {
  /** Null while nobody was chosen, or the screen is locked. */
  actor(): Person | null
  readonly isLocked: boolean
  /** Who sat there when the screen was locked, and who may sit down now. */
  locked(): Promise<{ lockedBy: Person | null; people: Person[] }>
  /** @throws WorkspaceError when the screen is locked, nobody sits there, or their roles do not do */
  permit(found: FoundCall): void
  switchPerson(id: PersonId, pin: string | undefined): Promise<void>
  lockScreen(): Promise<void>
  unlockScreen(id: PersonId, proof: SeatProof): Promise<void>
  touch(): void
  setPin(current: string | null, pin: string | null): Promise<void>
  /** A command was carried out that may concern who sits here or the idle time. */
  afterCommand(name: string): Promise<void>
  stop(): void
}

export async function takeSeat(parts: SeatParts): Promise<Seat> {
  const { reader, gate, deed, changes } = parts
  const pins = keepPins(reader, parts.clock, parts.stretchCost ?? fullCost)
  const screen = watchIdle(() => void parts.whileOpen(lockScreen))
  let seated: Person | null = await rememberedPerson(reader)
  await begin()

  async function begin(): Promise<void> {
    const wasLocked = (await readSetting(reader, screenLockedSetting, z.boolean())) ?? false
    const opens: Record<Entrance, boolean> = {
      created: true,
      'taken-over': !wasLocked,
      'safe-storage': !wasLocked && seated?.hasPin !== true,
      passphrase: seated?.hasPin !== true,
      recovery: true,
    }
    if (!opens[parts.entrance]) screen.lock()
    else if (wasLocked && seated !== null) await deed('gate.unlockScreen', seated, sit(seated))
    await readIdle()
  }

  async function readIdle(): Promise<void> {
    const rule = await readSetting(reader, screenLockSetting, ScreenLockRule)
    screen.setIdle((rule ?? defaultScreenLock).idleSeconds)
  }

  async function lockScreen(): Promise<void> {
    if (screen.isLocked) return
    screen.lock()
    changes.gateMoved()
    if (seated === null) return
    try {
      await deed('gate.lockScreen', seated, async ({ writer, record }) => {
        await writeSetting(writer, screenLockedSetting, true)
        record('setting', screenLockedSetting, ['value'])
      })
    } catch (error) {
      // A full disk must not leave the screen open.
      parts.logUnexpected('gate.lockScreen', error)
    }
  }

  /** Who may sit down: known and active. */
  async function candidate(id: PersonId): Promise<Person> {
    const person = await findPerson(reader, id)
    if (person?.active !== true) throw new WorkspaceError('people.unknown')
    return person
  }

  /** One proof for each: a PIN where there is one, else the passphrase; the recovery code always. */
  async function prove(person: Person, proof: SeatProof): Promise<void> {
    if (proof.kind === 'recovery') {
      if (!(await gate.proves(proof))) throw new WorkspaceError('gate.wrong-recovery-code')
      return
    }
    if ((proof.kind === 'pin') !== person.hasPin) throw new WorkspaceError('people.wrong-proof')
    if (proof.kind === 'pin') await pins.prove(person, proof.pin)
    else if (!(await gate.proves(proof))) throw new WorkspaceError('gate.wrong-passphrase')
  }

  function refuseLocked(): void {
    if (screen.isIdle()) void parts.whileOpen(lockScreen)
    if (screen.isLocked) throw new WorkspaceError('gate.screen-locked')
  }

  const atTheKeyboard = (): Person => {
    refuseLocked()
    return chosenActor(seated)
  }

  return {
    actor: () => (screen.isLocked ? null : seated),
    get isLocked() {
      return screen.isLocked
    },
    async locked() {
      const people = (await listPeople(reader)).filter(({ active }) => active)
      return { lockedBy: people.find(({ id }) => id === seated?.id) ?? null, people }
    },

    permit({ name, slice, member, call }) {
      const who = whoMay(slice, member)
      // Calls of the gate that need no role draw, lift or tighten the lock; they look themselves.
      if (call.kind === 'action' && who === null) return
      refuseLocked()
      if (who === null || (name === 'gate.changePassphrase' && gate.openedByRecovery)) return
      if (mayCall(chosenActor(seated).roles, slice, member)) return
      throw new WorkspaceError('people.not-allowed', { roles: who.join(',') })
    },

    async switchPerson(id, pin) {
      refuseLocked()
      const chosen = await candidate(id)
      if (chosen.hasPin && chosen.id !== seated?.id) {
        if (pin === undefined) throw new WorkspaceError('people.wrong-pin')
        await pins.prove(chosen, pin)
      }
      refuseLocked()
      await deed('gate.switchPerson', chosen, async ({ writer, record }) => {
        await writeSetting(writer, lastPersonSetting, id)
        record('setting', lastPersonSetting, ['value'])
      })
      seated = chosen
    },

    lockScreen,

    async unlockScreen(id, proof) {
      if (!screen.isLocked) throw new WorkspaceError('gate.already-open')
      const chosen = await candidate(id)
      await prove(chosen, proof)
      const losesPin = proof.kind === 'recovery' && chosen.hasPin
      await deed('gate.unlockScreen', chosen, async (context) => {
        await sit(chosen)(context)
        if (!losesPin) return
        await replacePin(context.writer, id, null)
        context.record('person_pin', id, ['sealed'])
      })
      if (losesPin) pins.forgetTries(id)
      seated = { ...chosen, hasPin: chosen.hasPin && !losesPin }
      screen.unlock()
    },

    touch() {
      if (screen.isIdle()) void parts.whileOpen(lockScreen)
      else screen.touch()
    },

    async setPin(current, pin) {
      const person = atTheKeyboard()
      if (person.hasPin) await pins.prove(person, current ?? '')
      else if (pin === null) throw new WorkspaceError('people.no-pin')
      const sealed = await pins.seal(pin)
      await deed('gate.setPin', person, async ({ writer, record }) => {
        await replacePin(writer, person.id, sealed)
        record('person_pin', person.id, ['sealed'])
      })
      pins.forgetTries(person.id)
      await refresh()
      changes.now(['people', 'office'])
    },

    async afterCommand(name) {
      if (name === 'people.change' || name === 'people.resetPin') await refresh()
      if (name === 'office.changeScreenLock') await readIdle()
    },

    stop: () => screen.stop(),
  }

  /** A new name or role shows at once; who has left is no longer at the keyboard. */
  async function refresh(): Promise<void> {
    if (seated === null) return
    const now = await findPerson(reader, seated.id)
    seated = now?.active === true ? now : null
    changes.gateMoved()
  }
}

/** Sits a person down and takes the cover off. */
function sit({ id }: Person) {
  return async ({ writer, record }: CommandContext): Promise<void> => {
    await writeSetting(writer, lastPersonSetting, id)
    await writeSetting(writer, screenLockedSetting, false)
    record('setting', lastPersonSetting, ['value'])
    record('setting', screenLockedSetting, ['value'])
  }
}

async function rememberedPerson(reader: Reader): Promise<Person | null> {
  const id = await readSetting(reader, lastPersonSetting, z.string())
  const remembered = id === null ? null : await findPerson(reader, PersonId.parse(id))
  if (remembered?.active === true) return remembered
  const active = (await listPeople(reader)).filter((person) => person.active)
  return active.length === 1 ? (active[0] ?? null) : null
}
