import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerHeads, registerRows } from '../../support/registerSheet.ts'
import { workbookOf } from '../../support/sheets.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(async () => {
  await test.stop()
})

describe.each(databases)('registers brought in on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })

  it('leave nothing when cancelled while they are written', async () => {
    const bytes = await workbookOf(registerHeads, registerRows(600))
    const { complaints } = test.workspace
    const { guess } = await complaints.readRegisterSheet({ name: 'daftar.xlsx', bytes })
    const stop = new AbortController()
    let rounds = 0
    const doing = complaints.importComplaints(
      {
        ...{ name: 'daftar.xlsx', bytes, columns: guess, channel: null, kind: null },
        ...{ skipKnown: false, trial: false },
      },
      {
        signal: stop.signal,
        onProgress({ done, total }) {
          // Read, prepared, and then the first part written.
          if (done === total) rounds += 1
          else if (rounds === 2) stop.abort()
        },
      },
    )
    await expect(doing).rejects.toMatchObject({ reason: 'call.cancelled' })
    expect(await test.rows('select id from complaint')).toEqual([])
    expect(await test.rows('select id from complainant')).toEqual([])
    expect(await complaints.registerImports({})).toEqual([])
  })
})
