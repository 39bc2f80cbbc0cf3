import { createRequire, Module } from 'node:module'
import type Sharp from 'sharp'

/**
 * The one door to sharp. Electron's Linux binary brings a glib of its own that clashes with the one
 * inside sharp's native package (decoding hangs), so there the WebAssembly build of the same libvips
 * is used; everywhere else the native one. See docs/decisions/0002-sharp-in-electron.md.
 */
export type OpenSharp = typeof Sharp

const nodeRequire = createRequire(import.meta.url)

let loaded: OpenSharp | null = null

/** Loads sharp at the first call: only processes that decode pictures pay for it. */
export function openSharp(): OpenSharp {
  loaded ??= load()
  return loaded
}

function load(): OpenSharp {
  const sharp = decodesByWebAssembly()
    ? withoutNativePackages(() => requireSharp())
    : requireSharp()
  // One file is one thread's work; several files are decoded side by side instead.
  sharp.concurrency(1)
  // Every file is read once, so nothing that libvips could keep would be used again.
  sharp.cache(false)
  return sharp
}

/** Whether this process, and the image workers it starts, decode by WebAssembly. */
export function decodesByWebAssembly(): boolean {
  return process.platform === 'linux' && process.versions['electron'] !== undefined
}

function requireSharp(): OpenSharp {
  const sharp: unknown = nodeRequire('sharp')
  if (!isSharp(sharp)) throw new TypeError('sharp did not load')
  return sharp
}

function isSharp(value: unknown): value is OpenSharp {
  return typeof value === 'function' && 'concurrency' in value
}

/**
 * sharp takes its native package first and WebAssembly only when there is none, and has no setting
 * for it; so the native one is not found while `action` runs.
 */
function withoutNativePackages<T>(action: () => T): T {
  const resolve: unknown = Reflect.get(Module, '_resolveFilename')
  if (typeof resolve !== 'function') throw new TypeError('this Node resolves modules differently')
  Reflect.set(Module, '_resolveFilename', (request: string, ...rest: unknown[]): unknown => {
    if (/^@img\/sharp-linux(musl)?-/.test(request)) {
      throw Object.assign(new Error(`${request} is not used here`), { code: 'MODULE_NOT_FOUND' })
    }
    const found: unknown = Reflect.apply(resolve, Module, [request, ...rest])
    return found
  })
  try {
    return action()
  } finally {
    Reflect.set(Module, '_resolveFilename', resolve)
  }
}
