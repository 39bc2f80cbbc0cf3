import { computed, ref } from 'vue'
import type { FrameworkVersionId } from '#contract/frameworks'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { assessable } from './assessView'

/** The checklists by which something can be assessed, each in its newest version; one is chosen. */
export function useChecklistVersions() {
  const { t, language } = useWords()
  const checklists = useQuery('compliance', 'frameworks', {})
  const chosen = ref<FrameworkVersionId | ''>('')
  const versions = computed(() => assessable(checklists.data.value ?? []))
  const versionId = computed(
    () => versions.value.find(({ id }) => id === chosen.value)?.id ?? versions.value[0]?.id ?? null,
  )
  const options = computed(() =>
    versions.value.map(({ id, title, number }) => ({
      key: id,
      label: `${title[language.value]}, ${t('compliance.versionNumber', { number: number ?? 1 })}`,
    })),
  )
  const version = computed<FrameworkVersionId | ''>({
    get: () => versionId.value ?? '',
    set: (id) => (chosen.value = id),
  })
  return { versions, versionId, options, version }
}
