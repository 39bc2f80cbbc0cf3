import type {} from './clientInPage.ts'
import { expect, type Application } from './launch.ts'
import { present } from './present.ts'
import { readRows } from './readDatabase.ts'
import { button } from './startActions.ts'

/** Draws a line across the field of a signature. */
export async function sign({ window }: Application): Promise<void> {
  const pad = window.getByRole('img', { name: 'Ruang tandatangan' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('There is no field to sign in')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await window.mouse.move(...at(0.1, 0.7))
  await window.mouse.down()
  for (const [x, y] of [
    ...([
      [0.2, 0.2],
      [0.3, 0.8],
      [0.4, 0.3],
      [0.5, 0.7],
    ] as const),
    ...([
      [0.6, 0.35],
      [0.75, 0.6],
      [0.9, 0.4],
    ] as const),
  ]) {
    await window.mouse.move(...at(x, y), { steps: 4 })
  }
  await window.mouse.up()
  await expect(button(window, 'Padam tandatangan')).toBeVisible()
}

const resultWords: Readonly<Record<string, string>> = {
  ...{ met: 'Dipatuhi', partly: 'Sebahagian' },
  ...{ 'not-met': 'Tidak dipatuhi', 'not-applicable': 'Tidak berkaitan' },
}
const worth: Readonly<Record<string, number>> = { met: 1, partly: 0.5, 'not-met': 0 }

/** Without any space: lines are divided where nobody wrote one. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}

function literally(text: string): string {
  return squeeze(text).replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
}

/**
 * Holds the paper of the one approved assessment against the database: on each page its number of
 * how many, the hash of the snapshot and the log's head; every control with clause, weight, question,
 * its own result and its note; the score, worked out anew from the paper; who signed.
 * @returns the hash of the snapshot, and how many controls were answered
 */
export function expectWholePaper(
  pages: readonly string[],
  folder: string,
  phrase: string,
): { hash: string; answered: number } {
  const read = <T>(query: string) => readRows<T>(folder, phrase, query)
  const text = pages.join(' ')
  const squeezed = squeeze(text)
  const snapshots = read<{ hash: string }>('select hash from assessment_snapshot')
  expect(snapshots).toHaveLength(1)
  const { hash } = present(snapshots[0])
  for (const [place, page] of pages.entries()) {
    expect(page).toContain(`Muka ${place + 1} / ${pages.length}`)
    expect(squeeze(page)).toContain(hash)
    expect(page).toContain('Log audit')
  }
  const answered = read<{ clause: string; question: string; result: string; note: string }>(
    `select c.clause, c.question_ms as question, n.result, n.note from assessment a
       join framework_control c on c.version_id = a.version_id
       join assessment_answer n on n.assessment_id = a.id and n.control_key = c.control_key
       where a.stage = 'approved' and n.result is not null order by c.place`,
  )
  let [points, possible] = [0, 0]
  for (const { clause, question, result, note } of answered) {
    const word = squeeze(resultWords[result] ?? '?')
    const row = new RegExp(`${literally(clause)}(\\d)${literally(question)}${word}`)
    const [, weight] = row.exec(squeezed) ?? []
    expect(weight, `${clause} ${question}: ${word}`).toBeDefined()
    expect(squeezed).toContain(squeeze(note))
    // Whoever holds the paper alone works out the same score.
    if (worth[result] === undefined) continue
    points += worth[result] * Number(weight)
    possible += Number(weight)
  }
  expect(possible).toBeGreaterThan(0)
  expect(text).toContain(`${points} ÷ ${possible} = ${Math.round((100 * points) / possible)}%`)
  const [head] = read<{ head: string }>(
    'select hash as head from audit_entry order by sequence desc limit 1',
  )
  expect(squeezed).toContain(present(head).head)
  const signed = read<{ name: string; post: string }>(
    `select by_name as name, by_post as post from assessment_step
       where deed in ('prepared', 'reviewed', 'approved') order by place desc limit 3`,
  )
  expect(new Set(signed.map(({ name }) => name)).size).toBe(3)
  for (const said of [
    ...['Disediakan oleh', 'Disemak oleh', 'Diluluskan oleh', 'Tandatangan', 'Jawatan', 'Tarikh'],
    ...signed.flatMap(({ name, post }) => [name, post]),
  ]) {
    expect(squeezed, said).toContain(squeeze(said))
  }
  expect(text).not.toContain('DRAF')
  return { hash, answered: answered.length }
}

/**
 * Calls all that would change the one approved assessment, past the screen.
 * @returns why each was refused, or that it was done
 */
export function editApproved({ window: page }: Application): Promise<string[]> {
  return page.evaluate(async () => {
    const { call } = window.clientInPage
    const [one] = (await call('compliance.assessments', {
      ...{ state: 'approved', subject: null, frameworkId: null },
    })) as { id: string }[]
    const id = one?.id
    const { answers, pinned, evidence, findings } = (await call('compliance.assessment', {
      id,
    })) as {
      answers: { key: string; version: number }[]
      pinned: { id: string }
      evidence: { useId: string; evidence: { id: string } }[]
      findings: { id: string; version: number }[]
    }
    const key = answers[0]?.key
    const [use, finding] = [evidence[0], findings[0]]
    const fields = { severity: 'minor', text: 'Selepas kelulusan' }
    const answer = { result: 'not-met', progress: 'done', note: 'Selepas kelulusan' }
    const link = { kind: 'link', title: 'Lewat', url: 'https://jkr.gov.my' }
    const inputs = {
      answerControl: { id, key, base: answers[0]?.version, answer },
      addEvidence: { id, key, evidence: link },
      reuseEvidence: { id, key, evidenceId: use?.evidence.id },
      removeEvidence: { useId: use?.useId },
      changeFinding: { id: finding?.id, base: finding?.version, fields },
      carryOver: { id, from: pinned.id, to: pinned.id, keys: [] },
      undoCarry: { id },
      addFinding: { id, key, fields: { severity: 'major', text: 'Selepas kelulusan' } },
      measureAssessment: { id, keep: true },
      removeAssessment: { id },
    }
    const told: string[] = []
    for (const [name, input] of Object.entries(inputs)) {
      await call(`compliance.${name}`, input).then(
        () => told.push(`${name} was done`),
        (error: unknown) => told.push((error as { reason?: string }).reason ?? String(error)),
      )
    }
    return told
  })
}
