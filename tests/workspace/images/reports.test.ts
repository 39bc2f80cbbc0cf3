import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CheckedImage, LibraryFilter } from '#contract/images'
import { BatchId, type ImageId } from '#contract/values'
import * as tableWords from '../../../src/main/workspace/images/reports/tableWords.ts'
import { fromFormulaSafe } from '../../../src/main/workspace/reports/csv.ts'
import { decideWords } from '../../../src/renderer/images/words/decide.ts'
import { paneWords } from '../../../src/renderer/images/words/pane.ts'
import { sharedWords } from '../../../src/renderer/images/words/shared.ts'
import { cellsOf } from '../../support/cells.ts'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { openDrop, savedAgain, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

const everything: LibraryFilter = {
  text: '',
  kind: null,
  tag: null,
  addedFrom: null,
  addedTo: null,
  trashed: false,
}
const hostile = ['=1+1.png', '+60123456789.png', '-2.png', '@SUM(A1).png', '＝A1.png', ' ruang.png']

async function checkHostile(): Promise<CheckedImage[]> {
  for (const [place, name] of hostile.entries()) await drop.put(name, await encodeScene(place + 1))
  return drop.check(test)
}

/** The table without its heading, each row by its headings. */
function tableOf(csv: string): Record<string, string>[] {
  const [heads = [], ...rows] = cellsOf(csv.slice(1))
  return rows.map((row) =>
    Object.fromEntries(heads.map((head, place) => [head, fromFormulaSafe(row[place] ?? '')])),
  )
}

describe.each(databases)('a batch report on %s', (database) => {
  it('has the batch and its files; a batch that is gone is refused', async () => {
    test = await startTestWorkspace(database)
    const checks = await checkHostile()
    const { batchId } = present(checks[0])
    const report = await test.workspace.images.batchReport({ batchId })
    expect(report.checks).toEqual(checks)
    const [counted] = await test.rows<{ total: number | string }>(
      `select count(*) as total from image_check where batch_id = '${batchId}'`,
    )
    expect(report.batch).toMatchObject({ id: batchId, counts: { total: Number(counted?.total) } })
    await test.workspace.images.removeBatch({ batchId })
    const gone = { reason: 'images.unknown-batch' }
    await expect(test.workspace.images.batchReport({ batchId })).rejects.toMatchObject(gone)
    const never = BatchId.parse('00000000-0000-4000-8000-000000000000')
    await expect(
      test.workspace.images.batchCsv({ batchId: never, language: 'ms' }),
    ).rejects.toMatchObject(gone)
  })

  it('is a table of the very rows, safe in a spreadsheet, in both languages', async () => {
    test = await startTestWorkspace(database)
    const { batchId } = present((await checkHostile())[0])
    const rows = await test.rows<{ name: string; width: number; byte_size: number; hash: string }>(
      `select name, width, byte_size, bytes_hash as hash from image_check order by position`,
    )
    const { csv } = await test.workspace.images.batchCsv({ batchId, language: 'ms' })
    const raw = cellsOf(csv.slice(1))
    expect(raw.flat().filter((cell) => /^[\s=+\-@＝＋－＠]/.test(cell))).toEqual([])
    expect(
      tableOf(csv).map((row) => [
        row['Nama fail'],
        Number(row['Lebar (px)']),
        Number(row['Saiz (bait)']),
        row['SHA-256'],
      ]),
    ).toEqual(rows.map((row) => [row.name, row.width, row.byte_size, row.hash]))
    const english = await test.workspace.images.batchCsv({ batchId, language: 'en' })
    expect(tableOf(english.csv).map((row) => row['File name'])).toEqual(rows.map((row) => row.name))
  })

  it('tells what persons said: decision, exception, checklist, each with name and time', async () => {
    test = await startTestWorkspace(database)
    const original = await encodeScene(7)
    await drop.put('a/asal.png', original)
    await drop.put('b/ulang.jpg', await savedAgain(original, 30))
    const [, repeat] = await drop.check(test)
    const { id, batchId, repeats } = present(repeat)
    const { of } = present(repeats[0])
    const other = of.where === 'batch' ? of.checkId : of.imageId
    test.clock.set('2026-11-23T16:30:00.000Z')
    await test.workspace.images.decideRepeat({
      pairs: [{ checkId: id, of: other }],
      outcome: 'different',
      reason: '=Versi baharu',
    })
    await test.workspace.images.override({ id, reason: 'Diminta oleh pengarah' })
    const answers = {
      offTopic: false,
      hurtsImage: false,
      badAngle: true,
      emptyVenue: true,
      repeatedScene: false,
    }
    await test.workspace.images.reviewPhoto({ id, answers })
    const { csv } = await test.workspace.images.batchCsv({ batchId, language: 'ms' })
    const [decided] = await test.rows<{ reason: string; name: string }>(
      'select reason, person.name from image_repeat join person on person.id = decided_by',
    )
    const local = '2026-11-24T00:30:00+08:00'
    expect(tableOf(csv)[1]).toMatchObject({
      'Berulang dengan': 'asal.png',
      Putusan: 'Diputuskan: berbeza',
      'Sebab putusan': decided?.reason,
      'Diputuskan oleh': decided?.name,
      'Diputuskan pada': local,
      'Sebab pengecualian': 'Diminta oleh pengarah',
      'Dikecualikan oleh': 'Siti Aminah binti Abdullah',
      'Dikecualikan pada': local,
      'Senarai semak foto':
        'Sudut tidak sesuai, contohnya pegawai dari belakang; Tempat kelihatan kosong',
      'Dilihat pada': local,
      'Dalam pustaka': 'tidak',
    })
  })
})

describe.each(databases)('a contact sheet on %s', (database) => {
  async function keepHostile(): Promise<ImageId[]> {
    const checks = await checkHostile()
    const { kept } = await test.workspace.images.keep({ ids: checks.map(({ id }) => id) })
    return kept.map(({ imageId }) => imageId)
  }

  it('has what the filter and the choice leave, and counts the rest', async () => {
    test = await startTestWorkspace(database)
    const ids = await keepHostile()
    await test.workspace.images.describe({ ids: ids.slice(0, 4), tags: ['jambatan'] })
    await test.workspace.images.trash({ ids: ids.slice(5) })
    const asked = async (filter: Partial<LibraryFilter>, chosen: ImageId[] | null) => {
      const wanted = { filter: { ...everything, ...filter }, ids: chosen }
      const sheet = await test.workspace.images.librarySheet(wanted)
      const { csv } = await test.workspace.images.libraryCsv({ ...wanted, language: 'ms' })
      expect(tableOf(csv).map((row) => row['Nama'])).toEqual(sheet.images.map(({ name }) => name))
      return { ...sheet, images: sheet.images.length }
    }
    expect(await asked({}, null)).toMatchObject({ images: 5, fitting: 5, total: 5, chosen: false })
    expect(await asked({ tag: 'jambatan' }, null)).toMatchObject({ fitting: 4, total: 5 })
    expect(await asked({ tag: 'jambatan' }, ids.slice(3))).toMatchObject({
      ...{ images: 1, fitting: 1, total: 5, chosen: true },
      filter: { tag: 'jambatan' },
    })
    expect(await asked({ trashed: true }, null)).toMatchObject({ images: 1, fitting: 1, total: 1 })
    const [row] = await test.rows<{ tags: string }>(
      `select tag as tags from image_tag where image_id = '${present(ids[0])}'`,
    )
    const { csv } = await test.workspace.images.libraryCsv({
      ...{ filter: everything, ids: [present(ids[0])], language: 'ms' },
    })
    expect(tableOf(csv)[0]).toMatchObject({ Tag: row?.tags, Jenis: 'Poster' })
  })

  it('ends after a thousand pictures and says how many fit; the table has them all', async () => {
    test = await startTestWorkspace(database)
    await keepHostile()
    const columns =
      'kind, width, height, format, byte_size, measurement, fingerprint, fingerprint_version, ' +
      'findings, programme, programme_time, place, guests, alt_text, source, rights, added_at, added_by'
    const numbered = (before: string) => `'${before}' || substr(cast(1000000000000 + i as text), 2)`
    await test.rows(`
      insert into image (id, name, bytes_hash, ${columns})
      with recursive number(i) as (select 1 union all select i + 1 from number where i < 1000)
      select ${numbered('00000000-0000-4000-8000-')}, ${numbered('gambar ')},
        ${numbered('0'.repeat(52))}, ${columns}
      from image, number where image.name = '-2.png'`)
    const wanted = { filter: everything, ids: null }
    const sheet = await test.workspace.images.librarySheet(wanted)
    expect([sheet.images.length, sheet.fitting, sheet.total]).toEqual([1_000, 1_006, 1_006])
    const { csv } = await test.workspace.images.libraryCsv({ ...wanted, language: 'en' })
    expect(tableOf(csv)).toHaveLength(1_006)
  })
})

describe.each(databases)('the end of the audit log on %s', (database) => {
  it('is the hash and the number of its rows, and moves with every change', async () => {
    test = await startTestWorkspace(database)
    const expected = async () => {
      const [row] = await test.rows<{ entries: number | string; head: string }>(
        `select (select count(*) from audit_entry) as entries, hash as head
         from audit_entry order by sequence desc limit 1`,
      )
      return { entries: Number(row?.entries), head: row?.head }
    }
    const before = await test.workspace.office.auditHead({})
    expect(before).toEqual(await expected())
    await test.workspace.people.add({ name: 'Ali bin Abu', post: 'Pereka' })
    const after = await test.workspace.office.auditHead({})
    expect(after).toEqual(await expected())
    expect(after.entries).toBe(before.entries + 1)
    const verified = await test.workspace.office.verifyAudit({})
    expect(after).toEqual({ entries: verified.entries, head: verified.head })
  })
})

describe('the words of the tables', () => {
  it('are those of the window', () => {
    for (const language of ['ms', 'en'] as const) {
      const inLanguage = (words: Record<string, Record<typeof language, string>>) =>
        Object.fromEntries(Object.entries(words).map(([key, said]) => [key, said[language]]))
      const { kindsBrief, standings, needsDecision } = sharedWords[language]
      expect(inLanguage(tableWords.kindWords)).toEqual(kindsBrief)
      const { override: _exception, ...verdicts } = standings
      expect(inLanguage(tableWords.verdictWords)).toEqual(verdicts)
      const { repeats, review } = paneWords[language]
      expect(repeats).toMatchObject(inLanguage(tableWords.relationWords))
      expect(review).toMatchObject(inLanguage(tableWords.pointWords))
      expect(tableWords.nothingSeen[language]).toBe(review.clear)
      const { decidedRepeat, decidedDifferent } = decideWords[language].decide
      expect(inLanguage(tableWords.outcomeWords)).toEqual({
        repeat: decidedRepeat,
        different: decidedDifferent,
        undecided: needsDecision,
      })
    }
  })
})
