import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { verifyChain } from '../../../src/main/workspace/audit.ts'
import type { AuditRow } from '../../../src/main/workspace/auditTables.ts'
import { deriveKey, KeyFile, unsealBySecret } from '../../../src/main/workspace/gate/keys.ts'
import {
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

describe.each(databases)('the audit log on %s', (database) => {
  it('notes rows and fields, never values', async () => {
    test = await startTestWorkspace(database)
    const person = await test.workspace.people.add({ name: 'Nurul Izzah', post: 'Pegawai aduan' })
    await test.workspace.people.change({ ...person, post: 'Ketua unit' })

    const [newest] = await test.workspace.office.auditLog({ before: null, limit: 1 })
    expect(newest).toMatchObject({
      action: 'people.change',
      subjects: [{ table: 'person', id: person.id, fields: ['post'] }],
    })
    const rows = await test.rows('select * from audit_entry')
    expect(JSON.stringify(rows)).not.toMatch(/Nurul|Ketua unit|Pegawai/)
  })

  it('has exactly one entry a command, written or undone with it', async () => {
    test = await startTestWorkspace(database)
    const before = await entries()
    await test.workspace.people.add({ name: 'Nurul Izzah', post: 'Pereka' })
    await expect(
      test.workspace.people.add({ name: 'Nurul Izzah', post: 'Pereka' }),
    ).rejects.toMatchObject({ reason: 'people.name-taken' })
    expect(await entries()).toBe(before + 1)
  })

  it('verifies its own chain', async () => {
    test = await startTestWorkspace(database)
    await test.workspace.people.add({ name: 'Nurul Izzah', post: 'Pereka' })
    expect(await test.workspace.office.verifyAudit({})).toMatchObject({
      entries: 2,
      firstBroken: null,
    })
  })

  it.each(['update audit_entry set action = action', 'delete from audit_entry'])(
    'cannot be rewritten: %s',
    async (statement) => {
      test = await startTestWorkspace(database)
      await expect(test.rows(statement)).rejects.toThrow(/append-only/)
    },
  )

  async function entries(): Promise<number> {
    const [row] = await test.rows<{ n: number }>('select count(*) as n from audit_entry')
    return Number(row?.n)
  }
})

describe('tampering with the log', () => {
  /** A chain made by the application, and the key that only its owner has. */
  async function aChain(): Promise<{ rows: AuditRow[]; key: Uint8Array }> {
    test = await startTestWorkspace('sqlite')
    for (const name of ['Ahmad', 'Bala', 'Chong', 'Devi', 'Esah']) {
      await test.workspace.people.add({ name, post: 'Pereka' })
    }
    return theChain()
  }

  async function theChain(): Promise<{ rows: AuditRow[]; key: Uint8Array }> {
    const keys = KeyFile.parse(JSON.parse(await readFile(join(test.folder, 'kunci.json'), 'utf8')))
    const dataKey = await unsealBySecret(keys.passphrase, testPassphrase)
    if (dataKey === null) throw new Error('The test passphrase does not open the workspace')
    return {
      rows: await test.rows<AuditRow>('select * from audit_entry order by sequence'),
      key: deriveKey(dataKey, 'audit'),
    }
  }

  it('leaves an untouched chain whole', async () => {
    const { rows, key } = await aChain()
    expect(verifyChain(rows, key)).toEqual({
      entries: 6,
      head: rows.at(-1)?.hash,
      firstBroken: null,
    })
  })

  it.each<[string, (rows: AuditRow[]) => AuditRow[], number]>([
    ['an edit', (rows) => rows.with(2, { ...at(rows, 2), action: 'people.list' }), 3],
    ['another person', (rows) => rows.with(3, { ...at(rows, 3), person_id: null }), 4],
    ['a deletion', (rows) => rows.toSpliced(2, 1), 4],
    ['a swap', (rows) => rows.with(2, at(rows, 3)).with(3, at(rows, 2)), 4],
    ['an insertion', (rows) => rows.toSpliced(2, 0, at(rows, 2)), 3],
  ])('shows %s', async (_, tamper, firstBroken) => {
    const { rows, key } = await aChain()
    expect(verifyChain(tamper(rows), key).firstBroken).toBe(firstBroken)
  })

  it('shows each of 300 random deeds on a chain of 300', async () => {
    test = await startTestWorkspace('sqlite')
    const { id } = await test.workspace.people.add({ name: 'Ahmad', post: 'Pereka' })
    const roles = ['designer' as const]
    for (let turn = 2; turn < 300; turn += 1) {
      const post = `Pereka ${turn}`
      await test.workspace.people.change({ id, name: 'Ahmad', post, active: true, roles })
    }
    const { rows, key } = await theChain()
    expect(verifyChain(rows, key)).toMatchObject({ entries: 300, firstBroken: null })
    const whole = verifyChain(rows, key)
    // The same deeds in every run (mulberry32 would do; a step by a large prime is as well spread).
    const pick = (turn: number, most: number) => (turn * 7_919 + 13) % most
    const deeds: readonly ((place: number, other: number) => AuditRow[])[] = [
      (place) => rows.with(place, { ...at(rows, place), action: 'people.list' }),
      (place) => rows.with(place, { ...at(rows, place), at: at(rows, 0).at, subjects: '[]' }),
      (place) => rows.toSpliced(place, 1),
      (place, other) => rows.with(place, at(rows, other)).with(other, at(rows, place)),
      (place, other) => rows.toSpliced(place, 0, at(rows, other)),
      (place) => rows.slice(0, place),
    ]
    const missed = Array.from({ length: 300 }, (_, turn) => turn).filter((turn) => {
      const place = 1 + pick(turn, 298)
      const other = (place + 1 + pick(turn + 1, 297)) % 299
      const tampered = deeds[turn % deeds.length]?.(place, other) ?? rows
      const { entries, head, firstBroken } = verifyChain(tampered, key)
      // A cut tail, and the last entry gone, show against the count and the head kept elsewhere.
      return firstBroken === null && entries === whole.entries && head === whole.head
    })
    expect(missed).toEqual([])
  })

  it('shows a cut tail against the head and count kept elsewhere', async () => {
    const { rows, key } = await aChain()
    const whole = verifyChain(rows, key)
    const cut = verifyChain(rows.slice(0, -1), key)
    expect(cut.firstBroken).toBeNull()
    expect([cut.entries, cut.head]).not.toEqual([whole.entries, whole.head])
  })

  it('cannot be made good without the key', async () => {
    const { rows } = await aChain()
    expect(verifyChain(rows, Buffer.alloc(32)).firstBroken).toBe(1)
  })
})

function at(rows: readonly AuditRow[], index: number): AuditRow {
  const row = rows[index]
  if (row === undefined) throw new Error(`no row ${index}`)
  return row
}
