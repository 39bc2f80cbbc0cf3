import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, savedAgain, type Drop } from './dropping.ts'
import { photo } from './fixes.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

describe.each(databases)('the library at hand on %s', (database) => {
  it('has what was just kept, under its present name, and not what was thrown away', async () => {
    test = await startTestWorkspace(database)
    const { images } = test.workspace
    await drop.put('satu/a.jpg', await photo(81))
    await drop.put('dua/b.jpg', await photo(82))
    const repeatsIn = async (folder: string, seed: number) => {
      await drop.put(`${folder}/salinan.jpg`, await savedAgain(await photo(seed)))
      const [check] = await drop.check(test, folder)
      const found = present(check).repeats.map(({ of, relation }) => [of.name, relation])
      const settled = present(check).findings.find(({ code }) => code.startsWith('repeat'))
      return { found, settled }
    }
    const first = await onlyKept(test, present((await drop.check(test, 'satu'))[0]))
    // The list is at hand from here on; what follows is added to it.
    expect((await repeatsIn('tiga', 81)).found).toMatchObject([['a.jpg', expect.any(String)]])
    await onlyKept(test, present((await drop.check(test, 'dua'))[0]))
    expect((await repeatsIn('empat', 82)).found).toMatchObject([['b.jpg', expect.any(String)]])
    await images.describe({ ids: [first], name: 'Perasmian' })
    expect((await repeatsIn('lima', 81)).found).toMatchObject([['Perasmian', expect.any(String)]])
    await images.trash({ ids: [first] })
    expect((await repeatsIn('enam', 81)).found).toEqual([])
    await images.restore({ ids: [first] })
    expect((await repeatsIn('tujuh', 81)).found).toMatchObject([['Perasmian', expect.any(String)]])
  })
})
