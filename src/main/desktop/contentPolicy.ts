/**
 * The content security policy of the page. `styleNonce` is new with each response: the page's
 * style sheets are files, but naive-ui also injects `<style>` elements, which then carry it.
 * SECURITY: no inline script, no eval, no connection but to the application itself.
 */
export function contentPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' media: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** For the development server only: it injects scripts and styles and speaks over a web socket. */
export function developmentPolicy(pageUrl: string): string {
  const { host } = new URL(pageUrl)
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' media: blob: data:",
    `connect-src 'self' ws://${host}`,
  ].join('; ')
}

/** Headers of every `app://` response. */
export function pageHeaders(contentType: string, policy: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-DNS-Prefetch-Control': 'off',
    'Cache-Control': 'no-cache',
  }
}

/** Headers of every `media://` response; the page embeds pictures, nothing else. */
export function mediaHeaders(contentType: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    // SECURITY: should a picture ever be opened by itself, nothing in it runs.
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'private',
  }
}

const nonceMeta = /(<meta\s+name="style-nonce"\s+content=")[^"]*(")/

/** Writes the nonce into `<meta name="style-nonce" content="…">`, where the page finds it. */
export function withStyleNonce(html: string, styleNonce: string): string {
  return html.replace(nonceMeta, (_all, before: string, after: string) =>
    [before, styleNonce, after].join(''),
  )
}
