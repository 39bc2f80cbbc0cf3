import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Slice } from '#contract/call'
import { contract } from '#contract/index'
import { permissions, whoMay } from '#contract/permissions'
import { allRoles, type Role } from '#contract/roles'
import { CheckId, type PersonId } from '#contract/values'
import { databases, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** Whoever proposes care with a complainant does not decide about it. */
const flagWork = ['approveFlag', 'keepFlag', 'endFlag', 'bringBackFlag'].map(
  (member) => `complaints.${member}`,
)

/** Of the register's commands, those of who plans and of the office's settings. */

const calls = Object.entries<Slice>(contract).flatMap(([slice, members]) =>
  Object.entries(members).map(([member, { kind }]) => ({
    name: `${slice}.${member}`,
    slice,
    member,
    kind,
  })),
)
/** Calls of the gate that need no role are tried in its own tests. */
const walked = calls.filter(
  ({ slice, member }) => slice !== 'gate' || whoMay(slice, member) !== null,
)

const exceptions = ['posts.allowInBlackout', 'posts.withdrawAllowance']
const remarks = ['add', 'change', 'settle', 'reopen', 'remove', 'bringBack'].map(
  (verb) => `posts.${verb}Comment`,
)

/** Each person’s own, which nobody else sees: what the screen showed, and views under a name. */
const own = ['people.remember', 'posts.saveView', 'posts.removeView', 'posts.restoreView']
/** Checklists, whole and control by control. */
const checklistWork = [
  ...['copy', 'remove', 'bringBack', 'startDraft', 'discardDraft', 'bringBackDraft'],
  ...['changeTitle', 'addControl', 'changeControl', 'retireControl', 'bringBackControl'],
  ...['moveControl', 'publish', 'changeMeasureSettings'],
].map((member) => `compliance.${member}`)
/** Assessments, their evidence, findings and corrective actions. */
const assessmentWork = [
  ...['startAssessment', 'prepareAssessment', 'reviewAssessment', 'sendBackAssessment'],
  ...['reopenAssessment', 'removeAssessment'],
  ...['bringBackAssessment', 'answerControl', 'addEvidence', 'reuseEvidence', 'removeEvidence'],
  ...['bringBackEvidence', 'addFinding', 'changeFinding', 'closeFinding', 'reopenFinding'],
  ...['removeFinding', 'bringBackFinding', 'addAction', 'changeAction', 'moveAction'],
  ...['checkAction', 'removeAction', 'bringBackAction', 'carryOver', 'undoCarry'],
  ...['changeCampaign', 'changeDue', 'removeCampaign', 'bringBackCampaign', 'undoMeasureRound'],
].map((member) => `compliance.${member}`)
/** Files of what they work on. */
const fileWork = [...['change', 'remove', 'restore', 'removeRedaction', 'restoreRedaction']].map(
  (member) => `attachments.${member}`,
)
/** Of whoever reads the register. */
/** Retention, disposal and what people ask about their data: officers and heads alike. */
const recordWork = [
  ...['setHold', 'proposeDisposal', 'withdrawDisposal', 'certifyDisposal', 'addRequest'],
  ...['extendRequest', 'answerRequest', 'reopenRequest', 'openAccessFile', 'annexNote'],
  ...['addDisclosure', 'removeDisclosure', 'bringBackDisclosure'],
  ...['addBreach', 'changeBreach', 'removeBreach', 'bringBackBreach', 'tellBreach'],
  ...['removeBreachNotice', 'bringBackBreachNotice'],
].map((member) => `complaints.${member}`)
/** What only they decide who answer for the office. */
const recordDecisions = ['approveDisposal', 'keepHold', 'endHold', 'bringBackHold'].map(
  (member) => `complaints.${member}`,
)
const notOfficers = [
  ...[...flagWork, ...recordDecisions],
  ...[
    'complaints.changeRetention',
    'complaints.changeRiseRule',
    'complaints.changeLadder',
    'complaints.resetLadder',
    'complaints.changeKindOfficer',
    'complaints.keepExplanation',
  ],
]
const ownOfRegister = ['save', 'remove', 'restore'].map((verb) => `complaints.${verb}View`)

describe('the table of permissions', () => {
  it('has an entry for every call that changes something, and none for what does not exist', () => {
    const entries = Object.entries(permissions).flatMap(([slice, rights]) =>
      Object.keys(rights).map((member) => `${slice}.${member}`),
    )
    const needed = calls.filter(({ kind }) => kind !== 'query').map(({ name }) => name)
    expect(needed.filter((name) => !entries.includes(name))).toEqual([])
    expect(entries.filter((name) => !calls.some((call) => call.name === name))).toEqual([])
  })

  it('leaves no command or job without a role, and the administrator no command of settings', () => {
    for (const { name, slice, member, kind } of calls) {
      if (kind === 'command' || kind === 'job') expect(whoMay(slice, member), name).not.toBeNull()
    }
    for (const slice of ['office', 'people']) {
      for (const call of calls.filter((one) => one.slice === slice && one.kind === 'command')) {
        if (own.includes(call.name)) continue
        expect(whoMay(slice, call.member), call.name).toEqual(['administrator'])
      }
    }
  })

  // The viewer reads and prints, the complaints officer has no register yet, the head reads all,
  // decides about posts, lets one through a blackout and may stop everything in a crisis. Everybody else has a say on posts.
  it.each<[Role, string[]]>([
    ['viewer', [...own, ...ownOfRegister]],
    [
      'head',
      [
        ...['planning.holdAll', 'planning.resume', 'posts.decide', 'complaints.reveal'],
        'complaints.takeOut',
        'complaints.keepWarnings',
        ...[
          'complaints.reviewAnswer',
          'complaints.unreviewAnswer',
          'complaints.reviewReplies',
          'complaints.unreviewReplies',
          ...flagWork,
        ],
        ...[...checklistWork, ...assessmentWork, ...fileWork],
        'compliance.approveAssessment',
        ...[...recordWork, ...recordDecisions],
        ...exceptions,
        ...[...remarks, ...own, ...ownOfRegister],
      ],
    ],
    [
      'complaints-officer',
      [
        ...[...assessmentWork, ...fileWork],
        ...Object.entries(contract.complaints).flatMap(([member, { kind }]) =>
          kind === 'command' && !notOfficers.includes(`complaints.${member}`)
            ? [`complaints.${member}`]
            : [],
        ),
        ...[...remarks, ...own],
      ],
    ],
  ])('lets a %s change nothing but %j', (role, allowed) => {
    const mine = calls.filter(({ slice, member, kind }) => {
      return kind === 'command' && whoMay(slice, member)?.includes(role)
    })
    expect(mine.map(({ name }) => name).toSorted()).toEqual(allowed.toSorted())
  })

  it('knows nothing of names that Object itself has', () => {
    expect(whoMay('constructor', 'name')).toBeNull()
    expect(whoMay('people', 'toString')).toBeNull()
  })
})

describe.each(databases)('every call served on %s', (database) => {
  let test: TestWorkspace
  const seats = new Map<Role, PersonId>()

  beforeAll(async () => {
    test = await startTestWorkspace(database)
    for (const role of allRoles) {
      const { id } = await test.workspace.people.add({ name: role, post: role, roles: [role] })
      seats.set(role, id)
    }
  })
  afterAll(() => test.stop())

  it.each(allRoles)(
    'is answered to a %s as the table says, and what is refused leaves nothing',
    async (role) => {
      const id = seats.get(role)
      if (id === undefined) throw new Error(`No ${role}`)
      await test.workspace.gate.switchPerson({ id })
      const before = await rowsThatCount(test)
      const refused: string[] = []
      for (const { name } of walked) if (isRefused(await answerTo(test, name))) refused.push(name)
      const expected = walked.filter(({ slice, member }) => {
        const who = whoMay(slice, member)
        return who !== null && !who.includes(role)
      })
      expect(refused).toEqual(expected.map(({ name }) => name))
      // No call had an input that fits, so that what is allowed stopped there and changed nothing.
      expect(await rowsThatCount(test)).toEqual(before)
    },
  )

  it('says which roles may, and to whom nobody has given one, nothing but reading', async () => {
    const { gate, people, images } = test.workspace
    await gate.switchPerson({ id: await seat('viewer') })
    const id = CheckId.parse(randomUUID())
    await expect(images.override({ id, reason: 'x' })).rejects.toMatchObject({
      code: 'refused',
      reason: 'people.not-allowed',
      details: { roles: 'administrator,planner,approver' },
    })
    expect((await people.list({})).length).toBe(allRoles.length + 1)
  })

  it('is open to who holds one of several roles that may', async () => {
    const { gate, people, office } = test.workspace
    await gate.switchPerson({ id: await seat('administrator') })
    const both = await people.add({ name: 'Dua', post: 'Dua', roles: ['viewer', 'head'] })
    await gate.switchPerson({ id: both.id })
    expect((await office.auditLog({ before: null, limit: 1 })).length).toBe(1)
  })

  function seat(role: Role): Promise<PersonId> {
    const id = seats.get(role)
    return id === undefined ? Promise.reject(new Error(`No ${role}`)) : Promise.resolve(id)
  }
})

/** The reason a call with nothing in it is refused for; null where it is answered. */
async function answerTo({ client }: TestWorkspace, name: string): Promise<unknown> {
  try {
    await client.call(name, null)
    return null
  } catch (error) {
    return Reflect.get(Object(error) as object, 'reason')
  }
}

function isRefused(reason: unknown): boolean {
  expect([null, 'call.input', 'people.not-allowed']).toContain(reason)
  return reason === 'people.not-allowed'
}

async function rowsThatCount(test: TestWorkspace): Promise<unknown> {
  const counted = ['audit_entry', 'person', 'person_role', 'setting', 'image', 'image_batch']
  return Promise.all(
    counted.map(async (table) => (await test.rows(`select count(*) as n from ${table}`))[0]),
  )
}
