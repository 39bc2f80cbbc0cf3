import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { ApprovalRound, ApprovalState } from '#contract/postApproval'
import { PhaseId } from '#contract/cycles'
import { blankContent, PostContent, type PostKind } from '#contract/postContent'
import { Post } from '#contract/posts'
import { PersonId, PlainDate } from '#contract/values'
import {
  approvedRound,
  hindranceOf,
  inGroups,
  isLate,
  stepsOf,
  wouldVoid,
} from '../../../src/renderer/posts/approval/approvalView'
import {
  areSound,
  lacksPeople,
  moved,
  newRoute,
  newStep,
  withRoute,
  withoutRoute,
} from '../../../src/renderer/posts/approval/routeDraft'

const idOf = (sign: string): string => `${sign.repeat(8)}-0000-4000-8000-000000000000`
const [lim, ali] = ['a', 'b'].map((sign) => PersonId.parse(idOf(sign)))
const hash = 'ab12'.repeat(16)
const at = '2026-11-23T01:00:00.000Z'

function round(parts: object): ApprovalRound {
  return ApprovalRound.parse({
    ...{ id: idOf('c'), postId: idOf('d'), version: 3, contentHash: hash, routeName: 'Laluan' },
    steps: ['Unit', 'Ketua'].map((name) => ({ name, need: 'any', people: [], outsiders: false })),
    ...{ askedBy: lim, askedByName: 'Lim', askedAt: at, step: 0, outcome: null, endedAt: null },
    approvedAt: null,
    ...{ decisions: [], ...parts },
  })
}

const said = (step: number, decision = 'approve', personId = ali) => ({
  ...{ id: idOf('e'), step, decision, comment: '', personId, personName: 'Ali', at },
  onPaper: null,
})

function state(parts: object): ApprovalState {
  return ApprovalState.parse({
    ...{ rounds: [], holds: null, authors: [], mayDecide: [], approveBy: null },
    ...{ askedFirst: null, outsiders: true, ...parts },
  })
}

describe('the strip of steps', () => {
  it.each([
    ['before anything', {}, ['waiting', 'later']],
    ['after the first', { step: 1, decisions: [said(0)] }, ['done', 'waiting']],
    [
      'when approved',
      { step: null, outcome: 'approved', decisions: [said(0), said(1)] },
      ['done', 'done'],
    ],
    [
      'when changes are asked in the second',
      { step: null, outcome: 'changes-asked', decisions: [said(0), said(1, 'changes')] },
      ['done', 'stopped'],
    ],
    [
      'when changes are asked in the first',
      { step: null, outcome: 'changes-asked', decisions: [said(0, 'changes')] },
      ['stopped', 'later'],
    ],
  ])('%s', (_, parts, states) => {
    expect(stepsOf(round(parts)).map((step) => step.state)).toEqual(states)
  })
})

describe('who decides', () => {
  const waiting = round({ decisions: [said(0)] })
  it.each([
    ['one of them', { mayDecide: [lim] }, lim, null],
    ['an author', { authors: [lim] }, lim, 'own-work'],
    ['who spoke already', { rounds: [waiting] }, ali, 'already'],
    ['anybody else', { rounds: [waiting] }, lim, 'not-yours'],
    ['nobody', {}, null, 'not-yours'],
  ])('%s', (_, parts, who, hindrance) => {
    expect(hindranceOf(state(parts), who ?? null)).toBe(hindrance)
  })

  it('is late after the last day, until it is decided', () => {
    const [friday, monday] = ['2026-11-27', '2026-11-30'].map((text) => PlainDate.parse(text))
    const by = PlainDate.parse(friday)
    expect(isLate(by, { status: 'draft' }, by)).toBe(false)
    expect(isLate(by, { status: 'draft' }, PlainDate.parse(monday))).toBe(true)
    expect(isLate(by, { status: 'approved' }, PlainDate.parse(monday))).toBe(false)
    expect(isLate(null, { status: 'draft' }, by)).toBe(false)
  })

  it('finds what was approved last, if anything was', () => {
    const rounds = [
      round({ outcome: 'withdrawn', step: null }),
      // Voided while it still waited.
      round({ outcome: 'voided', version: 3 }),
      round({ outcome: 'voided', version: 2, approvedAt: at }),
    ]
    expect(approvedRound(state({ rounds, holds: false }))?.version).toBe(2)
    expect(approvedRound(state({ rounds, holds: null }))).toBeNull()
  })

  it('reads a seal in groups of four', () => {
    expect(inGroups('ab12cd34ef')).toBe('ab12 cd34 ef')
  })
})

describe('what would take an approval away', () => {
  const content = PostContent.parse({ ...blankContent('Laluan', 'text'), text: 'Elak.' })
  const post = (status: string, heldFrom: string | null = null) =>
    Post.parse({
      ...{ id: idOf('d'), content, status, statusAt: at, statusReason: '', heldFrom },
      statusChanges: 0,
      ...{ expired: false, missing: [], version: 1, contentHash: hash, createdBy: lim },
      ...{ createdAt: at, changedAt: at, trashedAt: null, series: null },
    })
  const own = (text: string | null) => [
    { accountId: AccountId.parse(idOf('e')), text, day: null, time: null },
  ]
  it.each<[string, string | null, Partial<PostContent>, boolean]>([
    ['approved', null, { text: 'Guna.' }, true],
    ['ready', null, { hashtags: ['JKR'] }, true],
    ['in-review', null, { accounts: own('Pendek') }, true],
    ['on-hold', 'approved', { text: 'Guna.' }, true],
    ['on-hold', 'draft', { text: 'Guna.' }, false],
    ['approved', null, { notes: 'Semak' }, false],
    ['approved', null, { accounts: own(null) }, false],
    ['draft', null, { text: 'Guna.' }, false],
  ])('%s (held from %s) with %j: %s', (status, heldFrom, parts, voids) => {
    const asking = { rounds: [], routes: [], phaseNumber: () => null }
    expect(wouldVoid(post(status, heldFrom), { ...content, ...parts }, asking)).toBe(voids)
  })

  const [first, second] = ['1', '2'].map((sign) => PhaseId.parse(idOf(sign)))
  const steps = (...names: string[]) =>
    names.map((name) => ({ name, need: 'any' as const, people: [], outsiders: false }))
  const route = (kinds: PostKind[], phases: number[], ...names: string[]) => ({
    ...{ name: 'Laluan', kinds, phases, steps: steps(...names) },
  })
  it.each<[string, Partial<PostContent>, boolean]>([
    ['a kind with other steps', { kind: 'video-mcp' }, true],
    ['a kind with the same steps', { kind: 'infographic' }, false],
    ['a phase with other steps', { phaseId: first ?? null }, true],
    ['a phase with the same steps', { phaseId: second ?? null }, false],
  ])('is %s', (_, parts, voids) => {
    const asking = {
      rounds: [round({ outcome: 'approved', step: null, steps: steps('Pelulus') })],
      routes: [
        route(['video-mcp'], [], 'Unit', 'Ketua'),
        route([], [1], 'Ketua'),
        route([], [], 'Pelulus'),
      ],
      phaseNumber: (id: PhaseId) => (id === first ? 1 : 2),
    }
    expect(wouldVoid(post('approved'), { ...content, ...parts }, asking)).toBe(voids)
    expect(wouldVoid(post('draft'), { ...content, ...parts }, asking)).toBe(false)
  })
})

describe('routes while they are edited', () => {
  const named = (name: string) => ({ ...newRoute(), name, steps: [{ ...newStep(), name }] })
  const draft = { routes: [named('a'), named('b'), named('lain')] }
  const names = ({ routes }: ReturnType<typeof moved>) => routes.map(({ name }) => name)

  it('keep the last in its place', () => {
    expect(names(withRoute(draft))).toEqual(['a', 'b', '', 'lain'])
    expect(names(moved(draft, 0, 1))).toEqual(['b', 'a', 'lain'])
    expect(names(moved(draft, 1, 1))).toEqual(['a', 'b', 'lain'])
    expect(names(moved(draft, 0, -1))).toEqual(['a', 'b', 'lain'])
    expect(names(withoutRoute(draft, 0))).toEqual(['b', 'lain'])
    expect(names(withoutRoute(draft, 2))).toEqual(['a', 'b', 'lain'])
  })

  it('are sound with names, and people where all must approve', () => {
    expect(areSound(draft)).toBe(true)
    expect(areSound(withRoute(draft))).toBe(false)
    expect(lacksPeople({ ...newStep(), need: 'all' })).toBe(true)
    expect(lacksPeople({ ...newStep(), need: 'any' })).toBe(false)
  })
})
