import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

/** Pause in typing after which the workspace is asked. */
const pauseMilliseconds = 200

/** Text that is passed on when typing pauses; a change from outside shows at once. */
export function useSlowText(read: () => string, write: (text: string) => void): Ref<string> {
  const text = ref(read())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(text, (now) => {
    clearTimeout(timer)
    if (now !== read()) timer = setTimeout(() => write(now), pauseMilliseconds)
  })
  watch(read, (now) => {
    clearTimeout(timer)
    text.value = now
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    if (text.value !== read()) write(text.value)
  })
  return text
}
