import readXlsxFile from 'read-excel-file/node'
import { afterEach, describe, expect, it } from 'vitest'
import { fromFormulaSafe } from '../../../src/main/workspace/reports/csv.ts'
import { addSeats, answerAll, approveWhole } from '../../support/assessmentRoutes.ts'
import { said, shippedVersion, startOne } from '../../support/assessments.ts'
import { cellsOf } from '../../support/cells.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())
const own = () => test.workspace.compliance

/** Some columns of a workbook and of separated values alike, as they read. */
function told(rows: readonly (readonly unknown[])[], columns: readonly string[]): string[][] {
  const [heads = [], ...lines] = rows
  const places = columns.map((name) => {
    expect(heads, name).toContain(name)
    return heads.indexOf(name)
  })
  return lines.map((line) => places.map((at) => fromFormulaSafe(textOf(line[at]))))
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell : ''
}

describe.each(databases)('what leaves of assessments on %s', (database) => {
  it('is every control with its result, and what is approved with its hash', async () => {
    test = await startTestWorkspace(database)
    const seats = await addSeats(test)
    const [one, other] = [
      await startOne(own()),
      await startOne(own(), { subject: { kind: 'unit', unit: 'JKR Perak' } }),
    ]
    await answerAll(own(), one.id)
    const key = present((await own().assessment({ id: one.id })).controls[0]).key
    const url = 'https://www.jkr.gov.my'
    const evidence = { kind: 'link', title: 'Piagam', url } as const
    await own().addEvidence({ id: one.id, key, evidence })
    await approveWhole(test, seats, one.id)
    await own().answerControl({ id: other.id, key, base: 0, answer: said({ result: 'partly' }) })
    const ids = [other.id, one.id, other.id]
    const { csv } = await own().assessmentCsv({ ids, language: 'en' })
    const [heads = [], ...rows] = cellsOf(csv.slice(1))
    const at = (name: string) => heads.indexOf(name)
    const asked = await test.rows<{ clause: string }>(
      `select clause from framework_control c join assessment a on a.version_id = c.version_id
         where a.id = '${one.id}' order by c.place`,
    )
    expect(rows.map((row) => row[at('Clause')])).toEqual([
      ...[...asked, ...asked].map(({ clause }) => clause),
    ])
    const [kept] = await test.rows<{ hash: string }>('select hash from assessment_snapshot')
    const ofOther = rows.slice(0, asked.length)
    const ofOne = rows.slice(asked.length)
    expect(ofOther.map((row) => row[at('Result')]).toSorted()).toEqual([
      ...['Not answered', 'Not answered', 'Not answered', 'Not answered', 'Not answered'],
      'Partly',
    ])
    expect(new Set(ofOther.map((row) => row[at('State')]))).toEqual(new Set(['Draft']))
    expect(new Set(ofOne.map((row) => row[at('Result')]))).toEqual(new Set(['Met']))
    expect(new Set(ofOne.map((row) => row[at('SHA-256 of the snapshot')]))).toEqual(
      new Set([kept?.hash]),
    )
    expect(fromFormulaSafe(present(ofOne[0]?.[at('Evidence')]))).toBe(`Piagam (${url})`)
    const { bytes } = await own().assessmentXlsx({ ids, language: 'ms' })
    const [sheet] = await readXlsxFile(Buffer.from(bytes))
    const inMalay = cellsOf((await own().assessmentCsv({ ids, language: 'ms' })).csv.slice(1))
    const columns = ['Klausa', 'Perkara', 'Keputusan', 'Catatan', 'Keadaan', 'SHA-256 petikan']
    const found = told(present(sheet).data, columns)
    expect(found).toEqual(told(inMalay, columns))
    expect(found).toHaveLength(2 * asked.length)
  })

  it('is a blank form of what a published version asks of a scope', async () => {
    test = await startTestWorkspace(database)
    const versionId = await shippedVersion(own(), 'jkr')
    const form = await own().blankChecklist({ versionId, scopes: ['operator'] })
    const rows = await test.rows<{ control_key: string }>(
      `select control_key from framework_control c where version_id = '${versionId}'
         and scope = 'operator' and weight > 0`,
    )
    const asked = form.controls.filter(({ isHeading }) => !isHeading)
    expect(asked.map(({ key }) => key).toSorted()).toEqual(
      rows.map(({ control_key }) => control_key).toSorted(),
    )
    const japen = await shippedVersion(own(), 'japen')
    await expect(
      own().blankChecklist({ versionId: japen, scopes: ['operator'] }),
    ).rejects.toMatchObject({ reason: 'compliance.nothing-for-subject' })
    const copy = await own().copy({ id: japen, title: { ms: 'Salinan', en: 'Copy' } })
    const draft = present(copy.versions[0]).id
    await expect(
      own().blankChecklist({ versionId: draft, scopes: ['post'] }),
    ).rejects.toMatchObject({ reason: 'compliance.not-published' })
  })
})
