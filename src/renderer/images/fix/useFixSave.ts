import { computed, ref, shallowRef } from 'vue'
import type { FixResult } from '#contract/imageFix'
import type { CheckId } from '#contract/values'
import { useDesktop } from '../../shell/desktop'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import { useJobs } from '../../workspace/jobs'
import { useFixScreen } from './fixScreen'
import { sizeText } from './fixView'

type Disk = { readonly kind: 'file' | 'folder'; readonly path: string } | null

/** Makes and saves what the screen asks for; says how it went. */
export function useFixSave() {
  const { t, sayKey, hasKey } = useWords()
  const desktop = useDesktop()
  const jobs = useJobs()
  const notices = useNotices()
  const screen = useFixScreen()
  const discard = useCommand('images', 'discardFixed')
  const asking = ref(false)
  const results = shallowRef<readonly FixResult[] | null>(null)
  const job = computed(() => jobs.running.find(({ name }) => name === 'fix') ?? null)

  /** Undefined when the person thought better of it. */
  async function askForDisk(suggested: { name: string; format: 'jpeg' | 'png' }) {
    if (!screen.toDisk) return null
    const one = screen.sources.length === 1
    const path = one ? await desktop.pickFilePath(suggested) : await desktop.pickTargetFolder()
    return path === null ? undefined : ({ kind: one ? 'file' : 'folder', path } satisfies Disk)
  }

  /** Resolves to the results, or to null when nothing was begun. */
  async function save(suggested: { name: string; format: 'jpeg' | 'png' }) {
    const choices = screen.choices
    if (!choices || asking.value || job.value) return null
    asking.value = true
    const disk = await askForDisk(suggested).finally(() => (asking.value = false))
    if (disk === undefined) return null
    const outcome = await jobs.start(
      'images',
      'fix',
      {
        items: screen.sources.map(({ of, key }) => ({ of, crop: screen.crops.get(key) ?? null })),
        choices,
        kind: screen.kind,
        save: { check: screen.intoCheck, disk },
      },
      { title: () => t('images.fix.working', { size: sizeText(choices) }) },
    )
    if (!outcome.ok) return null
    results.value = outcome.value.results
    return outcome.value
  }

  function reasonOf({ refused }: Pick<FixResult, 'refused'>): string {
    const key = `errors.${refused}`
    return hasKey(key) ? sayKey(key) : ''
  }

  /** Tells of a single result, and offers to take it back. */
  function tellOne(result: FixResult): void {
    const { made } = result
    if (!made) {
      notices.tell(t('images.fix.failed', { reason: reasonOf(result) }))
      return
    }
    const { fileName: name, verdict, checkId } = made
    if (checkId === null) notices.tell(t('images.fix.doneFile', { name }))
    else {
      notices.tell(
        verdict === null
          ? t('images.fix.doneWaiting', { name })
          : t('images.fix.done', { name, verdict: t(`images.standings.${verdict}`) }),
        () => void takeBack([checkId]),
      )
    }
  }

  /** Said beside the list of them, for who is elsewhere by then. */
  function tellMany(all: readonly FixResult[]): void {
    const made = all.filter((result) => result.made !== null).length
    notices.tell(t('images.fix.outcomes', { made, total: all.length }))
  }

  async function takeBack(ids: readonly CheckId[]): Promise<void> {
    const done = await discard.run({ ids: [...ids] })
    if (done.ok) notices.tell(t('images.fix.discarded'))
  }

  return { save, tellOne, tellMany, takeBack, reasonOf, asking, job, results }
}
