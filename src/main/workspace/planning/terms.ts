import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { TermId, type planning, type SensitiveTerm } from '#contract/planning'
import type { Contexts } from '../context.ts'
import type { Reader } from '../database/schema.ts'
import {
  findTerm,
  insertTerm,
  listTerms,
  removedTerms,
  setTermRemoved,
  updateTerm,
} from './queries/terms.ts'
import { isSameTerm } from './rules/terms.ts'

type TermCalls = Pick<
  typeof planning,
  'terms' | 'removedTerms' | 'addTerm' | 'changeTerm' | 'removeTerm' | 'restoreTerm'
>

/** The words that a person has to look at before they are published. */
export const termHandlers: SliceHandlers<TermCalls, Contexts> = {
  terms: ({ db }) => listTerms(db),
  removedTerms: ({ db }) => removedTerms(db),

  async addTerm({ db, writer, newId, record }, fields) {
    await refuseTaken(db, fields.term, null)
    const id = TermId.parse(newId())
    await insertTerm(writer, id, fields)
    record('sensitive_term', id, ['term', 'why', 'suggestion'])
    return { id, ...fields }
  },

  async changeTerm({ db, writer, record }, { id, ...fields }) {
    const before = await present(db, id)
    await refuseTaken(db, fields.term, id)
    await updateTerm(writer, id, fields)
    const changed = (['term', 'why', 'suggestion'] as const).filter(
      (field) => before[field] !== fields[field],
    )
    record('sensitive_term', id, changed)
    return { id, ...fields }
  },

  async removeTerm({ db, writer, clock, record }, { id }) {
    await present(db, id)
    await setTermRemoved(writer, id, clock.now())
    record('sensitive_term', id, ['removed_at'])
    return { id }
  },

  async restoreTerm({ db, writer, record }, { id }) {
    const found = await findTerm(db, id)
    if (found === null) throw new WorkspaceError('planning.unknown-term')
    if (!found.removed) throw new WorkspaceError('planning.not-removed')
    await refuseTaken(db, found.term.term, id)
    await setTermRemoved(writer, id, null)
    record('sensitive_term', id, ['removed_at'])
    return found.term
  },
}

async function present(db: Reader, id: TermId): Promise<SensitiveTerm> {
  const found = await findTerm(db, id)
  if (found === null || found.removed) throw new WorkspaceError('planning.unknown-term')
  return found.term
}

/** Two reasons for one word would be two findings at one place. */
async function refuseTaken(db: Reader, term: string, own: TermId | null): Promise<void> {
  const others = (await listTerms(db)).filter(({ id }) => id !== own)
  if (others.some((each) => isSameTerm(each.term, term))) {
    throw new WorkspaceError('planning.term-taken')
  }
}
