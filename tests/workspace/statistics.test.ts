import { afterEach, expect, it } from 'vitest'
import { writeComplaints } from '../support/complaintRows.ts'
import { present } from '../support/present.ts'
import { startTestWorkspace, testPassphrase, type TestWorkspace } from '../support/workspace.ts'

// Only SQLite: a server gathers its statistics by itself.
let test: TestWorkspace
afterEach(() => test.stop())

/** As the figures of a year ask: many statuses, few days. */
const ofOneYear = `select count(*) from complaint
  where status in ('new', 'forwarded', 'in-progress', 'resolved', 'closed', 'false')
  and received_day between '2003-01-01' and '2003-12-31' and settled_at is not null`

it('what comes in is counted when the workspace opens, and a year is found by its days', async () => {
  test = await startTestWorkspace('sqlite')
  const personId = present((await test.workspace.people.list({}))[0]).id
  await test.write((db) =>
    writeComplaints(db, { count: 3_000, personId, from: '2000-01-01', days: 2_900 }),
  )
  expect(await indexFor(ofOneYear)).not.toContain('complaint_figures')

  await test.restart()
  const secret = { kind: 'passphrase', passphrase: testPassphrase } as const
  await test.workspace.gate.unlock({ secret, remember: false })

  expect(await indexFor(ofOneYear)).toContain(
    'complaint_figures (received_day>? AND received_day<?',
  )
  // Numbers alone: no sample of what stands in the rows, which may be of persons.
  const gathered = await test.rows<{ tbl: string; stat: string }>('select * from sqlite_stat1')
  expect(gathered.some(({ tbl }) => tbl === 'complaint')).toBe(true)
  expect(gathered.every(({ stat }) => /^[\d ]+( unordered| sz=\d+)*$/.test(stat))).toBe(true)
  const [kept] = await test.rows("select 1 from sqlite_master where name = 'sqlite_stat4'")
  expect(kept === undefined ? [] : await test.rows('select * from sqlite_stat4')).toEqual([])
})

async function indexFor(query: string): Promise<string> {
  const plan = await test.rows<{ detail: string }>(`explain query plan ${query}`)
  return plan.map(({ detail }) => detail).join(', ')
}
