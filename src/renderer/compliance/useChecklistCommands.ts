import { computed } from 'vue'
import type { Framework, FrameworkId, TitlePair, VersionHead } from '#contract/frameworks'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'

/** What is done to a whole checklist, each with its way back where it takes something away. */
export function useChecklistCommands() {
  const { t, language } = useWords()
  const notices = useNotices()
  const copying = useCommand('compliance', 'copy', { failures: 'here' })
  const renaming = useCommand('compliance', 'changeTitle', { failures: 'here' })
  const renamingBack = useCommand('compliance', 'changeTitle')
  const removing = useCommand('compliance', 'remove')
  const returning = useCommand('compliance', 'bringBack')
  const starting = useCommand('compliance', 'startDraft')
  const discarding = useCommand('compliance', 'discardDraft')
  const restoring = useCommand('compliance', 'bringBackDraft')
  const publishing = useCommand('compliance', 'publish')
  const said = (title: TitlePair) => title[language.value]

  async function copy({ id }: VersionHead, title: TitlePair): Promise<Framework | null> {
    const made = await copying.run({ id, title })
    if (!made.ok) return null
    const { id: copied } = made.value
    const undo = () => void removing.run({ id: copied })
    notices.tell(t('compliance.copied', { title: said(title) }), undo)
    return made.value
  }

  async function rename(id: FrameworkId, before: TitlePair, title: TitlePair): Promise<boolean> {
    const { ok } = await renaming.run({ id, title })
    const undo = () => void renamingBack.run({ id, title: before })
    if (ok) notices.tell(t('compliance.renamed', { title: said(title) }), undo)
    return ok
  }

  async function remove(id: FrameworkId, title: TitlePair): Promise<boolean> {
    const { ok } = await removing.run({ id })
    const undo = () => void returning.run({ id })
    if (ok) notices.tell(t('compliance.removed', { title: said(title) }), undo)
    return ok
  }

  async function bringBack(id: FrameworkId, title: TitlePair): Promise<boolean> {
    const { ok } = await returning.run({ id })
    const undo = () => void removing.run({ id })
    if (ok) notices.tell(t('compliance.broughtBack', { title: said(title) }), undo)
    return ok
  }

  async function startDraft({ frameworkId: id, title }: VersionHead): Promise<boolean> {
    const { ok } = await starting.run({ id })
    const undo = () => void discarding.run({ id })
    if (ok) notices.tell(t('compliance.draftStarted', { title: said(title) }), undo)
    return ok
  }

  async function discard({ frameworkId, title }: VersionHead): Promise<boolean> {
    const gone = await discarding.run({ id: frameworkId })
    if (!gone.ok) return false
    const { id } = gone.value
    const undo = () => void restoring.run({ id })
    notices.tell(t('compliance.discarded', { title: said(title) }), undo)
    return true
  }

  async function publish({ frameworkId: id, title }: VersionHead): Promise<boolean> {
    const done = await publishing.run({ id })
    if (!done.ok) return false
    const number = done.value.number ?? 0
    notices.tell(t('compliance.wasPublished', { title: said(title), number }))
    return true
  }

  return {
    ...{ copy, rename, remove, bringBack, startDraft, discard, publish },
    ...{ copying, renaming, publishing },
    isBusy: computed(() => [starting, discarding, removing].some(({ running }) => running.value)),
  }
}
