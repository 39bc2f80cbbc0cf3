import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Slice } from '#contract/call'
import { contract } from '#contract/index'
import { blankContent } from '#contract/postContent'
import { PlainDate } from '#contract/values'
import type { AuditRow } from '../../src/main/workspace/auditTables.ts'
import type { Subject } from '../../src/main/workspace/audit.ts'
import { encodeScene } from '../support/encodedPictures.ts'
import { open, scene } from '../support/pictures.ts'
import { present } from '../support/present.ts'
import {
  databases,
  startTestWorkspace,
  type DatabaseName,
  type TestWorkspace,
} from '../support/workspace.ts'
import { commandInputs, marker, viewOf, type Furnished } from './commandInputs.ts'

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

  beforeAll(async () => {
    test = await startTestWorkspace(database)
    drop = await mkdtemp(join(tmpdir(), 'gambar-'))
    furnished = await furnish(test, drop)
  })
  afterAll(async () => {
    await test.stop()
    await rm(drop, { recursive: true, force: true })
  })

  it.each(commands)('%s leaves nothing when its entry cannot be written', async (name) => {
    const before = await everything(test, database)
    await refuseEntries(test)
    try {
      await expect(call(test, name, inputOf(name, furnished))).rejects.toMatchObject({
        reason: 'unexpected',
      })
    } finally {
      await allowEntries(test)
    }
    expect(await everything(test, database)).toEqual(before)
  })

  it.each(commands.filter(namesRows))(
    '%s of rows that do not exist is refused and leaves no entry',
    async (name) => {
      const before = await everything(test, database)
      const input = withOtherIds(inputOf(name, furnished))
      await expect(call(test, name, input)).rejects.toMatchObject({
        code: expect.stringMatching(/^(not-found|conflict)$/) as string,
      })
      expect(await everything(test, database)).toEqual(before)
    },
  )

  it.each(scratches)('%s keeps what is half typed without an entry', async (name) => {
    const before = await everything(test, database)
    const input = inputOf(name, furnished)
    // What one keeps another lets go; either way something is there to be changed.
    if (name === 'posts.dropDraft') await call(test, 'posts.keepDraft', draftOf(furnished))
    await call(test, name, input)
    if (name === 'posts.keepDraft') {
      expect(await everything(test, database)).not.toEqual(before)
      await call(test, 'posts.dropDraft', input)
    }
    expect(await everything(test, database)).toEqual(before)
  })

  it.each(commands)('%s writes one entry: who, what, which rows, no value', async (name) => {
    const before = await entries(test)
    const rowsBefore = await everything(test, database)
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
      expect(rest).toEqual({})
      expect(fields.length).toBeGreaterThan(0)
      const known = [...(rowsBefore[table] ?? []), ...(rowsAfter[table] ?? [])]
      const row = known.find((each) => each[table === 'setting' ? 'name' : 'id'] === id)
      expect(row, `${table} ${id}`).toBeDefined()
      // A setting's parts are fields of its one value; what is many stands in tables of its own.
      const columns = new Set([...Object.keys(present(row)), 'tags', 'roles', 'accounts', 'images'])
      if (table !== 'setting') expect(fields.filter((field) => !columns.has(field))).toEqual([])
    }
  })
})

function namesRows(name: string): boolean {
  const slices =
    /^people\.(change|resetPin)$|^days\.(?!addHoliday)|^accounts\.(?!add$)|^posts\.(?!(add|saveView|shareView)$)|^images\.(?!change(Rules|FixPresets))/
  return slices.test(name)
}

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** All rows of all tables, in an order that does not change. */
async function everything(test: TestWorkspace, database: DatabaseName): Promise<Rows> {
  const tables = await test.rows<{ name: string }>(
    database === 'sqlite'
      ? "select name from sqlite_master where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'",
  )
  const found: Record<string, Readonly<Record<string, unknown>>[]> = {}
  for (const { name } of tables) {
    const rows = await test.rows<Record<string, unknown>>(`select * from ${name}`)
    found[name] = rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
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

async function furnish({ workspace }: TestWorkspace, drop: string): Promise<Furnished> {
  // Not the person the workspace was made with: the entry must bear who sits there now.
  const person = await workspace.people.add({
    name: 'Nurul Izzah',
    post: 'Pereka',
    roles: ['administrator'],
  })
  const withPin = await workspace.people.add({ name: 'Lim Mei Ling', post: 'Perancang' })
  await workspace.gate.switchPerson({ id: withPin.id })
  await workspace.gate.setPin({ current: null, pin: '270519' })
  await workspace.gate.switchPerson({ id: person.id })

  const [holiday, changed, removed] = (await workspace.days.holidays({ year: 2026, state: null }))
    .holidays
  const changedHoliday = await workspace.days.changeHoliday({
    ...present(changed),
    reference: 'Surat',
  })
  const removedHoliday = await workspace.days.removeHoliday({ id: present(removed).id })

  const repeat = await open(await scene(1))
    .jpeg({ quality: 85 })
    .toBuffer()
  await writeFile(join(drop, 'a.png'), await encodeScene(1))
  await writeFile(join(drop, 'b.jpg'), repeat)
  await writeFile(join(drop, 'c.png'), await encodeScene(2))
  await writeFile(join(drop, 'd.png'), await encodeScene(3))
  const { batchId } = await workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
  const [check, repeated, ...others] = await workspace.images.checks({ batchId })
  expect(repeated?.repeats).toHaveLength(1)
  // A choice that can be taken back.
  const [best, left] = [present(check).id, present(repeated).id]
  await workspace.images.pickBest({ best: [best], others: [left] })
  const { kept } = await workspace.images.keep({ ids: others.map(({ id }) => id) })
  const [one, other] = await Promise.all(
    kept.map(({ imageId }) => workspace.images.libraryImage({ id: imageId })),
  )
  await workspace.images.trash({ ids: [present(other).id] })

  const spare = join(drop, 'nota.txt')
  await writeFile(spare, 'bukan imej')
  const { batchId: spareBatch } = await workspace.images.checkFiles({ paths: [spare], kind: null })
  const { accounts, reference } = workspace
  const [account, retired] = await accounts.list({})
  await accounts.retire({ id: present(retired).id })
  const numbers = (day: string) => ({ day: PlainDate.parse(day), followers: 1, likes: null })
  const record = (day: string) =>
    accounts.addSnapshot({ accountId: present(account).id, numbers: numbers(day) })
  const [snapshot, removedSnapshot] = [await record('2026-10-01'), await record('2026-09-01')]
  await accounts.removeSnapshot({ id: removedSnapshot.id })
  const { segments } = await reference.lists({})
  await reference.remove({ id: present(segments.at(-1)).id })

  const { posts } = workspace
  const post = (title: string) =>
    posts.add({ content: blankContent(title, 'text'), status: 'draft' })
  const [planned, held, trashed, spent, begun] = [
    ...[await post('Satu'), await post('Dua'), await post('Tiga')],
    ...[await post('Empat'), await post('Lima')],
  ]
  await posts.setStatus({ ids: [present(held).id], to: 'on-hold', reason: 'Menunggu' })
  await posts.trash({ ids: [present(trashed).id] })
  const saved = { id: present(begun).id, base: 1, content: blankContent('Enam', 'text') }

  const made = await workspace.images.fix({
    items: [{ of: { where: 'check', checkId: present(check).id }, crop: null }],
    choices: {
      ...{ width: 600, height: 600, way: 'fill', backdrop: { kind: 'edge' } },
      ...{ format: 'auto', maxBytes: null },
    },
    kind: 'photo',
    save: { check: true, disk: null },
  })
  const resultId = present(made.results[0]?.made?.checkId)
  return {
    person,
    holiday: present(holiday),
    changedHoliday,
    removedHoliday,
    withPin,
    result: await workspace.images.check({ id: resultId }),
    rules: await workspace.images.rules({}),
    check: present(check),
    repeated: present(repeated),
    kept: present(one),
    trashed: present(other),
    account: present(account),
    retired: present(retired),
    snapshot,
    removedSnapshot,
    segments,
    post: present(planned),
    heldPost: present(held),
    trashedPost: present(trashed),
    spentPost: present(spent),
    savedPost: await posts.save(saved),
    ownView: await posts.saveView({ name: 'Sendiri', definition: viewOf('satu') }),
    sharedView: await posts.shareView({ name: 'Semua', definition: viewOf('dua') }),
    spareBatch,
  }
}
