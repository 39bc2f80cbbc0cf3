import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { goalLine } from './goals.mjs'

/**
 * @typedef {object} Opened a filled workspace
 * @property {import('../../../src/main/workspace/database/schema.ts').Writer} db
 * @property {Pick<import('../../../src/main/workspace/context.ts').JobContext,
 *   'clock' | 'newId' | 'db'>} context
 * @property {Omit<import('../../../src/preload/contract/people.ts').Person, 'roles'>} actor
 */

/** The campaign over all of it is there within so many seconds, while others work. */
const goalSeconds = 10

/**
 * Starts the campaign by its own job, and its next round with answers carried over, and tells how
 * long others waited meanwhile: for an answer of the workspace, and for the process to hear them.
 * @param {Opened} opened
 */
export async function holdCampaign({ db, context, actor }) {
  const { roundHandlers } = await import('../../../src/main/workspace/compliance/service/rounds.ts')
  const { listFrameworks } =
    await import('../../../src/main/workspace/compliance/queries/reading.ts')
  const { AssessmentPeriod } = await import('../../../src/preload/contract/assessmentSubjects.ts')
  const { PlainDate } = await import('../../../src/preload/contract/values.ts')
  const { listAccounts } = await import('../../../src/main/workspace/accounts/queries.ts')
  const { inTransaction } = await import('../../../src/main/workspace/run.ts')
  const [merged] = await listFrameworks(context.db)
  const versionId = merged?.versions[0]?.id
  if (versionId === undefined) throw new Error('There is no checklist')
  const person = { ...actor, roles: [/** @type {const} */ ('administrator')] }
  const runner = {
    ...{ db, auditKey: randomBytes(32), clock: context.clock, newId: context.newId },
    ...{ actor: () => person, logUnexpected: () => '' },
  }
  let steps = 0
  const job = {
    ...{ ...context, actor: person, signal: new AbortController().signal },
    report: () => {
      steps += 1
    },
    /** @type {import('../../../src/main/workspace/context.ts').JobContext['write']} */
    write: (change) => inTransaction(runner, 'compliance.startCampaign', person, change),
  }
  await sql`update account set active = 0 where place = 99`.execute(db)
  const lines = []
  const fields = {
    name: 'Kempen',
    recurrence: /** @type {const} */ ('year'),
    responsibleId: actor.id,
  }
  const period = AssessmentPeriod.parse({ from: '2022-01-01', to: '2025-12-31' })
  const next = AssessmentPeriod.parse({ from: '2026-01-01', to: '2026-12-31' })
  const due = PlainDate.parse('2026-12-31')
  const first = await waiting(() =>
    roundHandlers.startCampaign(job, {
      ...{ ...fields, versionId, period, due, subjects: { kind: 'accounts' } },
      scopes: ['account', 'unit', 'operator', 'post'],
    }),
  )
  lines.push(`a campaign over four years           ${first.told}, ${steps} steps`)
  const { id } = /** @type {{ id: never }} */ (first.value)
  const second = await waiting(() =>
    roundHandlers.startRound(job, { id, versionId, period: next, due, carry: true }),
  )
  lines.push(
    `its next round over one year         ${second.told}`,
    goalLine('seconds of a campaign over four years', first.took, goalSeconds, 'at most'),
  )
  return lines

  /** @param {() => Promise<unknown>} work */
  async function waiting(work) {
    let [isOver, longest, asked] = [false, 0, 0]
    const begun = performance.now()
    const working = work().finally(() => {
      isOver = true
    })
    while (!isOver) {
      const from = performance.now()
      await new Promise((heard) => setTimeout(heard, 1))
      await listAccounts(context.db)
      longest = Math.max(longest, performance.now() - from)
      asked += 1
    }
    const value = await working
    const took = (performance.now() - begun) / 1_000
    const told = `${took.toFixed(2)} s; ${asked} other calls, the longest waited ${longest.toFixed(0)} ms`
    return { value, told, took }
  }
}
