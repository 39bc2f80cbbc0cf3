import type { NewCampaign } from '#contract/campaigns'
import { PlainDate, type PersonId } from '#contract/values'
import { october, versionOf } from './measured.ts'
import { present } from './present.ts'
import type { TestWorkspace } from './workspace.ts'

/** A monthly campaign over all accounts in October, unless the test says otherwise. */
export async function campaignInput(
  test: TestWorkspace,
  changes: Partial<NewCampaign> = {},
): Promise<NewCampaign> {
  return {
    ...{ name: 'Semakan akaun', recurrence: 'month', responsibleId: await firstPerson(test) },
    ...{ versionId: await versionOf(test, 'jkr'), period: october },
    ...{ due: PlainDate.parse('2026-11-15'), subjects: { kind: 'accounts' } },
    ...{ scopes: ['account', 'post', 'unit'], ...changes },
  }
}

export async function firstPerson({ workspace }: TestWorkspace): Promise<PersonId> {
  return present((await workspace.people.list({}))[0]).id
}
