import { useDesktop } from '../../shell/desktop'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace } from '../../workspace/calls'
import { useCalendarScreen } from '../calendarScreen'
import { planFileName } from './planFileName'

/** How the plan leaves as a file. */
export type PlanFile = 'csv' | 'xlsx' | 'ics'

/** Saves what the filter shows of the period, where the person says. */
export function usePlanFiles() {
  const { t, language } = useWords()
  const workspace = useWorkspace()
  const desktop = useDesktop()
  const notices = useNotices()
  const screen = useCalendarScreen()

  async function bytesOf(kind: PlanFile): Promise<Uint8Array> {
    const choice = { period: screen.period, filter: screen.filter, ids: null }
    const asked = { ...choice, language: language.value }
    if (kind === 'xlsx') return (await workspace.posts.planXlsx(asked)).bytes
    const text =
      kind === 'csv'
        ? (await workspace.posts.planCsv(asked)).csv
        : (await workspace.posts.planIcs(asked)).ics
    return new TextEncoder().encode(text)
  }

  async function save(kind: PlanFile): Promise<void> {
    const name = planFileName(t('posts.leaving.fileName'), screen.period)
    try {
      const saved = await desktop.saveFile({ name, kind, bytes: await bytesOf(kind) })
      if (saved) notices.tell(t('posts.leaving.saved'))
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
  }

  return { save }
}
