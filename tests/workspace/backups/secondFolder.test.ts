import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { present } from '../../support/present.ts'
import { addPerson, startEach } from './started.ts'

const each = startEach()

describe('the second folder', () => {
  it('that is away is said calmly and caught up when it is back', async () => {
    const test = await each.start()
    const [folder, elsewhere] = [join(each.outside, 'kongsi'), join(each.outside, 'cabut')]
    await mkdir(folder)
    await test.workspace.backups.chooseFolder({ folder })
    await test.workspace.backups.make({})
    await cp(folder, elsewhere, { recursive: true })
    await rm(folder, { recursive: true })
    await addPerson(test, 'Ahmad Faizal')
    test.clock.set('2026-11-24T01:00:00.000Z')
    // The backup itself does not fail.
    const made = await test.workspace.backups.make({})
    const away = (await test.workspace.backups.overview({})).second
    expect(away).toMatchObject({ state: 'away', failingSince: '2026-11-24T01:00:00.000Z' })
    await cp(elsewhere, folder, { recursive: true })
    expect(await test.workspace.backups.copyToSecond({})).toEqual({ copied: 1 })
    expect((await test.workspace.backups.overview({})).second).toMatchObject({
      ...{ state: 'good', failingSince: null },
    })
    const { backups } = await test.workspace.gate.backups({ folder })
    expect(backups.map(({ name }) => name)).toContain(made.name)
    const place = present((await readdir(folder))[0])
    const keys = JSON.parse(await readFile(join(folder, place, 'kunci.json'), 'utf8')) as object
    expect(keys).toMatchObject({ system: null })
  })

  it('is neither in the data folder nor around it, and must be there', async () => {
    const test = await each.start()
    const choose = (folder: string) => test.workspace.backups.chooseFolder({ folder })
    for (const folder of [test.folder, join(test.folder, 'sandaran'), tmpdir()]) {
      await mkdir(folder, { recursive: true })
      await expect(choose(folder)).rejects.toMatchObject({ reason: 'backups.folder-inside' })
    }
    await expect(choose(join(each.outside, 'tiada'))).rejects.toMatchObject({
      reason: 'backups.folder-missing',
    })
    await expect(choose('sandaran')).rejects.toMatchObject({ reason: 'backups.folder-missing' })
  })

  it('keeps what others put there', async () => {
    const test = await each.start()
    const folder = join(each.outside, 'kongsi')
    await mkdir(folder)
    await test.workspace.backups.chooseFolder({ folder })
    await writeFile(join(test.folder, 'sandaran', 'sandaran-lama.zip'), 'x')
    await writeFile(join(test.folder, 'sandaran', 'sandaran-20200101-000000-harian.txt'), 'x')
    for (let day = 1; day <= 14; day++) {
      test.clock.set(`2026-12-${String(day).padStart(2, '0')}T01:00:00.000Z`)
      await test.workspace.backups.make({})
    }
    const kept = await readdir(join(test.folder, 'sandaran'))
    expect(kept).toContain('sandaran-lama.zip')
    expect(kept).toContain('sandaran-20200101-000000-harian.txt')
    const databases = kept.filter((name) => name.endsWith('.db'))
    expect(databases.length).toBeLessThan(14)
    expect(databases).toContain('sandaran-20261214-090000-tangan.db')
    expect(existsSync(join(test.folder, 'sandaran', 'kunci.json'))).toBe(true)
  }, 60_000)
})
