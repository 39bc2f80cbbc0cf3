import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Slice } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { contract } from '#contract/index'
import { openLog } from '../../src/main/desktop/log.ts'
import { traceOf } from '../../src/main/workspace/trace.ts'
import { commandInputs, type Furnished } from '../contract/commandInputs.ts'
import { furnish } from '../contract/furnish.ts'
import { missingFile, personalErrors } from '../support/personalErrors.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { personalStrings } from './personalStrings.ts'

/** What trust asks for at least. */
const wanted = 500
const kinds = Object.entries(personalErrors)
const texts = personalStrings()
const userPath = (text: string) => `/home/siti.aminah/Dokumen Sulit/${text}`
/** Neither a path of somebody's, nor the home of whoever runs this. */
const paths = ['siti.aminah', 'Dokumen Sulit', ...(homedir().length > 6 ? [homedir()] : [])]

let test: TestWorkspace
let drop: string
let logs: string
let furnished: Furnished
/** Texts of the rows themselves: people, and what they reported. */
let ofRows: string[]
beforeAll(async () => {
  test = await startTestWorkspace('sqlite')
  drop = await mkdtemp(join(tmpdir(), 'gambar-'))
  logs = mkdtempSync(join(tmpdir(), 'log-'))
  furnished = await furnish(test, drop)
  const rows = await test.rows<Record<string, string>>(`
    select name as text from complainant union select what from complaint
    union select name from person union select title from attachment`)
  ofRows = rows.map(({ text }) => text ?? '').filter((text) => text.length > 6)
}, 60_000)
afterAll(async () => {
  await test.stop()
  await rm(drop, { recursive: true, force: true })
  rmSync(logs, { recursive: true, force: true })
})

/** A call with an input of its own, by its name in the contract. */
interface Command {
  readonly name: string
  readonly input: unknown
}

function commands(): Command[] {
  return Object.entries(contract).flatMap(([slice, calls]: [string, Slice]) =>
    Object.entries(calls).flatMap(([member, { kind }]) => {
      if (kind !== 'command') return []
      const build: unknown = Reflect.get(
        Object(Reflect.get(commandInputs, slice)) as object,
        member,
      )
      if (typeof build !== 'function') return []
      const input: unknown = Reflect.apply(build, undefined, [furnished])
      return [{ name: `${slice}.${member}`, input }]
    }),
  )
}

async function call({ name, input }: Command): Promise<unknown> {
  const [slice = '', member = ''] = name.split('.')
  const chosen: unknown = Reflect.get(Object(Reflect.get(test.workspace, slice)) as object, member)
  if (typeof chosen !== 'function') throw new Error(`The client has no ${name}`)
  try {
    await Reflect.apply(chosen, undefined, [input])
    return null
  } catch (error) {
    return error
  }
}

/** The next time somebody asks the time, this happens instead: each command asks for its entry. */
function failNext(make: () => unknown): { readonly hasFailed: () => boolean; undo(): void } {
  const now = test.clock.now.bind(test.clock)
  let failed = false
  const set = (next: () => unknown) => Object.assign(test.clock, { now: next })
  set(() => {
    failed = true
    set(now)
    throw make()
  })
  return { hasFailed: () => failed, undo: () => set(now) }
}

const tracesOf = (told: string, secret: readonly string[]) =>
  secret.filter((text) => told.includes(text) || told.includes(JSON.stringify(text).slice(1, -1)))

/** All that a page can show of a failure: it is sent nothing else. */
function shownOf(error: unknown): string {
  if (!(error instanceof WorkspaceError)) return `?${String(error)}`
  const { code, reason, details, message } = error
  return JSON.stringify({ code, reason, details, message })
}

describe('failures that quote people', () => {
  it('tell a page and the log nothing of them, at every command of the contract', async () => {
    const all = commands()
    const log = openLog(logs)
    const dialogs: string[] = []
    const reasons = new Set<string>()
    const tried = new Set<string>()
    let injected = 0
    for (let round = 0; injected < wanted || tried.size < all.length; round++) {
      expect(round, 'commands that ask no time are failed by none').toBeLessThan(12)
      for (const [place, command] of all.entries()) {
        const [, make] = kinds[(place + round * 7) % kinds.length] ?? []
        const text = texts.next('Pengadu')
        const failing = failNext(() => make?.(text, userPath(text)))
        const error = await call(command)
        failing.undo()
        tried.add(command.name)
        if (!failing.hasFailed()) continue
        injected += 1
        expect(error, command.name).toBeInstanceOf(WorkspaceError)
        if (error instanceof WorkspaceError) reasons.add(error.reason)
        dialogs.push(shownOf(error))
      }
    }
    expect(injected).toBeGreaterThanOrEqual(wanted)
    expect([...reasons].toSorted()).toEqual(['database.full', 'unexpected'])
    for (const entry of test.log) log.write(entry)
    expect(test.log.length).toBeGreaterThan(wanted / 2)
    const written = readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('')
    expect(written.includes('src/main/workspace/')).toBe(true)
    const secret = [...texts.all, ...ofRows, ...paths]
    expect(ofRows.length).toBeGreaterThan(10)
    expect(tracesOf(dialogs.join('\n'), secret)).toEqual([])
    expect(tracesOf(written, secret)).toEqual([])
    // What the workspace itself hands on is as clean, whoever writes it down.
    expect(tracesOf(JSON.stringify(test.log), [...texts.all, ...ofRows, 'siti.aminah'])).toEqual([])
  }, 60_000)

  it('are told nothing of by input that does not fit, whatever its keys say', async () => {
    const shown: string[] = []
    for (const { name } of commands()) {
      const text = texts.next('Kunci')
      for (const input of [{ [text]: text }, { id: text }, { answers: { [text]: 7 } }, text]) {
        shown.push(shownOf(await call({ name, input })))
      }
    }
    const { cases } = furnished
    const answers = { [`Kunci ${texts.next('Soalan')}`]: 7 }
    const input = { id: cases.incomplete, base: 1, state: null, place: '', answers, confirmed: [] }
    const refused = await call({ name: 'complaints.completeCase', input })
    expect(refused).toMatchObject({ reason: 'call.input', details: { where: 'answers.*' } })
    shown.push(shownOf(refused))
    expect(shown.length).toBeGreaterThan(wanted)
    expect(tracesOf(shown.join('\n'), texts.all)).toEqual([])
  })

  it('tell of files that are not there no path, in what is refused and what is written down', async () => {
    const { attachments, images } = test.workspace
    const before = test.log.length
    const path = userPath(texts.next('Fail'))
    const owner = { kind: 'post', id: furnished.post.id } as const
    const { refused } = await attachments.add({ owner, paths: [path] })
    // The list of what was refused names the file to the person who chose it, and not where it is.
    expect(JSON.stringify(refused)).not.toContain('Dokumen Sulit')
    const { id } = furnished.attachment
    const saving = await attachments.saveCopy({ id, path }).catch((error: unknown) => error)
    const fixing = await images
      .saveCopies({ ids: [furnished.kept.id], to: { kind: 'folder', path } })
      .catch((error: unknown) => error)
    for (const shown of [saving, fixing]) {
      expect(tracesOf(JSON.stringify(shown) + shownOf(shown), ['Dokumen Sulit'])).toEqual([])
    }
    expect(tracesOf(JSON.stringify(test.log.slice(before)), [...texts.all, ...paths])).toEqual([])
  })

  it.each(kinds)('keep of %s its kind, its code and places in code', async (_, make) => {
    const text = texts.next('Nama')
    const path = userPath(text)
    for (const error of [make(text, path), await missingFile(path)]) {
      const trace = traceOf(error)
      expect(tracesOf(trace, [text, ...paths])).toEqual([])
      expect(trace).toMatch(/^\w*(Error|Exception)( [A-Z][A-Z0-9_]*)?(\nat .*)*$/)
    }
    expect(traceOf(await missingFile(path))).toMatch(/^Error ENOENT/)
    expect(traceOf(new SyntaxError(text))).toContain('injectedErrors.test.ts')
  })
})
