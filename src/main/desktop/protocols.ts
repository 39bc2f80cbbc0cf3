import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import type { Media, MediaRequest } from '../workspace/index.ts'
import { mediaRequest, pageFile } from './addresses.ts'
import { contentPolicy, mediaHeaders, pageHeaders, withStyleNonce } from './contentPolicy.ts'

/** Must run before the application is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'media', privileges: { standard: true, secure: true } },
  ])
}

export interface Serving {
  /** The folder of the built page. */
  readonly pages: string
  readonly readMedia: (request: MediaRequest) => Promise<Media | null>
}

/**
 * SECURITY: `app://` reads built files only, `media://` asks the workspace, and `file://` is not
 * served at all (Electron security checklist, item 18).
 */
export function serveProtocols(session: Session, { pages, readMedia }: Serving): void {
  session.protocol.handle('app', ({ url, method }) => servePage(pages, url, method))
  session.protocol.handle('media', ({ url, method }) => serveMedia(readMedia, url, method))
  session.protocol.handle('file', () => new Response(null, { status: 403 }))
}

/** Answers an `app://` request from the folder of the built page. */
export async function servePage(root: string, url: string, method: string): Promise<Response> {
  const file = method === 'GET' ? pageFile(root, url) : null
  if (file === null) return notFound()
  const styleNonce = randomBytes(16).toString('base64')
  const headers = pageHeaders(file.contentType, contentPolicy(styleNonce))
  try {
    const bytes = await readFile(file.path)
    const isPage = file.path.endsWith('.html')
    return new Response(
      isPage ? withStyleNonce(bytes.toString('utf8'), styleNonce) : new Uint8Array(bytes),
      { headers },
    )
  } catch {
    return notFound()
  }
}

/** Answers a `media://` request with what the workspace has; a workspace just lost gives 503. */
export async function serveMedia(
  readMedia: Serving['readMedia'],
  url: string,
  method: string,
): Promise<Response> {
  const request = method === 'GET' ? mediaRequest(url) : null
  if (request === null) return notFound()
  try {
    const media = await readMedia(request)
    if (media === null) return notFound()
    // SECURITY: nothing but raster pictures is handed to the page, whatever the store holds.
    if (!/^image\/(avif|jpeg|png|webp)$/.test(media.contentType)) return notFound()
    return new Response(new Uint8Array(media.bytes), { headers: mediaHeaders(media.contentType) })
  } catch {
    return new Response(null, { status: 503 })
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
