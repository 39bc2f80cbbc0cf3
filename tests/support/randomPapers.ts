import type {} from './clientInPage.ts'
import { hostilePayloads } from './hostilePayloads.ts'
import type { Application } from './launch.ts'
import { below } from './random.ts'

/** What was registered and assessed, and the leave to print complaints uncovered. */
export interface RandomPapers {
  readonly complaints: readonly string[]
  readonly assessments: readonly string[]
  readonly takeoutId: string
}

const names = [
  ...['Rosli bin Hamid', 'Tan Siew Ling', 'Kavitha a/p Raju', 'Aisyah binti Osman'],
  ...["Anne-Marie D'Cruz", 'Wan Nurul ‘Izzah', 'Ngũ Æthel & Sdn. Bhd. <JKR>'],
]
const words = [
  ...['jalan', 'lubang', 'longkang', 'pertanggungjawaban', 'ketidakseimbangan', 'susur keluar'],
  ...['5 × 3 m', 'RM1,200.50', '“segera”', 'tayar WXY 1234', 'menyeberang & berhenti', '100 %'],
]
const places = [
  { kind: 'federal-road', subKind: 'pothole', road: 'FT4', fromMetres: 12_300, state: 'MY-06' },
  { kind: 'state-road', subKind: null, road: 'A15', fromMetres: 3_000, state: 'MY-08' },
  { kind: 'tolled-highway', subKind: null, road: 'E1', fromMetres: 305_500, state: 'MY-10' },
  { kind: 'federal-road', subKind: 'flooding', road: 'FT5', fromMetres: null, state: 'MY-10' },
  { kind: 'construction-safety', subKind: null, road: null, fromMetres: null, state: 'MY-14' },
] as const
const channels = ['phone', 'facebook', 'x', 'sispaa', 'email', 'counter', 'letter'] as const
const results = ['met', 'partly', 'not-met', 'not-applicable'] as const

/**
 * Registers complaints with notes and assesses, all of it random, in a workspace that is open; the
 * page speaks by the test's client.
 */
export async function addRandomPapers(
  { window: page }: Application,
  random: () => number,
  amount: { readonly complaints: number; readonly assessments: number },
): Promise<RandomPapers> {
  const one = <T>(all: readonly T[]): T => {
    const found = all[below(random, all.length)]
    if (found === undefined) throw new Error('There is nothing to choose of')
    return found
  }
  /** A text of some words; now and then it holds what would be a script, were it taken for one. */
  const said = (most: number): string => {
    const count = 1 + below(random, most)
    const text = Array.from({ length: count }, () => one(words))
    if (below(random, 4) === 0) text.push(one(hostilePayloads))
    return text.join(' ')
  }
  const complaints = Array.from({ length: amount.complaints }, (_, at) => {
    const place = one(places)
    const isPothole = place.subKind === 'pothole'
    const contact = {
      ...{ name: one(names), phone: `01${at % 10}-345 ${6000 + at}`, email: `awam${at}@contoh.my` },
      ...{ address: `${at + 1}, Jalan ${one(words)}, 50480 Kuala Lumpur` },
      identityNumber: `9001${String(10 + (at % 80))}-14-${5000 + at}`,
    }
    return {
      fields: {
        ...{ ...place, what: `${said(8)}\n${said(60)}`, channel: one(channels), accountId: null },
        ...{ reference: `RUJ/${at}/${said(1)}`.slice(0, 100), link: '', toMetres: null },
        ...{ district: one(['Raub', 'Hulu Selangor', 'Manjung', 'Klang']), urgent: null },
        place: said(3).slice(0, 190),
        answers: isPothole ? { lane: `Lorong ${at}`, size: one(words), damage: 'yes' } : {},
        receivedAt: new Date(Date.now() - (at + 1) * 3_700_000).toISOString(),
      },
      complainant: below(random, 4) === 0 ? { kind: 'anonymous' } : { kind: 'new', contact },
      notes: Array.from({ length: below(random, 4) }, () => said(30)),
    }
  })
  const assessments = Array.from({ length: amount.assessments }, (_, at) => ({
    ...{
      checklist: at % 5 === 0 ? 'jkr' : one(['japen', 'kks']),
      unit: `Unit ${at} ${one(words)}`,
    },
    year: 2000 + at,
    answers: Array.from({ length: 100 }, () => ({ result: one(results), note: said(20) })),
    evidence: { title: said(4), url: `https://www.jkr.gov.my/bukti/${at}` },
    ...{ finding: said(25), action: said(12) },
  }))
  return page.evaluate(
    async ({ cases, checks }) => {
      const { call } = window.clientInPage
      const ask = async <T>(name: string, input: unknown) => (await call(name, input)) as T
      const ids: string[] = []
      for (const { notes, ...wanted } of cases) {
        const { id } = await ask<{ id: string }>('complaints.add', wanted)
        ids.push(id)
        for (const text of notes) await call('complaints.addNote', { id, text })
      }
      const { id: takeoutId } = await ask<{ id: string }>('complaints.takeOut', {
        ...{ what: 'case-file', reason: 'Audit', choice: { filter: {}, ids } },
      })
      const lists = await ask<{ shipped: string | null; versions: { id: string }[] }[]>(
        'compliance.frameworks',
        {},
      )
      const [person] = await ask<{ id: string }[]>('people.list', {})
      const assessed: string[] = []
      for (const { checklist, unit, year, answers, evidence, finding, action } of checks) {
        const versionId = lists.find(({ shipped }) => shipped === checklist)?.versions[0]?.id
        const { id } = await ask<{ id: string }>('compliance.startAssessment', {
          ...{ versionId, subject: { kind: 'unit', unit }, beside: true, carry: null },
          period: { from: `${year}-01-01`, to: `${year}-12-31` },
          scopes: ['account', 'unit', 'operator', 'post'],
        })
        const { controls } = await ask<{ controls: { key: string; parent: string | null }[] }>(
          'compliance.assessment',
          { id },
        )
        const headings = new Set(controls.map(({ parent }) => parent))
        const asked = controls.filter(({ key }) => !headings.has(key))
        for (const [at, { key }] of asked.entries()) {
          const answer = { ...answers[at], progress: 'done' }
          await call('compliance.answerControl', { id, key, base: 0, answer })
        }
        const key = asked[0]?.key
        await call('compliance.addEvidence', { id, key, evidence: { kind: 'link', ...evidence } })
        const found = await ask<{ id: string }>('compliance.addFinding', {
          ...{ id, key, fields: { severity: 'major', text: finding } },
        })
        await call('compliance.addAction', {
          id: found.id,
          fields: { what: action, ownerId: person?.id, due: `${year + 1}-03-31` },
        })
        assessed.push(id)
      }
      return { complaints: ids, assessments: assessed, takeoutId }
    },
    { cases: complaints, checks: assessments },
  )
}
