import { computed, nextTick, watch, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { mayCall } from '#contract/permissions'
import { useGate } from '../workspace/gate'
import { useMay } from '../workspace/may'
import { useForgetBarred } from '../workspace/reload'
import { addressedPages, allPages, sections, startPath } from './pages'
import type { Page, PageSection } from './pageTypes'

/** The pages that are offered to who is at the keyboard. */
export function useOfferedPages(): {
  readonly sections: ComputedRef<readonly PageSection[]>
  readonly all: ComputedRef<readonly Page[]>
} {
  const { may } = useMay()
  const isOffered = (page: Page) => page.needs === undefined || may(page.needs)
  return {
    sections: computed(() =>
      sections
        .map(({ heading, pages }) => ({ heading, pages: pages.filter(isOffered) }))
        .filter(({ pages }) => pages.length > 0),
    ),
    all: computed(() => allPages.filter(isOffered)),
  }
}

/**
 * Leaves a page that who sits down now is not offered, and forgets what was read there; also when it
 * is asked for by its address.
 */
export function useLeaveBarredPages(): void {
  const route = useRoute()
  const router = useRouter()
  const gate = useGate()
  const { may } = useMay()
  const pages = useOfferedPages()
  const forgetBarred = useForgetBarred()

  watch(
    [() => route.name, () => (gate.isOpen.value ? gate.actor.value : null)],
    async ([name, actor]) => {
      if (actor === null) return
      const page = [...allPages, ...addressedPages].find((each) => each.name === name)
      const offered = pages.all.value
      const next = offered.find(({ path }) => path === startPath) ?? offered[0]
      if (page?.needs !== undefined && next && !may(page.needs)) {
        await router.replace(next.path)
        await nextTick()
      }
      forgetBarred((slice, call) => mayCall(actor.roles, slice, call))
    },
    { immediate: true },
  )
}
