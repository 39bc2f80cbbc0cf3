import type { FollowFilter } from '#contract/assessmentFollowUps'
import type { HistoryShown } from '#contract/assessmentHistory'
import type { AssessmentId, RoundId } from '#contract/assessmentIds'
import type { Language } from '#contract/values'
import { usePreview } from '../../print/preview/previewStore'
import { useDesktop } from '../../shell/desktop'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace } from '../../workspace/calls'
import { useMay, type CallName } from '../../workspace/may'

/** Which comparison leaves: of which, held against which, and which of its controls. */
interface ShownHistory {
  readonly id: AssessmentId
  readonly against: AssessmentId | null
  readonly shown: HistoryShown
}

/** How assessments leave: on paper, by the preview, and as tables. */
export function usePaperDeeds() {
  const { t, language } = useWords()
  const { may } = useMay()
  const preview = usePreview()
  const { compliance } = useWorkspace()
  const desktop = useDesktop()
  const notices = useNotices()

  /** The table beside a document; null for who may not take it out. */
  function table(call: CallName, make: (language: Language) => Promise<{ csv: string }>) {
    return may(call) ? async (of: Language) => (await make(of)).csv : null
  }

  function csvOf(ids: readonly AssessmentId[]) {
    return table('compliance.assessmentCsv', (of) =>
      compliance.assessmentCsv({ ids: [...ids], language: of }),
    )
  }

  /** @param revision an approved one; null: the newest approved, else the draft */
  function print(id: AssessmentId, revision: number | null): void {
    preview.open({ name: 'assessment', input: { id, revision }, csv: csvOf([id]) })
  }

  function printBatch(ids: readonly AssessmentId[]): void {
    preview.open({ name: 'assessment-batch', input: { ids }, csv: csvOf(ids) })
  }

  /** All assessments of a round; beside it as a table: a row for each of them. */
  function printRound(id: RoundId): void {
    const csv = table('compliance.roundCsv', (of) => compliance.roundCsv({ id, language: of }))
    preview.open({ name: 'campaign-round', input: { id }, csv })
  }

  /** What is to be followed up, as the list was filtered. */
  function printFollowUps(filter: FollowFilter): void {
    const csv = table('compliance.followUpsCsv', (of) =>
      compliance.followUpsCsv({ filter, language: of }),
    )
    preview.open({ name: 'follow-ups', input: filter, csv })
  }

  /** An assessment beside the earlier ones, as it is shown. */
  function printHistory(asked: ShownHistory): void {
    const csv = table('compliance.historyCsv', (of) =>
      compliance.historyCsv({ ...asked, language: of }),
    )
    preview.open({ name: 'assessment-history', input: asked, csv })
  }

  function saveXlsx(ids: readonly AssessmentId[], name: string): Promise<void> {
    const asked = { ids: [...ids], language: language.value }
    return save(name, () => compliance.assessmentXlsx(asked))
  }

  function saveRoundXlsx(id: RoundId, name: string): Promise<void> {
    return save(name, () => compliance.roundXlsx({ id, language: language.value }))
  }

  function saveFollowUpsXlsx(filter: FollowFilter, name: string): Promise<void> {
    return save(name, () => compliance.followUpsXlsx({ filter, language: language.value }))
  }

  function saveHistoryXlsx(asked: ShownHistory, name: string): Promise<void> {
    return save(name, () => compliance.historyXlsx({ ...asked, language: language.value }))
  }

  async function save(
    name: string,
    make: () => Promise<{ bytes: Uint8Array<ArrayBuffer> }>,
  ): Promise<void> {
    try {
      const { bytes } = await make()
      const saved = await desktop.saveFile({ name, kind: 'xlsx', bytes })
      if (saved) notices.tell(t('compliance.paper.saved'))
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
  }

  return {
    ...{ print, printBatch, printRound, printFollowUps, printHistory },
    ...{ saveXlsx, saveRoundXlsx, saveFollowUpsXlsx, saveHistoryXlsx },
  }
}
