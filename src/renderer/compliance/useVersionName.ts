import type { VersionHead } from '#contract/frameworks'
import { useWords } from '../words/useWords'

/** How a version is called beside the others of its checklist. */
export function useVersionName(): (version: VersionHead) => string {
  const { t } = useWords()
  return ({ state, number }) =>
    state === 'draft'
      ? t('compliance.draft')
      : t('compliance.versionNumber', { number: number ?? 0 })
}

/** What is worth knowing of a version: how much it asks, and since when by whom. */
export function useVersionFacts(): (version: VersionHead) => string[] {
  const { t, format } = useWords()
  return ({ asked, measured, publishedAt, publishedBy }) => {
    const counts = [
      t('compliance.asked', { count: asked }),
      t('compliance.measured', { count: measured }),
    ]
    if (publishedAt === null) return counts
    const by =
      publishedBy === null
        ? t('compliance.publishedShipped')
        : t('compliance.publishedBy', { at: format.value.moment(publishedAt), name: publishedBy })
    return [...counts, by]
  }
}
