import { computed, ref } from 'vue'
import type { PostContent } from '#contract/postContent'
import type { ClockTime, PlainDate } from '#contract/values'
import { useNotices } from '../../shell/notices'
import { asError, useWorkspace } from '../../workspace/calls'
import { useQuery } from '../../workspace/useQuery'
import { phaseOn } from '../phaseChoice'
import { asksForProgramme, offeredTemplates } from './templateView'

/** Where a new post is put. */
interface Slot {
  readonly day: PlainDate | null
  readonly time: ClockTime | null
}

/**
 * The template that a new post begins with, if any, and how its day follows.
 * @param category that the post is to have; null: as the template says
 */
export function useTemplateStart(slot: () => Slot | null, category: () => string | null) {
  const workspace = useWorkspace()
  const notices = useNotices()
  const templates = useQuery('posts', 'templates', {})
  const cycles = useQuery('cycles', 'list', {})
  /** Empty: none. */
  const chosen = ref('')
  /** The day that was pointed at is the programme's; the post's follows from it. */
  const isProgrammeDay = ref(false)

  const phaseNumber = computed(() => {
    const all = cycles.data.value ?? []
    const id = phaseOn(all, slot()?.day ?? null)
    return all.flatMap(({ phases }) => phases).find((phase) => phase.id === id)?.number ?? null
  })
  const offered = computed(() =>
    offeredTemplates(templates.data.value ?? [], phaseNumber.value, category()),
  )
  const template = computed(() => offered.value.find(({ id }) => id === chosen.value) ?? null)
  const asksProgramme = computed(() => template.value !== null && asksForProgramme(template.value))

  /** Nothing is chosen any more. */
  function clear(): void {
    chosen.value = ''
    isProgrammeDay.value = false
  }

  /**
   * The content a post begins with; null where it could not be had, which is then said.
   * @param typed the programme's name where the template asks for one, else the post's title
   */
  async function content(typed: string, { day, time }: Slot): Promise<PostContent | null> {
    const { value: from } = template
    if (from === null) return null
    const onProgramme = asksProgramme.value && isProgrammeDay.value
    const programme =
      asksProgramme.value && typed !== ''
        ? {
            ...{ name: typed, day: onProgramme ? day : null, time: null },
            ...{ place: '', state: null, guests: [] },
          }
        : null
    try {
      const asked = { id: from.id, programme, day: onProgramme ? null : day }
      const begun = (await workspace.posts.fromTemplate(asked)).content
      const title = asksProgramme.value || typed === '' ? begun.title : typed
      const own = category()
      const kept = own === null ? begun : { ...begun, category: own }
      return { ...kept, title, time: onProgramme ? begun.time : (time ?? begun.time) }
    } catch (thrown) {
      notices.fail(asError(thrown))
      return null
    }
  }

  return { offered, chosen, template, asksProgramme, isProgrammeDay, clear, content }
}
