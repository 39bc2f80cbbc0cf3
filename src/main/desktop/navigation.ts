import type { WebContents } from 'electron'
import { isOwnPage } from './addresses.ts'

/**
 * SECURITY: the page stays the page. No link, redirect, form, drop or script leads the window or a
 * frame in it elsewhere, opens another window or attaches a web view. The development server
 * reloads its own page, which is the one exception.
 */
export function refuseNavigation(contents: WebContents, developmentPage?: string): void {
  const mayReload = (address: string) =>
    developmentPage !== undefined && isOwnPage(address, developmentPage)

  contents.on('will-navigate', (event) => {
    if (!mayReload(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayReload(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // SECURITY: WebRTC sends nothing around the (absent) proxy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
