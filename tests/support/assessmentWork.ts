import type {} from './clientInPage.ts'
import type { Application } from './launch.ts'

export const reviewer = 'Vimala Raju'
export const approver = 'Hajah Zaleha binti Osman'

/** One who looks an assessment through, and one who approves it. */
export async function addReviewers({ window: page }: Application): Promise<void> {
  await page.evaluate(
    async ([planner, head]) => {
      const { people } = window.clientInPage.workspace
      await people.add({ name: planner, post: 'Perancang kandungan', roles: ['planner'] })
      await people.add({ name: head, post: 'Ketua Unit Komunikasi Korporat', roles: ['head'] })
    },
    [reviewer, approver] as const,
  )
}

/**
 * Two more people; two assessments by the charter of JaPen. Of the bureau one all is answered but
 * the last control: one not met, found and acted on, with evidence.
 */
export async function addAssessmentWork(application: Application): Promise<void> {
  await addReviewers(application)
  await application.window.evaluate(
    async ([planner]) => {
      const { call } = window.clientInPage
      const checklists = (await call('compliance.frameworks', {})) as {
        shipped: string | null
        versions: { id: string }[]
      }[]
      const versionId = checklists.find(({ shipped }) => shipped === 'japen')?.versions[0]?.id
      const start = async (subject: object) => {
        const asked = { versionId, subject, scopes: ['post'], beside: false, carry: null }
        const period = { from: '2026-01-01', to: '2026-06-30' }
        return (await call('compliance.startAssessment', { ...asked, period })) as { id: string }
      }
      const { id } = await start({ kind: 'bureau' })
      await start({ kind: 'unit', unit: 'JKR Perak' })
      await call('compliance.measureAssessment', { id, keep: true })
      const { controls, answers } = (await call('compliance.assessment', { id })) as {
        controls: { key: string }[]
        answers: { key: string; version: number }[]
      }
      const people = (await call('people.list', {})) as { id: string; name: string }[]
      const ownerId = people.find(({ name }) => name === planner)?.id
      for (const [place, { key }] of controls.slice(0, -1).entries()) {
        const base = answers.find((each) => each.key === key)?.version ?? 0
        const result = ['met', 'partly', 'not-met', 'not-applicable', 'met'][place]
        const note = place === 3 ? 'Tiada video dalam tempoh ini' : `Nota ${place + 1}`
        const answer = { result, progress: 'done', note }
        await call('compliance.answerControl', { id, key, base, answer, reason: 'Rekod kertas' })
      }
      const [first, , third] = controls
      await call('compliance.addEvidence', {
        ...{ id, key: first?.key },
        evidence: { kind: 'link', title: 'Piagam JaPen', url: 'https://www.jkr.gov.my/piagam' },
      })
      const finding = (await call('compliance.addFinding', {
        ...{ id, key: third?.key },
        fields: { severity: 'major', text: 'Poster disiapkan lewat tiga kali' },
      })) as { id: string }
      await call('compliance.addAction', {
        id: finding.id,
        fields: { what: 'Agih kerja reka bentuk lebih awal', ownerId, due: '2027-03-31' },
      })
    },
    [reviewer],
  )
}
