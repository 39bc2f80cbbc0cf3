import { afterEach, describe, expect, it } from 'vitest'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

describe.each(databases)('people on %s', (database) => {
  it('switches who is at the keyboard, and changes carry that person', async () => {
    test = await startTestWorkspace(database)
    const ahmad = await test.workspace.people.add({
      name: 'Ahmad Faizal',
      post: 'Perancang',
      roles: ['administrator', 'planner'],
    })
    expect(await test.workspace.gate.switchPerson({ id: ahmad.id })).toMatchObject({
      actor: { name: 'Ahmad Faizal' },
    })
    await test.workspace.people.add({ name: 'Chong Mei Ling', post: 'Pereka' })

    const audit = await test.rows<{ action: string; name: string }>(
      `select action, name from audit_entry join person on person.id = person_id order by sequence`,
    )
    expect(audit.map((row) => [row.action, row.name])).toEqual([
      ['gate.create', 'Siti Aminah binti Abdullah'],
      ['people.add', 'Siti Aminah binti Abdullah'],
      ['gate.switchPerson', 'Ahmad Faizal'],
      ['people.add', 'Ahmad Faizal'],
    ])
  })

  it('remembers the person over a restart', async () => {
    test = await startTestWorkspace(database)
    const ahmad = await test.workspace.people.add({ name: 'Ahmad Faizal', post: 'Perancang' })
    await test.workspace.gate.switchPerson({ id: ahmad.id })
    await test.workspace.gate.lock({})
    const state = await test.workspace.gate.unlock({
      secret: { kind: 'passphrase', passphrase: 'jambatan merah di lembah sunyi' },
      remember: false,
    })
    expect(state).toMatchObject({ actor: { name: 'Ahmad Faizal' } })
  })

  it('shows a new name at once, and who has left is no longer at the keyboard', async () => {
    test = await startTestWorkspace(database)
    const ahmad = await test.workspace.people.add({
      name: 'Ahmad Faizal',
      post: 'Perancang',
      roles: ['administrator', 'planner'],
    })
    await test.workspace.gate.switchPerson({ id: ahmad.id })
    await test.workspace.people.change({ ...ahmad, name: 'Ahmad Faizal bin Osman' })
    expect(await test.workspace.gate.state({})).toMatchObject({
      actor: { name: 'Ahmad Faizal bin Osman' },
    })
    await test.workspace.people.change({ ...ahmad, active: false })
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'open', actor: null })
    await expect(
      test.workspace.people.add({ name: 'Chong Mei Ling', post: 'Pereka' }),
    ).rejects.toMatchObject({ reason: 'people.nobody-chosen' })
  })

  it.each(['siti aminah BINTI abdullah', '  Siti  Aminah binti Abdullah '])(
    'refuses a second «%s»',
    async (name) => {
      test = await startTestWorkspace(database)
      await expect(test.workspace.people.add({ name, post: 'Ketua' })).rejects.toMatchObject({
        reason: 'people.name-taken',
      })
    },
  )

  it('keeps at least one person who can be chosen', async () => {
    test = await startTestWorkspace(database)
    const [siti] = await test.workspace.people.list({})
    if (siti === undefined) throw new Error('nobody there')
    await expect(test.workspace.people.change({ ...siti, active: false })).rejects.toMatchObject({
      reason: 'people.last-active',
    })
  })

  it('refuses to seat somebody who has left', async () => {
    test = await startTestWorkspace(database)
    const ahmad = await test.workspace.people.add({ name: 'Ahmad Faizal', post: 'Perancang' })
    await test.workspace.people.change({ ...ahmad, active: false })
    await expect(test.workspace.gate.switchPerson({ id: ahmad.id })).rejects.toMatchObject({
      reason: 'people.unknown',
    })
  })

  it('keeps at least one active person who can give roles', async () => {
    test = await startTestWorkspace(database)
    const { people } = test.workspace
    const [siti] = await people.list({})
    if (siti === undefined) throw new Error('nobody there')
    const ahmad = await people.add({ name: 'Ahmad Faizal', post: 'Perancang', roles: ['planner'] })
    const entries = await test.rows('select * from audit_entry')
    for (const wanted of [{ roles: ['planner' as const] }, { active: false }]) {
      await expect(people.change({ ...siti, ...wanted })).rejects.toMatchObject({
        code: 'conflict',
        reason: 'people.last-administrator',
      })
    }
    expect(await people.list({})).toMatchObject([ahmad, siti])
    expect(await test.rows('select * from audit_entry')).toEqual(entries)
    // Who has left is nobody to give roles.
    await people.change({ ...ahmad, roles: ['administrator'], active: false })
    await expect(people.change({ ...siti, roles: ['head'] })).rejects.toMatchObject({
      reason: 'people.last-administrator',
    })
    await people.change({ ...ahmad, roles: ['administrator'], active: true })
    await people.change({ ...siti, roles: ['head'] })
  })

  it('keeps roles once each and in their order, and lets who has none said only look', async () => {
    test = await startTestWorkspace(database)
    const { people } = test.workspace
    const ahmad = await people.add({ name: 'Ahmad Faizal', post: 'Perancang' })
    expect(ahmad.roles).toEqual(['viewer'])
    await people.change({ ...ahmad, roles: ['head', 'planner', 'head'] })
    expect(await people.list({})).toMatchObject([
      { name: 'Ahmad Faizal', roles: ['planner', 'head'], hasPin: false },
      { name: 'Siti Aminah binti Abdullah', roles: ['administrator'], hasPin: false },
    ])
    await expect(people.change({ ...ahmad, roles: [] })).rejects.toMatchObject({
      reason: 'call.input',
    })
  })

  it('serves another role from the moment it is given', async () => {
    test = await startTestWorkspace(database)
    const { people, gate, office } = test.workspace
    const [siti] = await people.list({})
    if (siti === undefined) throw new Error('nobody there')
    await people.add({ name: 'Ahmad Faizal', post: 'Ketua', roles: ['administrator'] })
    await people.change({ ...siti, roles: ['planner'] })
    expect(await gate.state({})).toMatchObject({ actor: { roles: ['planner'] } })
    await expect(people.change(siti)).rejects.toMatchObject({
      reason: 'people.not-allowed',
      details: { roles: 'administrator' },
    })
    await expect(office.auditLog({ before: null, limit: 1 })).rejects.toMatchObject({
      reason: 'people.not-allowed',
      details: { roles: 'administrator,head' },
    })
  })
})
