import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { AssessmentId, RoundId } from '#contract/assessmentIds'
import type { BreachId } from '#contract/complaintBreaches'
import type { RequestId } from '#contract/complaintRequests'
import { contract } from '#contract/index'
import { fromFormulaSafe } from '../../../src/main/workspace/reports/csv.ts'
import { cellsOf } from '../../support/cells.ts'
import { encodeScene } from '../../support/encodedPictures.ts'
import { answerAll } from '../../support/assessmentRoutes.ts'
import { startOne } from '../../support/assessments.ts'
import { campaignInput } from '../../support/campaigns.ts'
import { complaintFilter, contact, register } from '../../support/complaints.ts'
import { addTo, day, everything as allPosts, november, on } from '../../support/posts.ts'
import { complete } from '../../support/postRounds.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, savedAgain, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

const signs = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\u2212',
  '\ufe62',
  '\ufe63',
  '\ufe66',
  '\ufe6b',
]
const before = ['\t', '\r', '\n', ' ', '\u00a0', '\u2007', '\u200b', '\u202e', '\ufeff']
/** ASVS 5.0, 1.2.10, with what a spreadsheet skips before them (check 32). */
const prefixes = [
  ...signs,
  ...before,
  ...before.flatMap((one) => [`${one}=`, `${one}+`]),
  ...["'", "'=", '"='],
]

/** Every column of text that a person or a file fills, and that some table shows. */
const columns = {
  image_check: ['name', 'override_reason'],
  image_repeat: ['reason'],
  image: [
    ...['name', 'override_reason', 'programme', 'programme_time', 'place', 'guests'],
    ...['alt_text', 'source', 'rights'],
  ],
  image_tag: ['tag'],
  person: ['name'],
  post: ['title', 'brief', 'body', 'notes', 'status_reason'],
  phase: ['name', 'name_en'],
  assessment_answer: ['note'],
  assessment_finding: ['finding'],
  corrective_action: ['what'],
  evidence: ['title'],
  campaign: ['name'],
  complaint: ['what', 'place', 'district', 'reference', 'old_reference', 'link', 'status_reason'],
  complainant: ['name', 'address', 'phone', 'email', 'identity_number'],
  complaint_decision: ['text'],
} as const

/** What the tables are about. */
interface Filled {
  readonly batchId: Parameters<TestWorkspace['workspace']['images']['batchCsv']>[0]['batchId']
  readonly requestId: RequestId
  readonly breachId: BreachId
  readonly assessmentId: AssessmentId
  readonly roundId: RoundId
}

async function fill(): Promise<Filled> {
  const { images, accounts, complaints } = test.workspace
  const bytes = await encodeScene(1)
  await drop.put('a.png', bytes)
  await drop.put('b.jpg', await savedAgain(bytes))
  const [a, b] = await drop.check(test)
  const [one, other] = [present(a), present(b)]
  await images.decideRepeat({
    pairs: [{ checkId: other.id, of: one.id }],
    ...{ outcome: 'repeat', reason: 'Sama' },
  })
  await images.override({ id: other.id, reason: 'Dua edisi' })
  const id = await onlyKept(test, other)
  await images.describe({ ids: [id], tags: ['jalan'] })
  const account: AccountId = present((await accounts.list({}))[0]).id
  await addTo(test, 'Hantaran', {
    ...{ day: day('2026-11-12'), text: 'Teks' },
    accounts: [on(account)],
  })
  // One in a phase, for the road map.
  await addTo(test, 'Hantaran', { ...(await complete(test)), text: 'Teks' })
  const person = { kind: 'new', contact: contact('Aminah') } as const
  const { id: complaintId, complainant } = await register(test, {}, person)
  await complaints.reveal({ id: complaintId })
  await complaints.addDecision({
    ...{ complaintId, metOn: day('2026-11-20'), text: 'Tampal', personId: null, dueOn: null },
  })
  const now = test.clock.now()
  const { id: breachId } = await complaints.addBreach({
    ...{ what: 'Fail tersalah hantar', from: now, to: null, knownAt: now, people: 1 },
    ...{ fields: ['name'], harm: false, consequences: '', measures: '' },
    ...{ personId: null, numbers: [] },
  })
  const { id: requestId } = await complaints.addRequest({
    ...{ complainantId: present(complainant).id, kind: 'access', asked: 'Salinan' },
    receivedOn: day('2026-11-20'),
  })
  const assessmentId = await assess()
  const subjects = [{ kind: 'account' as const, accountId: account }]
  const { roundId } = await test.workspace.compliance.startCampaign(
    await campaignInput(test, { subjects: { kind: 'chosen', subjects } }),
  )
  return { batchId: one.batchId, requestId, breachId, assessmentId, roundId }
}

/** An assessment with a note, evidence, a finding and an action. */
async function assess(): Promise<AssessmentId> {
  const { compliance, people } = test.workspace
  const { id } = await startOne(compliance)
  await answerAll(compliance, id)
  const key = present((await compliance.assessment({ id })).controls[0]).key
  const evidence = { kind: 'link', title: 'Piagam', url: 'https://www.jkr.gov.my' } as const
  await compliance.addEvidence({ id, key, evidence })
  const fields = { severity: 'minor', text: 'Lewat' } as const
  const finding = await compliance.addFinding({ id, key, fields })
  const ownerId = present((await people.list({}))[0]).id
  const action = { what: 'Semak', ownerId, due: day('2026-12-31') }
  await compliance.addAction({ id: finding.id, fields: action })
  return id
}

/** A cell of a sheet that was refused, with the same text in its heading and its value. */
function refused(text: string) {
  return { row: 2, field: null, heading: `${text}|heading`, value: `${text}|value` } as const
}

/** Everything that leaves as comma-separated values, as cells. */
async function readAll(filled: Filled, text: string) {
  const { batchId, requestId, breachId, assessmentId, roundId } = filled
  const { images, posts, cycles, complaints, compliance, days } = test.workspace
  const scope = { states: [], kinds: [] }
  const cycle = present((await cycles.list({})).find(({ example }) => !example))
  const filter = { text: '', kind: null, tag: null, addedFrom: null, addedTo: null, trashed: false }
  const followed = { wait: null, mine: false, ownerId: null, accountId: null, severity: null }
  const language = 'en' as const
  const path = join(test.folder, 'daftar')
  const all = { filter: complaintFilter(), ids: null }
  const saved = { choice: all, language, takeoutId: null } as const
  const { path: written } = await complaints.exportRegister({ ...saved, format: 'csv', path })
  const tables = await Promise.all([
    images.batchCsv({ batchId, language }),
    images.libraryCsv({ filter, ids: null, language }),
    posts.planCsv({ period: november, filter: allPosts, ids: null, language }),
    posts.roadCsv({ cycleId: cycle.id, filter: allPosts, language }),
    posts.rejectedCsv({ rejected: [{ ...refused(text), problem: 'not-a-day' }], language }),
    posts.rejectedResultsCsv({
      ...{ rejected: [{ ...refused(text), problem: 'unknown-title' }], language },
    }),
    days.rejectedHolidaysCsv({
      ...{ rejected: [{ ...refused(text), problem: 'unknown-state' }], language },
    }),
    complaints.rejectedComplaintsCsv({
      ...{ rejected: [{ ...refused(text), problem: 'damaged' }], language },
    }),
    complaints.accessCsv({ id: requestId, language }).then((csv) => ({ csv })),
    complaints.meetingCsv({ ...scope, since: day('2026-11-01'), language }),
    complaints.charterCsv({ ...scope, from: day('2026-01-01'), to: day('2026-12-31'), language }),
    complaints.yearCsv({ ...scope, year: 2026, language }),
    compliance.historyCsv({ id: assessmentId, against: null, shown: 'all', language }),
    compliance.roundCsv({ id: roundId, language }),
    compliance.followUpsCsv({ filter: followed, language }),
    compliance.assessmentCsv({ ids: [assessmentId], language }),
    complaints.breachCsv({ id: breachId, language }).then((csv) => ({ csv })),
  ])
  const register = cellsOf((await readFile(written, 'utf8')).slice(1)).flat()
  return { tables: tables.map(({ csv }) => cellsOf(csv.slice(1)).flat()), register }
}

describe.each(databases)('no cell of a table begins a formula on %s', (database) => {
  it('whatever stands in any column of text, and every text comes back', async () => {
    test = await startTestWorkspace(database)
    const filled = await fill()
    for (const prefix of prefixes) {
      // PGlite takes a mark at the start of a value for the byte order mark, and drops it.
      if (database === 'postgres' && prefix.startsWith('\ufeff')) continue
      for (const [table, names] of Object.entries(columns)) {
        const values = names.map((name) => {
          const value = `${prefix}1+1|${table}.${name}`.replaceAll("'", "''")
          return `${name} = '${value}'`
        })
        await test.rows(`update ${table} set ${values.join(', ')}`)
      }
      const answers = JSON.stringify({ lane: `${prefix}1+1|complaint.answers` })
      await test.rows(`update complaint set answers = '${answers.replaceAll("'", "''")}'`)
      const { tables, register } = await readAll(filled, `${prefix}1+1`)
      const label = JSON.stringify(prefix)
      const begin = /^[\p{Cc}\p{Cf}\p{Z}=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b＝＋－＠]/u
      for (const cells of [...tables, register]) {
        // Two rows at least: the headings and what is asked about.
        expect(cells.length).toBeGreaterThanOrEqual(8)
        expect(
          cells.filter((cell) => begin.test(cell)),
          label,
        ).toEqual([])
      }
      const read = tables.map((cells) => cells.map(fromFormulaSafe))
      const [batch = [], library = [], plan = [], road = []] = read
      const refusals = read.slice(4, 8)
      const access = read[8] ?? []
      expect(batch, label).toContain(`${prefix}1+1|image_check.name`)
      expect(batch, label).toContain(`${prefix}1+1|image_check.override_reason`)
      expect(batch, label).toContain(`${prefix}1+1|image_repeat.reason`)
      for (const name of columns.image)
        expect(library, label).toContain(`${prefix}1+1|image.${name}`)
      expect(library, label).toContain(`${prefix}1+1|image_tag.tag`)
      expect(plan, label).toContain(`${prefix}1+1|post.body`)
      expect(road, label).toContain(`Phase 5: ${prefix}1+1|phase.name_en`)
      expect(access, label).toContain(`${prefix}1+1|complaint.what`)
      expect(read.at(-4), label).toContain(`${prefix}1+1|campaign.name`)
      expect(read.at(-3), label).toContain(`${prefix}1+1|assessment_finding.finding`)
      expect(read.at(-3), label).toContain(`${prefix}1+1|corrective_action.what`)
      const assessed = (read.at(-2) ?? []).join('\n')
      for (const column of ['assessment_answer.note', 'assessment_finding.finding']) {
        expect(assessed, label).toContain(`${prefix}1+1|${column}`)
      }
      for (const column of ['corrective_action.what', 'evidence.title']) {
        expect(assessed, label).toContain(`1+1|${column}`)
      }
      expect(read.at(-1), label).toContain(`${prefix}1+1|person.name`)
      const kept = register.map(fromFormulaSafe)
      for (const column of ['reference', 'what']) {
        expect(kept, label).toContain(`${prefix}1+1|complaint.${column}`)
      }
      // What is no address of the web leaves covered as nothing at all.
      expect(register.join('\n'), label).not.toContain('complaint.link')
      expect(refusals).toHaveLength(4)
      for (const cells of refusals) {
        expect(cells, label).toContain(`${prefix}1+1|heading`)
        expect(cells, label).toContain(`${prefix}1+1|value`)
      }
    }
    // In a workbook text is text: what was told comes back as it was typed, and not calculated.
    await test.rows(`update complaint set what = '=1+1'`)
    const { bytes } = await test.workspace.complaints.meetingXlsx({
      ...{ states: [], kinds: [], since: day('2026-11-01'), language: 'en' },
    })
    const sheets = await readXlsxFile(Buffer.from(bytes))
    expect(sheets.flatMap(({ data }) => data.flat())).toContain('=1+1')
  }, 120_000)
})

it('these are all tables that leave as comma-separated values', () => {
  const calls = Object.entries(contract).flatMap(([slice, all]) =>
    Object.keys(all).map((name) => `${slice}.${name}`),
  )
  expect(calls.filter((name) => /csv$/i.test(name)).toSorted()).toEqual([
    ...['complaints.accessCsv', 'complaints.breachCsv', 'complaints.charterCsv'],
    'complaints.meetingCsv',
    ...['complaints.rejectedComplaintsCsv', 'complaints.yearCsv'],
    ...['compliance.assessmentCsv', 'compliance.followUpsCsv', 'compliance.historyCsv'],
    'compliance.roundCsv',
    'days.rejectedHolidaysCsv',
    ...['images.batchCsv', 'images.libraryCsv', 'posts.planCsv', 'posts.rejectedCsv'],
    ...['posts.rejectedResultsCsv', 'posts.roadCsv'],
  ])
})
