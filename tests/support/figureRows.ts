import { randomUUID } from 'node:crypto'
import { ComplaintStatus } from '#contract/complaintStatus'
import { Instant } from '#contract/values'
import { writeComplaints } from './complaintRows.ts'
import { present } from './present.ts'
import type { TestWorkspace } from './workspace.ts'

/** So many complaints, from 2021 up to the day before the test's clock. */
const many = 700

/**
 * A register of six years in which every figure has something to count: clocks met in time, late and
 * not at all, forwarded, answered, reopened and voided ones, and what complainants said of them.
 */
export async function fillFigures(test: TestWorkspace): Promise<void> {
  const people = await test.workspace.people.list({})
  const personId = present(people[0]).id
  const accounts = await test.workspace.accounts.list({})
  await test.write(async (db) => {
    await writeComplaints(db, { count: many, personId, from: '2021-01-01', days: 2_151, seed: 7 })
    const rows = await db.selectFrom('complaint').selectAll().orderBy('ordinal').execute()
    for (const [at, row] of rows.entries()) {
      const received = Date.parse(row.received_at)
      const after = (hours: number) =>
        Instant.parse(new Date(received + hours * 3_600_000).toISOString())
      const status = at % 29 === 0 ? ComplaintStatus.enum.voided : row.status
      const isOpen = ['new', 'needs-information', 'forwarded', 'in-progress'].includes(status)
      await db
        .updateTable('complaint')
        .set({
          status,
          state: at % 11 === 0 ? null : at % 5 === 0 ? 'MY-06' : row.state,
          kind: at % 5 === 0 ? 'federal-road' : row.kind,
          severity: at % 4 === 0 ? 'safety' : at % 4 === 1 ? 'minor' : null,
          difficulty: at % 3 === 0 ? 'complex' : at % 7 === 0 ? 'ordinary' : null,
          sub_kind: at % 10 === 1 ? 'pothole' : at % 10 === 2 ? 'road-light' : null,
          account_id: at % 12 === 5 ? present(accounts[at % 24 === 5 ? 0 : 1]).id : null,
          clock_set: at % 3 === 0 ? 'kkr' : at % 7 === 1 ? 'bpa-complex' : 'standard',
          acknowledged_at: at % 2 === 0 ? after((at % 7) + 1) : null,
          responded_at: at % 4 === 0 ? null : after((at % 40) + 1),
          settled_at: isOpen ? null : after((at % 200) + 2),
          // Some were settled before an answer was asked for; one was taken up again since.
          answered_by_settling:
            isOpen || at % 3 > 0 ? null : after((at % 200) + (at % 9 === 0 ? 1 : 2)),
          due_respond: after(24),
          // One that stands still has no due.
          due_close: isOpen && at % 6 === 0 ? null : after(96),
          // Of the shipped sets complex complaints alone promise to tell how things are.
          due_progress: isOpen && at % 4 === 0 ? null : after(110),
          due_acknowledge: null,
          reopened: at % 13 === 0 ? 1 : 0,
          wrong_agency: at % 17 === 0 ? 'llm' : null,
          next_due: isOpen ? after(96) : null,
        })
        .where('id', '=', row.id)
        .execute()
      if (at % 8 === 0) {
        await db
          .insertInto('complaint_forwarding')
          .values({
            ...{ id: randomUUID() as never, complaint_id: row.id, language: 'ms' as const },
            ...{ agency: at % 16 === 0 ? 'llm' : 'kkr', outside: 0, text: '', at: after(3) },
            ...{ by_id: personId, stepped: 0, due_at: after(300), reminders: 0, outcome: null },
            ...{ outcome_at: null, outcome_note: '', outcome_by: null, outcome_stepped: 0 },
            removed_at: at % 24 === 0 ? after(4) : null,
          })
          .execute()
      }
      if (at % 9 === 0) {
        for (const [place, score] of [(at % 5) + 1, ((at * 3) % 5) + 1].entries()) {
          await db
            .insertInto('complaint_satisfaction')
            .values({
              ...{ id: randomUUID() as never, complaint_id: row.id, score, unsolved: 0 },
              ...{ way: 'phone', note: '', at: after(250 + place), by_id: personId, reopened: 0 },
              // What was taken out is not what was said last.
              removed_at: place === 1 && at % 2 === 0 ? after(400) : null,
            })
            .execute()
        }
      }
      if (at % 6 === 1) {
        await db
          .insertInto('complaint_answer')
          .values({
            ...{ id: randomUUID() as never, complaint_id: row.id, kind: null, text: 'Jawapan' },
            ...{ language: 'ms' as const, status: 'sent' as const, version: 1 },
            ...{ begun_at: after(4), written_by: personId, writers: '[]', changed_at: after(5) },
            ...{ reviewed_by: null, reviewed_at: null, review_voided: 0, sent_by: personId },
            ...{ sent_at: after((at % 30) + 5), sent_way: 'phone', sent_url: '', sent_text: '' },
            ...{ met: '[]', removed_at: null, together_id: null, together_text: '' },
          })
          .execute()
      }
    }
  })
}
