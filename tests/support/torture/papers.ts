import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Amount, Figures } from './ground.ts'

/**
 * Prints `tries` complaints and a tenth as many assessments in the built application and reads every
 * value of the database back (check 36). What is lost is told by the journey that does it.
 */
export function papers({ tries, seed }: Amount): Promise<Figures> {
  const assessments = Math.ceil(tries / 10)
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const { status } = spawnSync(process.execPath, ['scripts/journeys.mjs', 'everyPaper'], {
    ...{ cwd: root, stdio: 'inherit' },
    env: {
      ...process.env,
      BKK_PAPERS: `${tries},${assessments}`,
      BKK_PAPERS_SEED: String(seed),
    },
  })
  return Promise.resolve({
    ...{ name: 'papers', tries, lost: status === 0 ? 0 : 1 },
    notes: `${tries} complaints and ${assessments} assessments, each printed twice`,
  })
}
