import { app, type Session } from 'electron'
import { mayLoad } from './addresses.ts'

/**
 * Before the application is ready: nothing Chromium does by itself finds a way out.
 * SECURITY: every host name and address resolves to nothing, so that even what does not pass
 * through a session's request handlers makes no connection.
 */
export function refuseNames(developmentPage?: string): void {
  const except =
    developmentPage === undefined ? '' : `, EXCLUDE ${new URL(developmentPage).hostname}`
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${except}`)
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
}

/**
 * SECURITY: no connection to anywhere. Only the application's own schemes are let through;
 * `file:`, `http:`, `ws:`, `data:` and whatever else are cancelled, whoever asks for them.
 */
export async function refuseConnections(session: Session, developmentPage?: string): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !mayLoad(url, developmentPage) })
  })
  // SECURITY: WebRTC asks no request handler; what its policy (navigation.ts) still lets through is
  // sent to a proxy that is not there.
  if (developmentPage === undefined) await session.setProxy({ proxyRules: 'socks5://127.0.0.1:9' })
}
