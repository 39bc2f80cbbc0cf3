import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { WorkspaceError } from '#contract/errors'
import type { Language } from '#contract/values'
import { useDesktop } from '../../shell/desktop'
import { asError } from '../../workspace/calls'
import { openPdf, type Pdf } from './pdf'
import type { PreviewRequest } from './previewStore'

export type Making =
  | { readonly kind: 'making' }
  | { readonly kind: 'failed'; readonly error: Error }
  | {
      readonly kind: 'made'
      /** For its file, without an ending. */
      readonly name: string
      readonly bytes: Uint8Array
      readonly pdf: Pdf
    }

/** Makes the document and opens it for drawing; again when the language changes or on request. */
export function useMaking(
  request: PreviewRequest,
  language: Ref<Language>,
): { making: ShallowRef<Making>; again: () => void } {
  const desktop = useDesktop()
  const making = shallowRef<Making>({ kind: 'making' })
  let turn = 0

  async function make(): Promise<void> {
    const own = (turn += 1)
    release()
    making.value = { kind: 'making' }
    const outcome = await tryToMake(language.value)
    if (own === turn) making.value = outcome
    else if (outcome.kind === 'made') outcome.pdf.close()
  }

  async function tryToMake(inLanguage: Language): Promise<Making> {
    try {
      const made = await desktop.makeDocument({
        name: request.name,
        input: JSON.stringify(request.input),
        language: inLanguage,
      })
      if (made.kind === 'cancelled') return { kind: 'making' }
      if (made.kind === 'failed') {
        return { kind: 'failed', error: new WorkspaceError(made.reason, made.details) }
      }
      const pdf = await openPdf(made.pdf)
      return { kind: 'made', name: made.name, bytes: made.pdf, pdf }
    } catch (thrown) {
      return { kind: 'failed', error: asError(thrown) }
    }
  }

  function release(): void {
    if (making.value.kind === 'made') making.value.pdf.close()
  }

  watch(language, () => void make(), { immediate: true })
  onScopeDispose(() => {
    turn += 1
    release()
    if (making.value.kind === 'making') void desktop.cancelDocument()
  })
  return { making, again: () => void make() }
}
