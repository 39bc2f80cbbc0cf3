import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readForPrint } from '../../../src/renderer/print/readForPrint'
import { shortHash } from '../../../src/renderer/print/paper'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace'

let test: TestWorkspace
beforeEach(async () => {
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

const people = { call: 'people.list' }

async function lastEntry() {
  const [row] = await test.rows<{ entries: number; head: string }>(
    `select (select count(*) from audit_entry) as entries, hash as head
     from audit_entry order by sequence desc limit 1`,
  )
  return row
}

/** Reads while somebody adds a person after each of the first `times` answers. */
function readWhileChanged(times: number) {
  const { workspace, call } = test.client
  let changes = 0
  const answered: unknown[] = []
  return readForPrint(
    {
      workspace,
      async call(name, input) {
        const answer = await call(name, input)
        answered.push(answer)
        if (changes < times) {
          changes += 1
          await workspace.people.add({ name: `Orang ${changes}`, post: 'Pereka' })
        }
        return answer
      },
    },
    people,
    {},
  )
}

describe('reading for paper', () => {
  it('tells the moment: office, person, and the end of the audit log', async () => {
    const { paper, data } = await readForPrint(test.client, people, {})
    expect(paper).toMatchObject({
      printedBy: 'Siti Aminah binti Abdullah',
      office: { unitName: 'Bahagian Komunikasi Korporat' },
      audit: await lastEntry(),
    })
    expect(data).toHaveLength(1)
  })

  it('reads again what changed meanwhile, so that the head belongs to what is printed', async () => {
    const { paper, data } = await readWhileChanged(2)
    expect(data).toHaveLength(3)
    expect(paper.audit).toEqual(await lastEntry())
  })

  it('gives up, with what to do, where the data never stands still', async () => {
    await expect(readWhileChanged(100)).rejects.toMatchObject({ reason: 'print.kept-changing' })
  })

  it('passes on why the workspace refuses', async () => {
    await test.workspace.gate.lock({})
    await expect(readForPrint(test.client, people, {})).rejects.toMatchObject({
      reason: 'gate.locked',
    })
  })
})

describe('a hash for people', () => {
  it('is its beginning, in groups of four', () => {
    expect(shortHash('3f9a12bc88d04e1fffffffff')).toBe('3f9a 12bc 88d0 4e1f')
  })
})
