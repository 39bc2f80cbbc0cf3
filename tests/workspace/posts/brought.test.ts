import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { PostFinding } from '#contract/postFindings'
import { findingsBrought } from '../../../src/main/workspace/posts/rules/brought.ts'
import { addAccounts } from '../../support/postChecks.ts'
import { addTo, day, on, time } from '../../support/posts.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

type Found = [rule: PostFinding['rule'], severity: 'stop' | 'warn' | 'advice', params?: object]

function findings(all: readonly Found[]): PostFinding[] {
  return all.map(
    ([rule, severity, params = {}]) =>
      ({
        ...{ about: 'plan', rule, severity, clause: 'ours', accountId: null, params },
      }) as PostFinding,
  )
}

describe('what a change brought', () => {
  it.each<[string, Found[] | null, Found[], string[]]>([
    ['is what was not there', [], [['blackout', 'stop', { title: 'A' }]], ['blackout']],
    [
      'is no news where only the day of it is another',
      [['blackout', 'stop', { title: 'A', day: '2026-11-24' }]],
      [['blackout', 'stop', { title: 'A', day: '2026-11-25' }]],
      [],
    ],
    [
      'is news where it is another blackout',
      [['blackout', 'stop', { title: 'A' }]],
      [['blackout', 'stop', { title: 'B' }]],
      ['blackout'],
    ],
    [
      'is news where it was advice before',
      [['blackout', 'advice', { title: 'A' }]],
      [['blackout', 'warn', { title: 'A' }]],
      ['blackout'],
    ],
    [
      'is no news where it was late already',
      [['production-late', 'warn', { day: '2026-11-20' }]],
      [['production-late', 'warn', { day: '2026-11-19' }]],
      [],
    ],
    ['is never advice', [], [['alt-text-missing', 'advice']], []],
    [
      'of a new post is its place alone',
      null,
      [
        ['too-close', 'warn', { title: 'A' }],
        ['picture-missing', 'warn'],
        ['all-held', 'stop'],
      ],
      ['too-close'],
    ],
  ])('%s', (_, before, now, expected) => {
    const found = findingsBrought(before && findings(before), findings(now))
    expect(found.map(({ rule }) => rule)).toEqual(expected)
  })
})

let test: TestWorkspace
let facebook: AccountId
// Monday, 23 November 2026, nine in the morning.
describe.each(databases)('after a change on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    ;({ facebook } = await addAccounts(test))
  })
  afterEach(() => test.stop())

  it('of a move, a new post or a list’s cell it is said what it brought', async () => {
    const { planning, posts } = test.workspace
    await planning.addNote({
      ...{ title: 'Berkabung', text: '', startsOn: day('2026-12-14'), endsOn: day('2026-12-16') },
      ...{ kind: 'blackout', reason: 'mourning', effect: 'hold', states: [] },
    })
    const parts = { category: 'feel-good', text: 'Selamat bercuti.', accounts: [on(facebook)] }
    const post = await addTo(test, 'Ceria', { ...parts, day: day('2026-12-10') })
    await addTo(test, 'Jiran', {
      ...parts,
      category: 'info-rakyat',
      day: day('2026-12-21'),
      time: time('10:00'),
    })
    const move = async (to: string, at: string | null = null) => {
      const moves = [{ id: post.id, day: day(to), time: at === null ? null : time(at) }]
      const { before } = await posts.move({ moves })
      const found = await posts.broughtFindings({ moved: before, changed: [] })
      return found.flatMap((each) =>
        each.findings.map(({ rule, severity }) => [each.title, rule, severity]),
      )
    }
    expect(await move('2026-12-15')).toEqual([['Ceria', 'blackout', 'stop']])
    // From one of its days to another: told already.
    expect(await move('2026-12-16')).toEqual([])
    expect(await move('2026-12-21', '10:30')).toEqual([['Ceria', 'too-close', 'warn']])
    expect(await move('2026-12-10')).toEqual([])
    // One working day before it, on Friday, it should have been approved (ours).
    expect(await move('2026-11-23')).toContainEqual(['Ceria', 'approval-late', 'warn'])

    const changed = await addTo(test, 'Info', {
      ...parts,
      category: 'info-rakyat',
      day: day('2026-12-15'),
    })
    const saved = await posts.save({
      ...{ id: changed.id, base: changed.version },
      content: { ...changed.content, category: 'feel-good' },
    })
    const [ofCell] = await posts.broughtFindings({
      moved: [],
      changed: [{ id: saved.id, before: changed.content }],
    })
    expect(ofCell).toMatchObject({
      id: changed.id,
      title: 'Info',
      findings: [{ rule: 'blackout' }],
    })
    const fresh = await posts.broughtFindings({
      moved: [],
      changed: [{ id: saved.id, before: null }],
    })
    expect(fresh.flatMap((each) => each.findings.map(({ rule }) => rule))).toEqual(['blackout'])
  })
})
