import { readonly, ref, shallowRef, type Ref } from 'vue'
import type { SliceName } from '#contract/index'
import { useNotices } from '../shell/notices'
import {
  asError,
  useClient,
  type InputOf,
  type Outcome,
  type OutputOf,
  type WriteName,
} from './calls'
import { useReload } from './reload'

export interface CommandOptions {
  /**
   * `notice` (the usual): a failure appears as a notice at the edge of the window.
   * `here`: the page shows `failure` beside the field concerned.
   */
  readonly failures?: 'notice' | 'here'
}

export interface RunningCommand<I, O> {
  run(input: I): Promise<Outcome<O>>
  readonly running: Readonly<Ref<boolean>>
  readonly failure: Readonly<Ref<Error | null>>
  clearFailure(): void
}

/** Writes to the workspace. `run` never throws; its outcome says how it ended. */
export function useCommand<S extends SliceName, C extends WriteName<S>>(
  slice: S,
  name: C,
  { failures = 'notice' }: CommandOptions = {},
): RunningCommand<InputOf<S, C>, OutputOf<S, C>> {
  const { call } = useClient()
  const notices = useNotices()
  const reload = useReload()
  const running = ref(false)
  const failure = shallowRef<Error | null>(null)

  async function run(input: InputOf<S, C>): Promise<Outcome<OutputOf<S, C>>> {
    running.value = true
    failure.value = null
    try {
      // The contract pairs this name with this type.
      const value = (await call(`${slice}.${name}`, input)) as OutputOf<S, C>
      reload([slice])
      return { ok: true, value }
    } catch (thrown) {
      const error = asError(thrown)
      failure.value = error
      if (failures === 'notice') notices.fail(error)
      return { ok: false, error }
    } finally {
      running.value = false
    }
  }

  return {
    run,
    running: readonly(running),
    failure,
    clearFailure: () => {
      failure.value = null
    },
  }
}
