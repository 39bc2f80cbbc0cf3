import { afterEach, describe, expect, it } from 'vitest'
import { present } from '../../support/present.ts'
import { deeds, pin, seatTwo } from '../../support/seats.ts'
import { databases, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

async function begin(...asked: Parameters<typeof seatTwo>) {
  const seats = await seatTwo(...asked)
  test = seats.test
  return seats
}

describe.each(databases)('a PIN on %s', (database) => {
  it('is asked for before its owner sits down, and slows down who guesses', async () => {
    const { siti, lim } = await begin(database)
    const { gate } = test.workspace
    await gate.switchPerson({ id: siti.id })
    await expect(gate.switchPerson({ id: lim.id })).rejects.toMatchObject({
      code: 'refused',
      reason: 'people.wrong-pin',
    })
    const sit = (typed: string) => gate.switchPerson({ id: lim.id, pin: typed })
    for (const guess of ['270518', '1', '', '999999']) {
      await expect(sit(guess)).rejects.toMatchObject({ reason: 'people.wrong-pin' })
    }
    const wait = { reason: 'people.pin-wait', details: { seconds: 30 } }
    await expect(sit('000000')).rejects.toMatchObject(wait)
    // Even the right one, until the wait is over; meanwhile another may sit down.
    await expect(sit(pin)).rejects.toMatchObject(wait)
    test.clock.set('2026-11-23T01:00:30.000Z')
    expect(await sit(pin)).toMatchObject({ actor: { name: 'Lim Mei Ling', hasPin: true } })
    expect((await deeds(test)).slice(-1)).toEqual(['gate.switchPerson Lim'])
  })

  it('is changed by who knows it, and taken away by an administrator who does not', async () => {
    const { siti, lim } = await begin(database)
    const { gate, people } = test.workspace
    for (const current of [null, '270518']) {
      await expect(gate.setPin({ current, pin: '481516' })).rejects.toMatchObject({
        reason: 'people.wrong-pin',
      })
    }
    await gate.setPin({ current: pin, pin: '481516' })
    await expect(people.resetPin({ id: lim.id })).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
    await gate.switchPerson({ id: siti.id })
    expect(await people.resetPin({ id: lim.id })).toMatchObject({ hasPin: false })
    await expect(people.resetPin({ id: lim.id })).rejects.toMatchObject({
      reason: 'people.no-pin',
    })
    expect(await gate.switchPerson({ id: lim.id })).toMatchObject({ actor: { hasPin: false } })
    expect((await deeds(test)).slice(2)).toEqual([
      ...['gate.switchPerson Lim', 'gate.setPin Lim', 'gate.setPin Lim'],
      ...['gate.switchPerson Siti', 'people.resetPin Siti', 'gate.switchPerson Lim'],
    ])
  })

  it('stands nowhere: not in rows, not in the audit log, not in what a page is told', async () => {
    const { siti, lim } = await begin(database)
    const { gate, people } = test.workspace
    const told = [await gate.state({}), await people.list({})]
    await gate.switchPerson({ id: siti.id })
    told.push(await gate.lockScreen({}))
    const rows = await Promise.all(
      ['person', 'person_role', 'person_pin', 'setting', 'audit_entry'].map((table) =>
        test.rows(`select * from ${table}`),
      ),
    )
    expect(JSON.stringify([told, rows, test.log])).not.toContain(pin)
    const [kept] = await test.rows<{ id: string; sealed: string }>('select * from person_pin')
    expect(JSON.parse(present(kept).sealed)).toMatchObject({ kdf: 'scrypt', N: 1024, r: 8, p: 1 })
    expect(present(kept).id).toBe(lim.id)
    const entry = present(
      (
        await test.rows<{ subjects: string }>(
          `select subjects from audit_entry where action = 'gate.setPin'`,
        )
      )[0],
    )
    expect(JSON.parse(entry.subjects)).toEqual([
      { table: 'person_pin', id: lim.id, fields: ['sealed'] },
    ])
    for (const page of told) {
      const keys = JSON.stringify(page).match(/"[a-zA-Z]+":/g) ?? []
      expect(keys.filter((key) => /pin|seal|hash|salt/i.test(key))).toEqual(
        keys.filter((key) => key === '"hasPin":'),
      )
    }
  })
})
