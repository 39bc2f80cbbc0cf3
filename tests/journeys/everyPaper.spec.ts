import { furnish, passphrase } from '../support/furnish.ts'
import { expect, test } from '../support/launch.ts'
import { letters, makePaper, outwardOf, timeless, type MadePaper } from '../support/madePapers.ts'
import { complaintsOfHiddenPages } from '../support/printActions.ts'
import { randomBy } from '../support/random.ts'
import { addRandomPapers } from '../support/randomPapers.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'

/** Complaints and assessments; `npm run torture` asks for 200 and 20 (check 36). */
const [complaints = 20, assessments = 5] = (process.env['BKK_PAPERS'] ?? '20,5')
  .split(',')
  .map(Number)
const seed = Number(process.env['BKK_PAPERS_SEED'] ?? 20_261_123)

/** Every text, number and choice of a complaint, and who wrote it down. */
const complaintSql = `
  select c.*, p.name, p.phone, p.email, p.address, p.identity_number, e.name as enterer,
    (select json_group_array(text) from complaint_event v where v.complaint_id = c.id
       and v.kind = 'note' and v.removed_at is null) as notes
  from complaint c left join complainant p on p.id = c.complainant_id
    join person e on e.id = c.entered_by`

/** All that is said of an assessment: one column for each kind of text. */
const assessmentSql = `
  select a.id, a.unit, a.period_from, a.period_to, a.hash, v.source,
    (select json_group_array(json_array(c.clause, c.weight, c.question_ms, n.result, n.note))
       from assessment_answer n join framework_control c on c.control_key = n.control_key
       and c.version_id = a.version_id where n.assessment_id = a.id) as answers,
    (select json_group_array(json_array(title, url)) from evidence e join evidence_use u
       on u.evidence_id = e.id where u.assessment_id = a.id) as evidence,
    (select json_group_array(json_array(f.finding, x.what, o.name, x.due))
       from assessment_finding f join corrective_action x on x.finding_id = f.id
       join person o on o.id = x.owner_id where f.assessment_id = a.id) as findings
  from assessment a join framework_version v on v.id = a.version_id`

const months = ['Jan', 'Feb', 'Mac', 'Apr', 'Mei', 'Jun', 'Jul', 'Ogo', 'Sep', 'Okt', 'Nov', 'Dis']
/** In Malay, of what the rows hold as keys. */
const words: Readonly<Record<string, string>> = {
  ...{ phone: 'Telefon', facebook: 'Facebook', x: 'X (Twitter)', sispaa: 'SISPAA' },
  ...{ email: 'E-mel', counter: 'Kaunter', letter: 'Surat' },
  ...{ 'federal-road': 'Jalan Persekutuan', 'state-road': 'Jalan Negeri' },
  ...{ 'tolled-highway': 'Lebuh raya bertol', 'construction-safety': 'Keselamatan pembinaan' },
  ...{ pothole: 'Lubang', flooding: 'Banjir atau saliran tersumbat', new: 'Baharu' },
  ...{ 'MY-06': 'Pahang', 'MY-08': 'Perak', 'MY-10': 'Selangor', 'MY-14': 'W.P. Kuala Lumpur' },
  ...{ met: 'Dipatuhi', partly: 'Sebahagian' },
  ...{ 'not-met': 'Tidak dipatuhi', 'not-applicable': 'Tidak berkaitan' },
}

/** `31 Jan 2026`, by hand. */
function dayOf(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]} ${year}`
}

/** A moment's day in Malaysia. */
function dayOfMoment(moment: string): string {
  return dayOf(new Date(Date.parse(moment) + 8 * 3_600_000).toISOString())
}

type Row = Readonly<Record<string, string | number | null>>
const text = (row: Row, column: string): string => String(row[column] ?? '')

function saidOfComplaint(row: Row): string[] {
  const { road, from_metres: metres } = row
  const [letter, digits] = [text(row, 'road').replaceAll(/\d/g, ''), /\d+/.exec(text(row, 'road'))]
  const answers = Object.entries(JSON.parse(text(row, 'answers')) as Record<string, string>)
  return [
    ...['number', 'what', 'reference', 'place', 'district', 'enterer'].map((key) => text(row, key)),
    ...['name', 'phone', 'email', 'address', 'identity_number'].map((key) => text(row, key)),
    ...['channel', 'kind', 'sub_kind', 'state', 'status'].map(
      (key) => words[text(row, key)] ?? text(row, key),
    ),
    ...['received_at', 'entered_at', 'status_at'].map((key) => dayOfMoment(text(row, key))),
    road === null ? '' : `${letter}${digits?.[0].padStart(2, '0') ?? ''}`,
    metres === null ? '' : `km ${Number(metres) / 1_000}`,
    ...answers.map(([, said]) => (said === 'yes' ? 'Ya' : said)),
    ...(JSON.parse(text(row, 'notes')) as string[]),
  ].filter((each) => each !== '')
}

function saidOfAssessment(row: Row): string[] {
  const lists = (column: string) => JSON.parse(text(row, column)) as (string | number)[][]
  return [
    ...['unit', 'hash', 'source'].map((column) => text(row, column)),
    ...['period_from', 'period_to'].map((column) => dayOf(text(row, column))),
    // Clause, weight, question and result stand in one row of the table.
    ...lists('answers').flatMap(([clause, weight, question, result, note]) => [
      `${clause}${weight}${question}${words[String(result)]}${note}`,
    ]),
    ...lists('evidence').flat().map(String),
    ...lists('findings').flatMap(([finding, what, owner, due]) => [
      ...[finding, what, owner].map(String),
      dayOf(String(due)),
    ]),
  ]
}

test('every paper says all that the database holds of it, the same each time, and refers to nothing', async ({
  start,
  folder,
}) => {
  test.setTimeout(60_000 + (complaints + assessments) * 20_000)
  const application = await start()
  const wrong = complaintsOfHiddenPages(application)
  await furnish(application)
  const made = await addRandomPapers(application, randomBy(seed), { complaints, assessments })
  const rows = (query: string) => readRows<Row>(folder, passphrase, query)
  const [head] = rows(
    `select (select count(*) from audit_entry) as entries, hash from audit_entry
       order by sequence desc limit 1`,
  )
  const short = text(head ?? {}, 'hash').slice(0, 16)
  const lacking: string[] = []
  /** What is not as it has to be, of one paper. */
  const check = async (
    name: string,
    input: object,
    wanted: readonly string[],
  ): Promise<MadePaper> => {
    const paper = await makePaper(application, name, input)
    const whole = letters(paper.pages.join(''))
    const miss = (what: string) => lacking.push(`${name} ${JSON.stringify(input)}: ${what}`)
    for (const each of wanted) if (!whole.includes(letters(each))) miss(each)
    for (const [place, page] of paper.pages.entries()) {
      const foot = letters(page)
      if (!page.includes(`Muka ${place + 1} / ${paper.pages.length}`)) miss(`page ${place + 1}`)
      if (!foot.includes(letters(`Log audit: ${text(head ?? {}, 'entries')} entri, ${short}`))) {
        miss(`audit head on page ${place + 1}`)
      }
    }
    if (!whole.includes(text(head ?? {}, 'hash'))) miss('the whole audit head')
    for (const out of await outwardOf(paper)) miss(`refers to ${out}`)
    const again = await makePaper(application, name, input)
    if (timeless(again.pages).join('\n') !== timeless(paper.pages).join('\n')) miss('differs')
    return paper
  }

  const cases = rows(complaintSql)
  expect(cases).toHaveLength(complaints)
  for (const row of cases) {
    const input = { id: row['id'], takeoutId: made.takeoutId }
    await check('complaint-case', input, saidOfComplaint(row))
  }
  const assessed = rows(assessmentSql)
  expect(assessed).toHaveLength(assessments)
  for (const row of assessed) {
    const said = saidOfAssessment(row)
    expect(said.length).toBeGreaterThan(10)
    await check('assessment', { id: row['id'], revision: null }, said)
  }
  expect(lacking).toEqual([])

  // A row that changes is read changed: the check looks at the paper, and not at itself.
  changeRows(
    ...([folder, passphrase] as const),
    `update complaint set district = 'Kuala Lipis' where id = '${made.complaints[0]}'`,
  )
  const changed = await makePaper(application, 'complaint-case', {
    ...{ id: made.complaints[0], takeoutId: made.takeoutId },
  })
  expect(letters(changed.pages.join(''))).toContain('KualaLipis')
  expect([...application.complaints, ...wrong]).toEqual([])
})
