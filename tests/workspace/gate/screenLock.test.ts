import { afterEach, describe, expect, it } from 'vitest'
import { contract } from '#contract/index'
import type { Person } from '#contract/people'
import { eventually } from '../../support/eventually.ts'
import { present } from '../../support/present.ts'
import { byPassphrase, byPin, deeds, pin, seatTwo } from '../../support/seats.ts'
import {
  createWorkspace,
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

async function begin(...asked: Parameters<typeof seatTwo>) {
  const seats = await seatTwo(...asked)
  test = seats.test
  return seats
}

describe.each(databases)('a locked screen on %s', (database) => {
  it('answers nothing but the gate, to the page that was there and to one loaded anew', async () => {
    const { siti, lim } = await begin(database)
    const { gate } = test.workspace
    const state = await gate.lockScreen({})
    expect(state).toMatchObject({
      kind: 'screen-locked',
      lockedBy: { id: lim.id },
      people: [{ id: lim.id }, { id: siti.id }],
    })
    const entries = await deeds(test)
    const answered: string[] = []
    for (const reload of [false, true]) {
      if (reload) test.reconnect()
      expect(await gate.state({})).toEqual(state)
      for (const [slice, members] of Object.entries(contract)) {
        if (slice === 'gate') continue
        for (const member of Object.keys(members)) {
          const reason = await test.client.call(`${slice}.${member}`, {}).then(
            () => 'answered',
            (error: unknown) => String(Reflect.get(Object(error) as object, 'reason')),
          )
          if (reason !== 'gate.screen-locked') answered.push(`${slice}.${member}: ${reason}`)
        }
      }
    }
    expect(answered).toEqual([])
    const refused = { reason: 'gate.screen-locked' }
    await expect(gate.switchPerson({ id: siti.id })).rejects.toMatchObject(refused)
    await expect(gate.setPin({ current: pin, pin: null })).rejects.toMatchObject(refused)
    await expect(gate.remember({ remember: true })).rejects.toMatchObject(refused)
    await expect(
      gate.changePassphrase({ current: testPassphrase, passphrase: 'empat ekor helang kembara' }),
    ).rejects.toMatchObject(refused)
    await expect(gate.begin({})).rejects.toMatchObject({ reason: 'gate.already-created' })
    await gate.stillHere({})
    expect(await gate.state({})).toEqual(state)
    expect(await deeds(test)).toEqual(entries)
    expect(entries.at(-1)).toBe('gate.lockScreen Lim')
  })

  it('opens by the own PIN, and for who has none by the passphrase: never by nothing', async () => {
    const { siti, lim } = await begin(database)
    const { gate, people } = test.workspace
    await gate.lockScreen({})
    const unlock = (person: Person, proof: Parameters<typeof gate.unlockScreen>[0]['proof']) =>
      gate.unlockScreen({ id: person.id, proof })
    await expect(unlock(lim, byPin('270518'))).rejects.toMatchObject({
      reason: 'people.wrong-pin',
    })
    await expect(unlock(lim, byPassphrase())).rejects.toMatchObject({
      reason: 'people.wrong-proof',
    })
    await expect(unlock(siti, byPin(''))).rejects.toMatchObject({ reason: 'people.wrong-proof' })
    await expect(unlock(siti, byPassphrase('jambatan merah di lembah riuh'))).rejects.toMatchObject(
      { reason: 'gate.wrong-passphrase' },
    )
    await expect(people.list({})).rejects.toMatchObject({ reason: 'gate.screen-locked' })
    expect(await unlock(lim, byPin(pin))).toMatchObject({ kind: 'open', actor: { id: lim.id } })
    await people.list({})
    await expect(unlock(lim, byPin(pin))).rejects.toMatchObject({ reason: 'gate.already-open' })
    await gate.lockScreen({})
    expect(await unlock(siti, byPassphrase())).toMatchObject({ actor: { id: siti.id } })
    expect((await deeds(test)).slice(-4)).toEqual([
      ...['gate.lockScreen Lim', 'gate.unlockScreen Lim'],
      ...['gate.lockScreen Lim', 'gate.unlockScreen Siti'],
    ])
  })

  it('counts wrong PINs there too, and lets nobody who has left sit down', async () => {
    const { siti, lim } = await begin(database)
    const { gate, people } = test.workspace
    await gate.switchPerson({ id: siti.id })
    const gone = await people.add({ name: 'Ahmad', post: 'Ketua' })
    await people.change({ ...gone, active: false })
    await gate.lockScreen({})
    for (let time = 1; time <= 4; time += 1) {
      await expect(gate.unlockScreen({ id: lim.id, proof: byPin('270518') })).rejects.toMatchObject(
        { reason: 'people.wrong-pin' },
      )
    }
    await expect(gate.unlockScreen({ id: lim.id, proof: byPin('270518') })).rejects.toMatchObject({
      reason: 'people.pin-wait',
      details: { seconds: 30 },
    })
    await expect(gate.unlockScreen({ id: gone.id, proof: byPassphrase() })).rejects.toMatchObject({
      reason: 'people.unknown',
    })
    expect(await gate.state({})).toMatchObject({ kind: 'screen-locked' })
  })

  it('is lifted by the recovery code, which takes the forgotten PIN away', async () => {
    test = await startTestWorkspace(database, { created: false })
    const recoveryCode = await createWorkspace(test)
    const { gate, people } = test.workspace
    const siti = present((await people.list({}))[0])
    await gate.setPin({ current: null, pin })
    await gate.lockScreen({})
    const code = (typed: string) => ({ kind: 'recovery' as const, recoveryCode: typed })
    await expect(
      gate.unlockScreen({ id: siti.id, proof: code('0000-0000') }),
    ).rejects.toMatchObject({ reason: 'gate.wrong-recovery-code' })
    expect(
      await gate.unlockScreen({ id: siti.id, proof: code(recoveryCode.toLowerCase()) }),
    ).toMatchObject({ kind: 'open', actor: { id: siti.id, hasPin: false } })
    expect(await test.rows('select * from person_pin')).toEqual([])
  })

  it('comes after so many unused seconds, and not while somebody is there', async () => {
    const { siti } = await begin(database)
    const { gate, office } = test.workspace
    await gate.switchPerson({ id: siti.id })
    expect(await office.screenLock({})).toEqual({ idleSeconds: 600 })
    await office.changeScreenLock({ idleSeconds: 1 })
    const end = Date.now() + 1_600
    while (Date.now() < end) {
      await gate.stillHere({})
      await new Promise((rested) => setTimeout(rested, 200))
    }
    expect(await gate.state({})).toMatchObject({ kind: 'open' })
    let moved = 0
    const stop = test.client.gateMoved.add(() => (moved += 1))
    await eventually(async () =>
      expect(await gate.state({})).toMatchObject({ kind: 'screen-locked' }),
    )
    stop()
    expect(moved).toBe(1)
    expect((await deeds(test)).at(-1)).toBe('gate.lockScreen Siti')
    await gate.unlockScreen({ id: siti.id, proof: byPassphrase() })
    await office.changeScreenLock({ idleSeconds: 0 })
    await new Promise((rested) => setTimeout(rested, 1_300))
    expect(await gate.state({})).toMatchObject({ kind: 'open' })
  })

  it('stays locked over a restart, whoever knows the passphrase', async () => {
    const { lim } = await begin(database)
    const { gate } = test.workspace
    await test.restart()
    // Not locked when it was closed, but who sat there has a PIN.
    const opened = await gate.unlock({ secret: byPassphrase(), remember: false })
    expect(opened).toMatchObject({ kind: 'screen-locked', lockedBy: { id: lim.id } })
    await gate.unlockScreen({ id: lim.id, proof: byPin(pin) })
  })

  it('locked by who has no PIN is opened by the passphrase that opens the workspace', async () => {
    const { siti } = await begin(database)
    const { gate } = test.workspace
    await gate.switchPerson({ id: siti.id })
    await gate.lockScreen({})
    // The way out to the passphrase stays open.
    expect(await gate.lock({})).toMatchObject({ kind: 'locked' })
    expect(await gate.unlock({ secret: byPassphrase(), remember: false })).toMatchObject({
      kind: 'open',
      actor: { id: siti.id },
    })
  })
})
