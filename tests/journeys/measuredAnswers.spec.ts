import { editApproved, expectWholePaper, squeeze } from '../support/assessmentPaper.ts'
import { answerByKeys, handOverToApproval, writeFindings } from '../support/assessmentSteps.ts'
import { addReviewers } from '../support/assessmentWork.ts'
import type {} from '../support/clientInPage.ts'
import { fillRegister } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test } from '../support/launch.ts'
import { present } from '../support/present.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import {
  contents,
  daysAfter,
  failedSql,
  makeMeasuredPosts,
  seedMeasured,
  someDay,
} from '../support/measuredWork.ts'
import { closePreview, openPreview, savedPages } from '../support/printActions.ts'
import { unbroken } from '../support/readPdf.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'
import { takeClient } from '../support/takeClient.ts'

const account = '@JKRMalaysia · X (Twitter)'
const inAll = ['Akaun', 'Unit', 'Pengendali', 'Hantaran']

/** Of the one assessment: what is asked and answered so, with what it weighs, in order. */
const answeredSql = (result: string) => `
  select c.control_key as key, c.clause, c.question_ms as question, c.weight from assessment a
    join framework_control c on c.version_id = a.version_id
    left join assessment_answer n on n.assessment_id = a.id and n.control_key = c.control_key
    where c.retired_reason is null and n.result ${result} and not exists (
      select 1 from framework_control b where b.version_id = c.version_id
        and b.parent_key = c.control_key)
    order by c.place`

test('an account is answered by what was measured, by hand otherwise, and goes all its way to paper', async ({
  start,
  folder,
}) => {
  test.setTimeout(420_000)
  await fillRegister(await start(), 4, async (first) => {
    await makeMeasuredPosts(first)
    await addReviewers(first)
  })
  seedMeasured(folder)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const rows = window.getByRole('group', { name: `Perkara penilaian ${account}` })
  const row = (clause: string) => rows.getByRole('button', { name: new RegExp(`^${clause}`) })
  const openRow = rows.getByRole('button', { expanded: true })
  const chips = window.getByRole('group', { name: 'Perkara yang dipaparkan' })
  const dialog = window.getByRole('dialog')
  const way = window.getByRole('region', { name: 'Laluan kelulusan' })
  const pane = window.getByRole('complementary')
  const measured = pane.getByRole('region', { name: 'Ukuran', exact: true })
  const one = (query: string) => readRows<object>(folder, passphrase, query)[0]
  const share = (query: string) =>
    present(readRows<{ kept: number; counted: number }>(folder, passphrase, query)[0])
  const look = async (name: string) => {
    await picture(application, name)
    await expectAccessible(application)
  }

  await test.step('an assessment begins measured', async () => {
    await goTo(window, 'Penilaian')
    await window.keyboard.press('n')
    await dialog
      .getByRole('combobox', { name: 'Akaun', exact: true })
      .selectOption({ label: account })
    // Whatever day it is: two weeks ago may lie in another half year.
    await dialog.getByLabel('Dari', { exact: true }).fill(daysAfter(someDay(), -7))
    for (const name of inAll) await dialog.getByLabel(name, { exact: true }).last().check()
    await expect(dialog.getByRole('switch', { name: 'Ukur perkara yang ada rekod' })).toBeChecked()
    await dialog.getByRole('button', { name: 'Mula penilaian' }).click()
    await expect(window.getByText(/Diukur pada .* perkara ada ukuran/)).toBeVisible()
  })

  await test.step('captions, posters and first responses, as counted by SQL', async () => {
    const captions = share(
      `select sum(body like '%Pekan%') as kept, count(*) as counted from post_publication p
         join post on post.id = p.post_id where p.day = '${someDay()}'`,
    )
    const posters = share(
      `select sum(width >= 600 and height >= 315) as kept, count(*) as counted
         from post_image join image on image.id = image_id where image.kind = 'poster'`,
    )
    const answers = share(
      `select sum(responded_at is not null) as kept, count(*) as counted from complaint`,
    )
    for (const [clause, { kept, counted }] of [
      ['Melaka 13.5\\(b\\)', captions],
      ['Melaka 13.5\\(e\\)', posters],
      ['KKS F1', answers],
    ] as const) {
      expect(counted).toBeGreaterThan(1)
      await row(clause).click()
      await expect(measured).toContainText(`${kept} daripada ${counted}`)
      await expect(row(clause)).toContainText('Diukur')
      await expect(row(clause)).toContainText(kept * 2 < counted * 1.5 ? 'Tidak dipatuhi' : '')
    }
    await look('measured-followed-ms-light')
  })

  await test.step('who answers otherwise says why', async () => {
    await window.keyboard.press('1')
    const why = field(window, 'Mengapa berlainan daripada ukuran')
    await expect(why).toBeFocused()
    await window.keyboard.press('Control+Enter')
    await expect(pane.getByText('Nyatakan alasannya.')).toBeVisible()
    expect(one("select count(*) as n from assessment_measure where reason <> ''")).toEqual({ n: 0 })
    await why.fill('Jawapan melalui telefon belum direkod')
    await look('measured-reason-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(measured).toContainText('Berlainan daripada ukuran')
    await expect(measured).toContainText('Jawapan melalui telefon belum direkod')
    await expect(row('KKS F1')).toContainText('Dipatuhi')
    await chips.getByRole('button', { name: /^Berlainan daripada ukuran/ }).click()
    await expect(rows.getByRole('button')).toHaveCount(1)
    await look('measured-disagreed-ms-light')
    await chips.getByRole('button', { name: /^Semua/ }).click()
  })

  await test.step('the draft on paper tells the figure, the answer and why they differ', async () => {
    const { kept, counted } = share(
      `select sum(responded_at is not null) as kept, count(*) as counted from complaint`,
    )
    await openPreview(application)
    const pages = (await savedPages(application, 'penilaian-ukuran')).map(unbroken)
    const text = pages.join(' ')
    for (const said of [
      'DRAF',
      'Jawapan melalui telefon belum direkod',
      `${kept} daripada ${counted}`,
    ]) {
      expect(text).toContain(said)
    }
    // They stand together, at the clause they are about.
    const where = pages.find((page) => page.includes('Jawapan melalui telefon belum direkod'))
    expect(where).toContain('KKS F1')
    expect(where).toContain(`${kept} daripada ${counted}`)
    const [late] = readRows<{ number: string }>(
      ...([folder, passphrase] as const),
      `select number from complaint where responded_at is null order by received_day desc, id limit 1`,
    )
    // Numbers are divided at their hyphens.
    const squeezed = where?.replaceAll(/\s/g, '')
    expect(squeezed).toContain('Dipatuhimulai95%,sebahagianmulai75%')
    expect(squeezed).toContain(present(late).number)
    await closePreview(application)
  })

  await test.step('a record is put right: kept figures stay beside those of now', async () => {
    await row('JaPen, piagam 1').click()
    await expect(measured).toContainText('0 daripada 1')
    await measured.getByText(/^Ukuran /).click()
    await measured.getByRole('link', { name: 'Infografik lewat' }).click()
    const ready = window.getByLabel('Diterima pada', { exact: true })
    await expect(ready).toHaveValue(daysAfter(someDay(), 4))
    await ready.fill(someDay())
    await window.keyboard.press('Control+s')
    await expect
      .poll(() => one("select delivered_on as day from post where title = 'Infografik lewat'"))
      .toEqual({ day: someDay() })
    await goTo(window, 'Penilaian')
    await expect(measured).toContainText('0 daripada 1')
    await expect(measured).toContainText('Rekod telah berubah sejak diukur')
    await expect(measured).toContainText('1 daripada 1')
    await expect(row('JaPen, piagam 1')).toContainText('Tidak dipatuhi')
    await look('measured-since-ms-light')
  })

  await test.step('measured again: a preview, then answers that follow move; the other stays', async () => {
    changeRows(folder, passphrase, `update complaint set responded_at = null`)
    await button(window, 'Ukur semula').click()
    await expect(
      dialog.getByRole('heading', { name: /^Ukuran baharu: \d+ berubah$/ }),
    ).toBeVisible()
    const line = (clause: string) => dialog.getByRole('listitem').filter({ hasText: clause })
    await expect(line('JaPen, piagam 1')).toContainText('Tidak dipatuhi → Dipatuhi')
    await expect(line('KKS F1')).toContainText('kekal Dipatuhi')
    await look('measured-again-ms-light')
    expect(one(state)).toEqual({ infographic: 'not-met', first: 'met' })
    await dialog.getByRole('button', { name: 'Guna ukuran baharu' }).click()
    await expect(dialog).toBeHidden()
    await expect(row('JaPen, piagam 1')).toContainText('Dipatuhi')
    await expect(measured).not.toContainText('Rekod telah berubah')
    expect(one(state)).toEqual({ infographic: 'met', first: 'met' })
  })

  await test.step('taken back, the answer follows again; and it can be undone', async () => {
    await row('KKS F1').click()
    await expect(measured).toContainText('0 daripada')
    await button(window, 'Ikut ukuran').click()
    await expect(measured).toContainText('Jawapan mengikut ukuran')
    await expect(row('KKS F1')).toContainText('Tidak dipatuhi')
    await window.keyboard.press('Control+z')
    await expect(measured).toContainText('Jawapan melalui telefon belum direkod')
    await expect(row('KKS F1')).toContainText('Dipatuhi')
  })

  const asked = (result: string) =>
    readRows<{ key: string; clause: string; question: string; weight: number }>(
      ...([folder, passphrase, answeredSql(result)] as const),
    )

  await test.step('what was said otherwise rests on evidence', async () => {
    await button(window, 'Tambah bukti: Pautan').click()
    await field(window, 'Nama bukti').fill('Rekod panggilan')
    await field(window, 'Alamat pautan').fill('https://rekod.jkr.gov.my/panggilan')
    await window.keyboard.press('Enter')
    await expect(pane.getByText('https://rekod.jkr.gov.my/panggilan')).toBeVisible()
  })

  await test.step('what is not met is found, and the gravest of it acted on', async () => {
    const found = asked("= 'not-met'")
    expect(found.length).toBeGreaterThan(1)
    await writeFindings(application, rows, found, daysAfter(someDay(), 60))
  })

  await test.step('the rest is answered by keys', async () => {
    const rest = asked('is null')
    expect(rest.length).toBeGreaterThan(20)
    await answerByKeys(application, rows, rest)
    expect(asked('is null')).toEqual([])
    await chips.getByRole('button', { name: /^Semua/ }).click()
  })

  await test.step('it is handed over, reviewed and approved by three people', async () => {
    await handOverToApproval(application, 'Ukuran disemak dengan rekod')
    await expect(way.getByText('Cap jari sepadan')).toBeVisible()
  })

  await test.step('what was approved takes no answer, evidence, finding or measurement', async () => {
    await row('KKS F1').click()
    await expect(openRow).toContainText('KKS F1')
    await window.keyboard.press('3')
    await expect(openRow).toContainText('Dipatuhi')
    for (const name of ['Ukur semula', 'Ikut ukuran', 'Tambah bukti: Pautan', 'Tambah penemuan']) {
      await expect(button(window, name)).toHaveCount(0)
    }
    expect(one(state)).toEqual({ infographic: 'met', first: 'met' })
    const failed = present(readRows<{ name: string }>(folder, passphrase, failedSql)[0])
    await measured.locator('summary').click()
    const then = measured.locator('section').filter({ hasText: /Tidak dipatuhi seperti pada/ })
    await expect(then).toContainText(failed.name)
    await look('measured-approved-ms-light')
  })

  await test.step('the paper holds every result, clause, figure and signature', async () => {
    await openPreview(application)
    const pages = (await savedPages(application, 'penilaian-ukuran-lulus')).map(unbroken)
    const { answered } = expectWholePaper(pages, folder, passphrase)
    expect(answered).toBe(asked('is not null').length)
    const whole = squeeze(pages.join(''))
    for (const said of [
      ...['@JKRMalaysia', 'Jawapan melalui telefon belum direkod', 'Rekod panggilan'],
      ...['Semak senarai sebelum siaran', 'Rekod menunjukkan 2', 'Ukuran disemak dengan rekod'],
      ...['https://rekod.jkr.gov.my/panggilan', 'Tiada perubahan dalam tempoh ini'],
    ]) {
      expect(whole, said).toContain(squeeze(said))
    }
    // Every figure that was measured stands beside its answer.
    const measures = readRows<{ measured: string }>(
      ...([folder, passphrase, 'select measured from assessment_measure'] as const),
    ).map(({ measured: json }) => JSON.parse(json) as { kept: number; counted: number })
    for (const { kept, counted } of measures.filter((each) => each.counted > 0)) {
      expect(whole).toContain(squeeze(`${kept} daripada ${counted}`))
    }
    await closePreview(application)
  })

  await test.step('in English and dark', async () => {
    for (const text of ['tukar english', 'dark']) {
      await window.keyboard.press('Control+k')
      await window.keyboard.type(text)
      await window.keyboard.press('Enter')
    }
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(pane.getByText('Differs from the measurement')).toBeVisible()
    await look('measured-disagreed-en-dark')
  })
  expect(application.complaints).toEqual([])

  await test.step('nor does it when it is called past the screen', async () => {
    const before = readRows(folder, passphrase, contents)
    await takeClient(application)
    const refusals = await editApproved(application)
    expect(refusals).toEqual(refusals.map(() => 'compliance.assessment-approved'))
    expect(readRows(folder, passphrase, contents)).toEqual(before)
  })
})

/** How the two controls that the journey looks at are answered. */
const state = `select
  (select result from assessment_answer where control_key = 'jkr-production-infographic')
    as infographic,
  (select result from assessment_answer where control_key = 'jkr-first-response') as first`
