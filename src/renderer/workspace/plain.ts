import { toRaw } from 'vue'

/** A copy that can cross a port: Vue's reactive wrappers cannot be cloned. Binary data is shared. */
export function plain(value: unknown): unknown {
  const raw: unknown = typeof value === 'object' && value !== null ? toRaw(value) : value
  if (Array.isArray(raw)) return raw.map(plain)
  if (!isRecord(raw)) return raw
  return Object.fromEntries(Object.entries(raw).map(([key, member]) => [key, plain(member)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
