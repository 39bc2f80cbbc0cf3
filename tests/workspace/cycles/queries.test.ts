import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { PhaseId } from '#contract/cycles'
import { Instant, PlainDate } from '#contract/values'
import { loadFirstCycle } from '../../../src/main/workspace/cycles/load.ts'
import { findPhase, listCycles, updateCycle } from '../../../src/main/workspace/cycles/queries.ts'
import { cycleHandlers } from '../../../src/main/workspace/cycles/service.ts'
import { migrateToLatest } from '../../../src/main/workspace/database/migrate.ts'
import { readerOf, type Tables, type Writer } from '../../../src/main/workspace/database/schema.ts'
import { loadReference } from '../../../src/main/workspace/reference/load.ts'
import { bareDatabases } from '../../support/bareDatabases.ts'
import { commandContext } from '../../support/commandContext.ts'
import { present } from '../../support/present.ts'

const day = (text: string) => PlainDate.parse(text)

let db: Writer
afterEach(() => db.destroy())

describe.each(bareDatabases)('what other slices read of cycles on %s', (_, open) => {
  it('is every cycle, archived or not, and any phase by its id', async () => {
    db = (await open()).$extendTables<Pick<Tables, keyof Tables>>()
    await migrateToLatest(db)
    await loadReference(db)
    const at = Instant.parse('2026-03-01T00:00:00.000Z')
    expect(await loadFirstCycle(db, { newId: randomUUID, at })).toHaveLength(6)
    expect(await loadFirstCycle(db, { newId: randomUUID, at })).toEqual([])
    await cycleHandlers.add(commandContext(db), {
      ...{ name: 'Kitaran 2027', nameEn: 'Cycle 2027', note: '' },
      ...{ startsOn: day('2027-01-01'), endsOn: day('2027-12-31') },
    })

    const reader = readerOf(db)
    const [later] = await listCycles(reader)
    await updateCycle(db, present(later).id, { archived: 1 })
    expect((await listCycles(reader)).map(({ name }) => name)).toEqual([
      'Kitaran 2027',
      'Kitaran 2026',
    ])
    const fourth = present(present(later).phases[3])
    expect(await findPhase(reader, fourth.id)).toEqual(fourth)
    expect(await findPhase(reader, PhaseId.parse(randomUUID()))).toBeNull()
  })
})
