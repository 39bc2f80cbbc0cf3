import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import {
  routeFor,
  wasApproved,
  type ApprovalRoute,
  type ApprovalStep,
} from '#contract/postApproval'
import type { PostKind } from '#contract/postContent'
import type { Role } from '#contract/roles'
import { Instant, PersonId } from '#contract/values'
import {
  askedFirst,
  belongsTo,
  decidersOf,
  defaultRoutes,
  mayDecide,
  standingOf,
  type Given,
} from '../../../src/main/workspace/posts/rules/approval.ts'
import {
  isOut,
  isPublished,
  lostRecords,
} from '../../../src/main/workspace/posts/rules/publication.ts'

const idOf = (sign: string): string => `${sign.repeat(8)}-0000-4000-8000-000000000000`
const person = (sign: string, roles: readonly Role[], active = true) => ({
  ...{ id: PersonId.parse(idOf(sign)), roles, active },
})
const author = person('a', ['planner', 'approver'])
const approver = person('b', ['approver'])
const head = person('c', ['head'])
const planner = person('d', ['planner'])
const designer = person('e', ['designer'])
const gone = person('f', ['approver'], false)
const everybody = [author, approver, head, planner, designer, gone]

type Someone = (typeof everybody)[number]
const step = (need: 'any' | 'all', ...people: Someone[]): ApprovalStep => ({
  ...{ name: 'Pelulus', need, people: people.map(({ id }) => id), outsiders: false },
})
const yes = (index: number, { id }: Someone): Given => ({
  ...{ step: index, decision: 'approve', personId: id },
})
const no = (index: number, { id }: Someone): Given => ({
  ...{ step: index, decision: 'changes', personId: id },
})

describe('the route of a post', () => {
  const route = (name: string, kinds: PostKind[], phases: number[]): ApprovalRoute => ({
    ...{ name, kinds, phases, steps: [step('any')] },
  })
  const routes = [
    route('video awal', ['video-mcp', 'vox-pop'], [1, 2]),
    route('video', ['video-mcp'], []),
    route('fasa 5', [], [5]),
    route('lain', [], []),
  ]
  it.each([
    ['video-mcp', 1, 'video awal'],
    ['video-mcp', 3, 'video'],
    ['video-mcp', null, 'video'],
    ['vox-pop', 2, 'video awal'],
    ['vox-pop', 5, 'fasa 5'],
    ['vox-pop', null, 'lain'],
    ['text', 4, 'lain'],
  ] as const)('of %s in phase %s is "%s"', (kind, phase, name) => {
    expect(routeFor(routes, { kind, phase })?.name).toBe(name)
  })

  it('is one approver until the office says otherwise', () => {
    expect(routeFor(defaultRoutes, { kind: 'text', phase: null })?.steps).toMatchObject([
      { need: 'any', people: [] },
    ])
  })
})

describe('who belongs to a step', () => {
  it.each([
    ['an approver to an open one', step('any'), approver, true],
    ['a head to an open one', step('any'), head, true],
    ['a planner not to an open one', step('any'), planner, false],
    ['who left to none', step('any'), gone, false],
    ['a named planner', step('any', planner), planner, true],
    ['an approver who is not named not', step('any', planner), approver, false],
    ['a named designer not, who may never decide', step('any', designer), designer, false],
    ['a named person who left not', step('all', gone), gone, false],
  ])('%s', (_, given, who, belongs) => {
    expect(belongsTo(given, who)).toBe(belongs)
  })

  it('leaves its authors out, and those who spoke', () => {
    expect(decidersOf(step('any'), [author.id], everybody)).toEqual([approver, head])
    const steps = [step('any'), step('all', planner, head)]
    const may = (at: number | null, ...given: Given[]) =>
      mayDecide(steps, at, given, [author.id], everybody)
    expect(may(0)).toEqual([approver.id, head.id])
    expect(may(1, yes(0, head))).toEqual([head.id, planner.id])
    expect(may(1, yes(0, approver), yes(1, head))).toEqual([planner.id])
    expect(may(null)).toEqual([])
    expect(may(2)).toEqual([])
  })
})

describe('who is asked first', () => {
  const may = [approver.id, head.id]
  it.each([
    ['the named approver', step('any'), head.id, head.id],
    ['nobody where all must speak', step('all', approver, head), head.id, null],
    ['nobody where the named may not', step('any'), author.id, null],
    ['nobody where none is named', step('any'), null, null],
    ['nobody where no step waits', undefined, head.id, null],
  ])('is %s', (_, waiting, named, first) => {
    expect(askedFirst(waiting, may, named)).toBe(first)
  })
})

describe('how a round stands', () => {
  const any = step('any')
  const both = step('all', approver, head)
  it.each<[string, ApprovalStep[], Given[], object]>([
    ['nothing said', [any], [], { step: 0 }],
    ['one of any', [any], [yes(0, approver)], { outcome: 'approved' }],
    ['one of all', [both], [yes(0, approver)], { step: 0 }],
    ['all of all', [both], [yes(0, approver), yes(0, head)], { outcome: 'approved' }],
    ['the first of two', [any, both], [yes(0, head)], { step: 1 }],
    ['half of the second', [any, both], [yes(0, head), yes(1, head)], { step: 1 }],
    [
      'both steps',
      [any, both],
      [yes(0, head), yes(1, head), yes(1, approver)],
      { outcome: 'approved' },
    ],
    ['changes at once', [any, both], [no(0, head)], { outcome: 'changes-asked' }],
    ['changes after a yes', [both], [yes(0, approver), no(0, head)], { outcome: 'changes-asked' }],
    ['an author among all', [step('all', author, head)], [yes(0, head)], { outcome: 'approved' }],
    ['all of authors, silent', [step('all', author)], [], { step: 0 }],
    ['all, one left', [step('all', gone, head)], [yes(0, head)], { outcome: 'approved' }],
    ['a step of who left, silent', [any, step('all', gone)], [yes(0, head)], { step: 1 }],
  ])('with %s', (_, steps, given, standing) => {
    expect(standingOf(steps, given, [author.id], everybody)).toEqual(standing)
  })

  it.each([
    ['approved', true, true],
    ['voided', true, true],
    ['voided', false, false],
    ['withdrawn', true, false],
    ['changes-asked', false, false],
    [null, false, false],
  ] as const)('%s, ended approved %s, was once approved: %s', (outcome, ended, was) => {
    const approvedAt = ended ? Instant.parse('2026-11-23T01:00:00.000Z') : null
    expect(wasApproved({ outcome, approvedAt })).toBe(was)
  })
})

describe('what is recorded of a publication', () => {
  const [facebook, x] = ['a', 'b'].map((sign) => AccountId.parse(idOf(sign)))
  const on = (id?: AccountId) => ({
    ...{ accountId: AccountId.parse(id), text: null, day: null, time: null },
  })
  const out = (id?: AccountId) => ({ accountId: AccountId.parse(id), skippedReason: '' })
  const skipped = (id?: AccountId) => ({ ...out(id), skippedReason: 'Akaun digodam' })

  it.each([
    ['nothing', [], false, false],
    ['one of two', [out(facebook)], true, false],
    ['both', [out(facebook), out(x)], true, true],
    ['one out, one left out', [out(facebook), skipped(x)], true, true],
    ['both left out', [skipped(facebook), skipped(x)], false, false],
  ])('%s', (_, recorded, isSeen, isDone) => {
    expect(isOut(recorded)).toBe(isSeen)
    expect(isPublished([on(facebook), on(x)], recorded)).toBe(isDone)
  })

  it('needs its accounts', () => {
    const recorded = [out(facebook), skipped(x)]
    expect(lostRecords([on(x)], recorded)).toEqual([facebook])
    expect(lostRecords([on(x), on(facebook)], recorded)).toEqual([])
  })
})
