import { watch, type Ref } from 'vue'
import type { Batch } from '#contract/images'
import { useAnnouncer } from '../shell/announcer'
import { useWords } from '../words/useWords'

/** Tells screen readers how a check ended, once its batch is finished. */
export function useFinishedAnnouncement(batch: Readonly<Ref<Batch | null>>): void {
  const { t } = useWords()
  const announcer = useAnnouncer()
  watch(batch, (now, before) => {
    if (now === null || now.id !== before?.id) return
    if (before.finishedAt === null && now.finishedAt !== null) {
      announcer.say(t('images.batch.finished', { ...now.counts }))
    }
  })
}
