import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { PlainDate } from '../../src/preload/contract/values.ts'
import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { addDays } from '../../src/renderer/posts/calendarDays.ts'
import { furnish, passphrase } from './furnish.ts'
import type { Application } from './launch.ts'
import { drawPoster, open, posterText, scene } from './pictures.ts'
import { changeRows } from './readDatabase.ts'

const script = fileURLToPath(new URL('fillPosts.ts', import.meta.url))

/**
 * Makes a workspace and writes `count` posts into it, over `days` days from the first on. The
 * application is closed then.
 */
export async function fillWithPosts(
  application: Application,
  count: number,
  from: string,
  days: number,
): Promise<void> {
  await furnish(application)
  await application.close()
  // A process of its own: Playwright's loader cannot take in the workspace's code.
  const args = [script, application.folder, passphrase, String(count), from, String(days)]
  await promisify(execFile)(process.execPath, args)
}

/** A note, a blackout and targets: what stands behind and beside the posts of a plan. */
function behindThePlan(folder: string, today: PlainDate): void {
  const note = (at: number, title: string, from: number, to: number, kind: string) =>
    `insert into calendar_note (id, title, body, starts_on, ends_on, kind, reason, effect, states)
     values ('20000000-0000-4000-8000-00000000000${at}', '${title}', '', '${addDays(today, from)}',
       '${addDays(today, to)}', '${kind}',
       ${kind === 'note' ? 'null, null' : `'mourning', 'warn'`}, '[]')`
  const targets = [
    ...[`'category', 'edukatif', 12`, `'category', 'info-rakyat', 40`],
    ...[`'category', 'expert', 60`, `'piece', 'infographic', 30`, `'piece', 'video-mcp', 4`],
  ]
  for (const change of [
    note(1, 'Minggu keselamatan jalan raya', 1, 4, 'note'),
    note(2, 'Berkabung', 3, 5, 'blackout'),
    ...targets.map(
      (target) => `insert into phase_target (id, phase_id, kind, target_key, wanted)
         select lower(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6))), id, ${target}
         from phase`,
    ),
  ]) {
    changeRows(folder, passphrase, change)
  }
}

/** Accounts of other networks than those that are there from the start, and posters to show. */
async function plannedOn(application: Application): Promise<void> {
  const drawn = join(application.folder, 'poster')
  mkdirSync(drawn)
  const templates = ['card', 'grid', 'quote', 'notice', 'frame'] as const
  for (const [at, template] of templates.entries()) {
    const photo = await scene(90 + at)
    const poster = { template, style: at, text: posterText(90 + at), textSize: 26, photo }
    await open(await drawPoster(poster))
      .png()
      .toFile(join(drawn, `hantaran-${at + 1}.png`))
  }
  await application.window.evaluate(async (folder) => {
    const { accounts, images } = window.clientInPage.workspace
    for (const channel of ['facebook', 'instagram', 'youtube']) {
      await accounts.add({
        ...{ channel, handle: 'JKRMalaysia', name: 'JKR Malaysia', unit: 'Ibu Pejabat JKR' },
        ...{ state: null, purpose: '', quota: null, textLimit: null, biography: '' },
        ...{ avatarId: null, headerId: null, website: '', officialEmail: '', operators: [] },
      })
    }
    const { batchId } = await images.checkFiles({ paths: [folder], kind: 'poster' })
    const checks = await images.checks({ batchId })
    await images.keep({ ids: checks.map(({ id }) => id) })
  }, drawn)
}

/**
 * A plan as it is followed: `count` posts over `days` days from a day on, on several networks, with
 * posters, targets, a note and a blackout. The application is closed then.
 */
export async function fillWithPlan(
  application: Application,
  count: number,
  from: string,
  days: number,
): Promise<void> {
  const today = todayInMalaysia()
  await furnish(application)
  await plannedOn(application)
  await application.close()
  const args = [script, application.folder, passphrase, String(count), from, String(days), today]
  await promisify(execFile)(process.execPath, args)
  behindThePlan(application.folder, today)
}
