import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { namesDistrict } from '../../../src/main/workspace/complaints/rules/namedPlace.ts'
import { register } from '../../support/complaints.ts'
import { addPerson, as } from '../../support/postRounds.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

it.each([
  ['Dewan Komuniti, Kota Bharu', 'Kota Bharu', true],
  ['KOTA-BHARU', 'kota bharu', true],
  ['Kota Bharu', 'Kota', true],
  ['Jalan Kotabharu', 'Kota Bharu', false],
  ['Pasir Mas', 'Pasir', true],
  ['Pasir Mas', 'Mas Pasir', false],
  ['Bachok', '', false],
  ['', 'Bachok', false],
])('%j names the district %j: %s', (place, district, names) => {
  expect(namesDistrict(place, district)).toBe(names)
})

describe.each(databases)('urgent complaints at a place on %s', (database) => {
  let test: TestWorkspace
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })
  afterEach(() => test.stop())

  it('are counted for the state and its named district, and known to every role', async () => {
    const { complaints, reference } = test.workspace
    const [reason] = (await reference.lists({}))['urgent-kinds']
    const urgent = reason?.item.key ?? null
    const kelantan = { state: 'MY-03', urgent } as const
    await register(test, { ...kelantan, district: 'Kota Bharu' })
    await register(test, { ...kelantan, district: 'Kota Bharu' })
    await register(test, { ...kelantan, district: 'Machang' })
    await register(test, { ...kelantan, district: 'Kota Bharu', urgent: null })
    await register(test, { ...kelantan, state: 'MY-11', district: 'Kota Bharu' })
    const over = await register(test, { ...kelantan, district: 'Kota Bharu' })
    await complaints.setStatus({ ids: [over.id], to: 'voided', reason: 'Tersilap daftar' })
    const ask = (place: string) => complaints.urgentAt({ state: 'MY-03', place })
    const inState = 3
    expect(await ask('Dewan Komuniti, Kota Bharu')).toEqual({
      ...{ inState, here: 2, districts: ['Kota Bharu'] },
    })
    expect(await ask('Machang dan Kota Bharu')).toEqual({
      ...{ inState, here: 3, districts: ['Kota Bharu', 'Machang'] },
    })
    expect(await ask('Kuala Krai')).toEqual({ inState, here: 0, districts: [] })
    // A designer reads no complaint, but is told that there are some.
    const designer = await addPerson(test, 'Devi', 'designer')
    await as(test, designer, async () => {
      await expect(complaints.get({ id: over.id })).rejects.toMatchObject({
        reason: 'people.not-allowed',
      })
      expect((await ask('Machang')).here).toBe(1)
    })
  })
})
