import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Slice } from '#contract/call'
import { contract } from '#contract/index'
import type { AuditRow } from '../../src/main/workspace/auditTables.ts'
import type { Subject } from '../../src/main/workspace/audit.ts'
import { present } from '../support/present.ts'
import {
  databases,
  startTestWorkspace,
  type DatabaseName,
  type TestWorkspace,
} from '../support/workspace.ts'
import { commandInputs, type Furnished } from './commandInputs.ts'
import { furnish } from './furnish.ts'
import { marker } from './marker.ts'

const commandsThat = (audited: boolean): string[] =>
  Object.entries(contract).flatMap(([slice, calls]: [string, Slice]) =>
    Object.entries(calls).flatMap(([member, call]) =>
      call.kind === 'command' && call.audited === audited ? [`${slice}.${member}`] : [],
    ),
  )
const commands = commandsThat(true)
/** Half-typed work, which only its person sees. */
const scratches = commandsThat(false)

it('has an input here for every command of the contract', () => {
  const known = Object.entries(commandInputs).flatMap(([slice, inputs]) =>
    Object.keys(inputs).map((member) => `${slice}.${member}`),
  )
  expect(known.sort()).toEqual([...commands, ...scratches].sort())
  expect(commands.length).toBeGreaterThan(0)
})

describe.each(databases)('the commands on %s', (database) => {
  let test: TestWorkspace
  let drop: string
  let furnished: Furnished
  /** All rows as the last test left them, so that each state is read once; null where it failed. */
  let left: Rows | null = null

  async function rowsBefore(): Promise<Rows> {
    const rows = left ?? (await everything(test, database))
    left = null
    return rows
  }

  beforeAll(async () => {
    test = await startTestWorkspace(database)
    drop = await mkdtemp(join(tmpdir(), 'gambar-'))
    furnished = await furnish(test, drop)
    // Something of every kind, pictures and PDFs among it.
  }, 180_000)
  afterAll(async () => {
    await test.stop()
    await rm(drop, { recursive: true, force: true })
  })

  it.each(commands)('%s leaves nothing when its entry cannot be written', async (name) => {
    if (await makeReady(test, name)) left = null
    const before = await rowsBefore()
    await refuseEntries(test)
    try {
      await expect(call(test, name, inputOf(name, furnished))).rejects.toMatchObject({
        reason: 'unexpected',
      })
    } finally {
      await allowEntries(test)
    }
    const after = await everything(test, database)
    expect(after).toEqual(before)
    left = after
  })

  it.each(commands.filter(namesRows))(
    '%s of rows that do not exist is refused and leaves no entry',
    async (name) => {
      const before = await rowsBefore()
      const input = withOtherIds(inputOf(name, furnished))
      await expect(call(test, name, input)).rejects.toMatchObject({
        code: expect.stringMatching(/^(not-found|conflict)$/) as string,
      })
      const after = await everything(test, database)
      expect(after).toEqual(before)
      left = after
    },
  )

  it.each(scratches)('%s keeps what is half typed without an entry', async (name) => {
    const before = await rowsBefore()
    const input = inputOf(name, furnished)
    // What one keeps another lets go; either way something is there to be changed.
    if (name === 'posts.dropDraft') await call(test, 'posts.keepDraft', draftOf(furnished))
    if (name === 'complaints.dropDraft') await call(test, 'complaints.keepDraft', { content: {} })
    await call(test, name, input)
    if (name === 'posts.keepDraft') {
      expect(await everything(test, database)).not.toEqual(before)
      await call(test, 'posts.dropDraft', input)
    }
    if (name === 'complaints.keepDraft') {
      expect(await everything(test, database)).not.toEqual(before)
      await call(test, 'complaints.dropDraft', {})
    }
    if (name === 'people.remember') {
      expect(await everything(test, database)).not.toEqual(before)
      await call(test, name, { name: 'calendar', value: {} })
    }
    expect(await everything(test, database)).toEqual(before)
  })

  it.each(commands)('%s writes one entry: who, what, which rows, no value', async (name) => {
    if (await makeReady(test, name)) left = null
    const before = await entries(test)
    const rows = await rowsBefore()
    await call(test, name, inputOf(name, furnished))

    const added = (await entries(test)).slice(before.length)
    expect(added).toHaveLength(1)
    const [entry] = added
    expect(entry).toMatchObject({ action: name, person_id: furnished.person.id })
    expect(JSON.stringify(entry)).not.toContain(marker)

    const subjects = JSON.parse(present(entry).subjects) as Subject[]
    expect(subjects.length).toBeGreaterThan(0)
    const rowsAfter = await everything(test, database)
    for (const { table, id, fields, ...rest } of subjects) {
      // What approval keeps for good is sealed by its hash, which is no value; nothing else is.
      const seal = table === 'assessment_snapshot' ? { seal: hashIn(rowsAfter, table, id) } : {}
      expect(rest).toEqual(seal)
      expect(fields.length).toBeGreaterThan(0)
      const known = [...(rows[table] ?? []), ...(rowsAfter[table] ?? [])].map(
        (row) => JSON.parse(row) as Readonly<Record<string, unknown>>,
      )
      const row = known.find((each) => each[table === 'setting' ? 'name' : 'id'] === id)
      expect(row, `${table} ${id}`).toBeDefined()
      // A setting's parts are fields of its one value; what is many stands in tables of its own.
      const columns = new Set([...Object.keys(present(row)), 'tags', 'roles', 'accounts', 'images'])
      if (table !== 'setting') expect(fields.filter((field) => !columns.has(field))).toEqual([])
    }
    left = rowsAfter
  })
})

/** The hash that a row has, in the words of the database. */
function hashIn(
  rows: Readonly<Record<string, readonly string[]>>,
  table: string,
  id: string,
): unknown {
  const kept = (rows[table] ?? []).map((row) => JSON.parse(row) as { id: string; hash: string })
  return kept.find((each) => each.id === id)?.hash
}

function namesRows(name: string): boolean {
  return ![
    // Settings and lists that are read whole, and what begins something new.
    /^(office|reference|gate|backups)\./,
    /^(people|days|accounts|cycles|posts)\.(add|addHoliday|addPublished)$/,
    /^(cycles|posts)\.loadHistory$/,
    /^images\.change(Rules|FixPresets|FixChannels)$/,
    /^posts\.(changeApprovalRoutes|saveView|shareView|addTemplate)$/,
    /^complaints\.(add|saveView|shareView|changeRetention|changeRiseRule|changeKindOfficer|changeLadder|resetLadder)$/,
    /^planning\.(addNote|addTerm|holdAll|resume|changeSettings)$/,
    /^compliance\.changeMeasureSettings$/,
  ].some((pattern) => pattern.test(name))
}

/**
 * Everything is held or not, the example is there or not: what a command cannot do without.
 * @returns whether anything had to change for it
 */
async function makeReady(test: TestWorkspace, name: string): Promise<boolean> {
  const { planning, cycles, posts } = test.workspace
  const held = (await planning.holdState({})).open !== null
  if (['planning.holdAll', 'posts.publish', 'posts.skipAccount'].includes(name) && held) {
    await planning.resume({ note: '' })
    return true
  }
  if (name === 'planning.resume' && !held) {
    await planning.holdAll({ reason: 'Banjir' })
    return true
  }
  if (name === 'cycles.loadHistory') {
    // The example is loaded once: one that stood here for its posts gives way.
    await test.rows('update cycle set example = 0 returning id')
    return true
  }
  if (name === 'posts.loadHistory' && (await posts.history({})).cycleId === null) {
    await cycles.loadHistory({})
    return true
  }
  return false
}

/** Each table's rows as JSON: texts are compared in a tenth of the time that objects take. */
type Rows = Readonly<Record<string, readonly string[]>>

/** All rows of all tables, in an order that does not change. */
async function everything(test: TestWorkspace, database: DatabaseName): Promise<Rows> {
  const found = await (database === 'sqlite' ? rowsOfSqlite(test) : rowsOfPostgres(test))
  for (const rows of Object.values(found)) rows.sort()
  return found
}

async function rowsOfSqlite(test: TestWorkspace): Promise<Record<string, string[]>> {
  const tables = await test.rows<{ name: string }>(
    // What SQLite keeps for itself is nobody's row.
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    found[name] = (await test.rows(`select * from ${name}`)).map((row) => JSON.stringify(row))
  }
  return found
}

/** In one question: a hundred answers of a server cost more than the rows in them. */
async function rowsOfPostgres(test: TestWorkspace): Promise<Record<string, string[]>> {
  const tables = await test.rows<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  )
  const selects = tables.map(
    ({ name }) => `select '${name}' as name, to_json(${name})::text as text from ${name}`,
  )
  const found = Object.fromEntries(tables.map(({ name }) => [name, [] as string[]]))
  const rows = await test.rows<{ name: string; text: string }>(selects.join(' union all '))
  for (const { name, text } of rows) found[name]?.push(text)
  return found
}

function entries(test: TestWorkspace): Promise<AuditRow[]> {
  return test.rows<AuditRow>('select * from audit_entry order by sequence')
}

/** From here on entries are read but not written: the last step of every transaction fails. */
async function refuseEntries(test: TestWorkspace): Promise<void> {
  await test.rows('alter table audit_entry rename to audit_entry_away')
  await test.rows('create view audit_entry as select distinct * from audit_entry_away')
}

async function allowEntries(test: TestWorkspace): Promise<void> {
  await test.rows('drop view audit_entry')
  await test.rows('alter table audit_entry_away rename to audit_entry')
}

function draftOf(furnished: Furnished): unknown {
  return inputOf('posts.keepDraft', furnished)
}

function inputOf(name: string, furnished: Furnished): unknown {
  const [slice = '', member = ''] = name.split('.')
  const inputs: unknown = Reflect.get(commandInputs, slice)
  const build: unknown = Reflect.get(Object(inputs) as object, member)
  if (typeof build !== 'function') throw new Error(`No input for ${name}`)
  return Reflect.apply(build, undefined, [furnished])
}

async function call(test: TestWorkspace, name: string, input: unknown): Promise<void> {
  const [slice = '', member = ''] = name.split('.')
  const calls: unknown = Reflect.get(test.workspace, slice)
  const chosen: unknown = Reflect.get(Object(calls) as object, member)
  if (typeof chosen !== 'function') throw new Error(`The client has no ${name}`)
  await Reflect.apply(chosen, undefined, [input])
}

function withOtherIds(input: unknown): unknown {
  const id = /"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g
  return JSON.parse(JSON.stringify(input).replaceAll(id, () => `"${randomUUID()}"`))
}
