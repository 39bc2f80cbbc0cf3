import { isAbsolute, join, relative } from 'node:path'
import type { MediaRequest } from '../workspace/index.ts'

export const pageHost = 'bkk'
export const pageAddress = `app://${pageHost}/`

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

export interface PageFile {
  readonly path: string
  readonly contentType: string
}

// One name of a built file: no separators, colons (NTFS streams, drives), percent signs, control
// characters or leading dots; each dot is followed by more of the name (Windows drops a last one).
const plainName = /^[\w@~+-]+(\.[\w@~+-]+)*$/

// Windows opens a device whatever the extension: `con.js` is the console.
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i

/**
 * The file of the built page that an address means, or null.
 * SECURITY: only plain names on one host, resolved under the root and checked with `relative` to
 * have stayed there; whatever is unusual is not found rather than cleaned up.
 */
export function pageFile(root: string, address: string): PageFile | null {
  if (!address.startsWith(pageAddress)) return null
  const [named = ''] = address.slice(pageAddress.length).split(/[?#]/, 1)
  const names = (named === '' ? 'index.html' : named).split('/')
  if (!names.every((name) => plainName.test(name) && !deviceName.test(name))) return null
  const contentType = contentTypes[extensionOf(names)]
  if (contentType === undefined) return null
  const path = join(root, ...names)
  const inside = relative(root, path)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
  return { path, contentType }
}

function extensionOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return Object.hasOwn(contentTypes, lastPart(last)) ? lastPart(last) : ''
}

function lastPart(name: string): string {
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : ''
}

const mediaAddress =
  /^media:\/\/(thumbnail|preview)\/(check|image|attachment|redaction)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The picture a `media://` address means, or null. */
export function mediaRequest(address: string): MediaRequest | null {
  const [, size, of, id] = mediaAddress.exec(address) ?? []
  if (size !== 'thumbnail' && size !== 'preview') return null
  if (of !== 'check' && of !== 'image' && of !== 'attachment' && of !== 'redaction') return null
  if (id === undefined) return null
  return { size, of, id }
}

/**
 * Whether the window may load something from here at all.
 * SECURITY: everything else is refused before a connection is made, whatever asks for it.
 */
export function mayLoad(address: string, developmentPage?: string): boolean {
  if (address.startsWith(pageAddress) || address.startsWith('media://')) return true
  if (address.startsWith(`blob:app://${pageHost}/`)) return true
  return developmentPage !== undefined && isOfDevelopment(address, new URL(developmentPage))
}

function isOfDevelopment(address: string, page: URL): boolean {
  if (address.startsWith('devtools://')) return true
  if (address.startsWith(`blob:${page.origin}/`) || address.startsWith('data:image/')) return true
  const url = parsed(address)
  return url?.host === page.host && ['http:', 'ws:'].includes(url.protocol)
}

/** Whether a frame's address is that of the application's own page. */
export function isOwnPage(address: string, developmentPage?: string): boolean {
  const url = parsed(address)
  if (url === null) return false
  if (developmentPage !== undefined) return url.origin === new URL(developmentPage).origin
  return url.protocol === 'app:' && url.host === pageHost && url.username === ''
}

/** `URL.parse` is too new for the oldest runtime in use. */
function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
