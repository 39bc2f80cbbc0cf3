import { sql, type Kysely } from 'kysely'
import { z } from 'zod'

interface Round {
  readonly id: string
  readonly steps: string
}

interface Said {
  readonly step: number
  readonly decision: string
  readonly person_id: string
  readonly at: string
}

const Steps = z.array(z.object({ need: z.string(), people: z.array(z.string()) }))

/**
 * A post counts how often its status changed; a round says when it ended approved, whatever became
 * of it afterwards; no post waits in two rounds at once; a text is found again in any post.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('post')
    .addColumn('status_changes', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('approval_round').addColumn('approved_at', 'text').execute()
  await sql`update approval_round set approved_at = ended_at where outcome = 'approved'`.execute(db)
  await findApproved(db)
  // Of two rounds that one asking opened twice, the newer one waits.
  await sql`update approval_round set outcome = 'withdrawn', step = null, ended_at = asked_at
    where outcome is null and exists (
      select 1 from approval_round newer where newer.post_id = approval_round.post_id
      and newer.outcome is null and newer.number > approval_round.number)`.execute(db)
  await db.schema
    .createIndex('approval_round_open')
    .unique()
    .on('approval_round')
    .column('post_id')
    .where(sql.ref('outcome'), 'is', null)
    .execute()
  await db.schema
    .createIndex('post_version_by_hash')
    .on('post_version')
    .columns(['content_hash', 'saved_at', 'saved_by'])
    .execute()
}

/**
 * Rounds that were voided or withdrawn after they had been approved. Only what their decisions prove:
 * where all of a step had to speak, each of them did.
 */
async function findApproved(db: Kysely<unknown>): Promise<void> {
  const rounds = await sql<Round>`select id, steps from approval_round
    where outcome in ('voided', 'withdrawn') order by id`.execute(db)
  for (const { id, steps } of rounds.rows) {
    const said = await sql<Said>`select step, decision, person_id, at from approval_decision
      where round_id = ${id} order by number, id`.execute(db)
    const at = said.rows.at(-1)?.at
    if (at === undefined || !isApproved(Steps.parse(JSON.parse(steps)), said.rows)) continue
    await sql`update approval_round set approved_at = ${at} where id = ${id}`.execute(db)
  }
}

function isApproved(steps: z.infer<typeof Steps>, said: readonly Said[]): boolean {
  if (said.some(({ decision }) => decision !== 'approve')) return false
  return steps.every(({ need, people }, place) => {
    const spoke = said.flatMap(({ step, person_id }) => (step === place ? person_id : []))
    return spoke.length > 0 && (need === 'any' || people.every((person) => spoke.includes(person)))
  })
}
