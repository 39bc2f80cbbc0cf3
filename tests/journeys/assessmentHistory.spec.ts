import type {} from '../support/clientInPage.ts'
import { fillRegister } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { squeeze } from '../support/assessmentPaper.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { closePreview, openPreview, savedBy, savedPages } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { unbroken } from '../support/readPdf.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

const account = '@JKRMalaysia · X (Twitter)'

/** Four half years of one account, each answered a little otherwise; of the last, some is open. */
async function addHalfYears(application: Application): Promise<void> {
  await application.window.evaluate(async (handle) => {
    const { accounts, compliance } = window.clientInPage.workspace
    const all = await compliance.frameworks({})
    const version = all.find((each) => each.shipped === 'jkr')?.versions[0]
    const held = (await accounts.list({})).find(
      (each) => each.handle === handle && each.channel === 'x',
    )
    if (version === undefined || held === undefined) throw new Error('Nothing to assess')
    const periods = [
      { from: '2024-07-01', to: '2024-12-31' },
      { from: '2025-01-01', to: '2025-06-30' },
      { from: '2025-07-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-06-30' },
    ]
    const said = ['met', 'partly', 'not-met', 'met', 'not-applicable', 'met', 'not-met'] as const
    for (const [half, period] of periods.entries()) {
      const { id } = await compliance.startAssessment({
        ...{ versionId: version.id, subject: { kind: 'account', accountId: held.id } },
        ...{ period, scopes: ['account', 'post'], beside: true, carry: null },
      })
      const { controls } = await compliance.assessment({ id })
      const headings = new Set(controls.map(({ parent }) => parent))
      const asked = controls.filter(({ key }) => !headings.has(key))
      for (const [at, { key }] of asked.entries()) {
        if (half === 3 && at % 6 === 5) continue
        // A third of the controls moves on by one with each half year.
        const result = said[(at % 3 === 0 ? at + half : at) % said.length] ?? 'met'
        const answer = { result, progress: 'done', note: '' } as const
        await compliance.answerControl({ id, key, base: 0, answer })
      }
    }
  }, 'JKRMalaysia')
}

/** Controls by what became of them, of the assessments that end on two days. */
const changesSql = (before: string, after: string) => `
  with worth(result, rank) as (values ('not-met', 0), ('partly', 1), ('met', 2)),
  given as (
    select a.period_to, b.control_key, w.rank from assessment_answer b
      join assessment a on a.id = b.assessment_id join worth w on w.result = b.result)
  select sum(n.rank < o.rank) as worse, sum(n.rank > o.rank) as better
    from given o join given n on n.control_key = o.control_key
    where o.period_to = '${before}' and n.period_to = '${after}'`

/** Every control of both assessments, with what was answered in each. */
const answersSql = (before: string, after: string) => `
  select c.clause, c.question_ms as question, o.result as was, n.result as now from assessment a
    join framework_control c on c.version_id = a.version_id
    join assessment_answer n on n.assessment_id = a.id and n.control_key = c.control_key
    join assessment b on b.period_to = '${before}'
    join assessment_answer o on o.assessment_id = b.id and o.control_key = c.control_key
    where a.period_to = '${after}' and n.result <> o.result order by c.place`

const resultWords: Readonly<Record<string, string>> = {
  ...{ met: 'Dipatuhi', partly: 'Sebahagian' },
  ...{ 'not-met': 'Tidak dipatuhi', 'not-applicable': 'Tidak berkaitan' },
}

/** The score by the formula of the issue: worth times weight over the weights of what applies. */
const scoreSql = (until: string) => `
  select round(100.0 * sum(c.weight * case n.result when 'met' then 1 when 'partly' then 0.5 else 0 end)
    / sum(c.weight)) as score from assessment a
    join assessment_answer n on n.assessment_id = a.id
    join framework_control c on c.version_id = a.version_id and c.control_key = n.control_key
    where a.period_to = '${until}' and n.result in ('met', 'partly', 'not-met')`

test('an assessment is held against earlier ones, by mouse and by keys', async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000)
  await fillRegister(await start(), 1, addHalfYears)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const look = async (name: string) => {
    await picture(application, name)
    await expectAccessible(application)
  }
  const counts = (before: string, after: string) =>
    readRows<{ worse: number; better: number }>(folder, passphrase, changesSql(before, after))[0]
  const chip = (name: string, count: number | undefined) =>
    window
      .getByRole('group', { name: 'Perkara yang dipaparkan' })
      .getByRole('button', { name: `${name} ${String(count)}`, exact: true })
  const rows = window.getByRole('group', { name: 'Perkara berbanding penilaian terdahulu' })
  const columns = window.getByRole('group', { name: 'Penilaian yang dibandingkan' })

  await goTo(window, 'Penilaian')
  await window.getByRole('gridcell', { name: account }).first().click()
  await expect(window.getByRole('heading', { name: account })).toBeVisible()
  await window.keyboard.press('b')
  await expect(
    window.getByRole('heading', { name: 'Berbanding penilaian terdahulu' }),
  ).toBeVisible()

  const half = counts('2025-12-31', '2026-06-30')
  await expect(chip('Merosot', half?.worse)).toBeVisible()
  await expect(chip('Bertambah baik', half?.better)).toBeVisible()
  await expect(columns.getByRole('button')).toHaveCount(3)
  await look('assessments-history-ms-light')

  // Held against the one a year before: other counts, computed by other words.
  await columns.getByRole('button', { name: /1 Jan 2025/ }).click()
  const year = counts('2025-06-30', '2026-06-30')
  await expect(chip('Merosot', year?.worse)).toBeVisible()
  await expect(chip('Bertambah baik', year?.better)).toBeVisible()
  expect(year).not.toEqual(half)

  // It is printed as it is shown: each control that changed, then and now, and the scores.
  await openPreview(application)
  const pages = (await savedPages(application, 'perbandingan')).map(unbroken)
  for (const [place, page] of pages.entries()) {
    expect(page).toContain(`Muka ${place + 1} / ${pages.length}`)
    expect(page).toContain('Log audit')
  }
  const paper = squeeze(pages.join(''))
  const changed = readRows<Record<'clause' | 'question' | 'was' | 'now', string>>(
    ...([folder, passphrase, answersSql('2025-06-30', '2026-06-30')] as const),
  )
  expect(changed.length).toBeGreaterThan(5)
  for (const { clause, question, was, now } of changed) {
    const row = [clause, question, resultWords[was], resultWords[now]].join('')
    expect(paper).toContain(squeeze(row))
  }
  const [then, now] = ['2025-06-30', '2026-06-30'].map(
    (day) => readRows<{ score: number }>(folder, passphrase, scoreSql(day))[0]?.score ?? -1,
  )
  expect(paper).toContain(squeeze(`Skor ${then}% dahulu, ${now}% kini`))
  for (const said of [account, '1 Jan 2025 – 30 Jun 2025', '1 Jan 2026 – 30 Jun 2026']) {
    expect(paper).toContain(squeeze(said))
  }
  const csv = (await savedBy(application, 'Simpan CSV', 'perbandingan.csv')).toString('utf8')
  for (const { question } of changed) expect(csv).toContain(question)
  await picture(application, 'assessments-history-paper-ms-light')
  await closePreview(application)

  // One that got worse is opened by keys and answered anew: it is no longer among them.
  await chip('Merosot', year?.worse).click()
  await expect(rows.getByRole('button')).toHaveCount(year?.worse ?? -1)
  await rows.getByRole('button').first().focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('complementary')).toBeVisible()
  await look('assessments-history-open-ms-light')
  await window.keyboard.press('1')
  await expect(chip('Merosot', (year?.worse ?? 0) - 1)).toBeVisible()

  await window.keyboard.press('Escape')
  await expect(window.getByRole('complementary')).toHaveCount(0)
  for (const text of ['tukar english', 'dark']) {
    await expect(window.locator('dialog')).toHaveCount(0)
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox').fill(text)
    await window.keyboard.press('Enter')
  }
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await look('assessments-history-en-dark')
  await window.keyboard.press('Escape')
  await expect(window.getByText('How the score is worked out').first()).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(button(window, 'Start an assessment')).toBeVisible()
})
