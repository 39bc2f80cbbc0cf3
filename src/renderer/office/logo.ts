import { onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'

/** Bytes of a logo file, at most; as a data URL it then fits the contract's limit. */
const largestLogo = 1_000_000

export type LogoProblem = 'logoType' | 'logoLarge' | 'logoUnreadable'

/** A PNG or JPEG as a data URL. Its first bytes say what it is, whatever its name says. */
export async function readLogo(file: File): Promise<{ logo: string } | { problem: LogoProblem }> {
  if (file.size > largestLogo) return { problem: 'logoLarge' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = typeOf(bytes)
    return type === null ? { problem: 'logoType' } : { logo: dataUrl(bytes, type) }
  } catch {
    // The file vanished or may not be read; to the person that is one and the same.
    return { problem: 'logoUnreadable' }
  }
}

function typeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return starts(0xff, 0xd8, 0xff) ? 'image/jpeg' : null
}

function dataUrl(bytes: Uint8Array, type: string): string {
  const piece = 0x8000
  let text = ''
  for (let from = 0; from < bytes.length; from += piece) {
    text += String.fromCharCode(...bytes.subarray(from, from + piece))
  }
  return `data:${type};base64,${btoa(text)}`
}

/** The page may show no `data:` pictures; a `blob:` address of the same bytes it may. */
export function useBlobUrl(dataUrlOf: MaybeRefOrGetter<string | null>): Ref<string | null> {
  const url = ref<string | null>(null)
  const release = () => {
    if (url.value) URL.revokeObjectURL(url.value)
    url.value = null
  }
  watch(
    () => toValue(dataUrlOf),
    (now) => {
      release()
      if (now) url.value = URL.createObjectURL(blobOf(now))
    },
    { immediate: true },
  )
  onScopeDispose(release)
  return url
}

function blobOf(text: string): Blob {
  const [head = '', body = ''] = text.split(',', 2)
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? 'application/octet-stream'
  return new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type })
}
