/** Switches for trying and testing. A packaged application has none of them. */
export interface TrialSwitches {
  /** SQLite's binary for the runtime of closed networks, whose Node-API is too old for the stock one. */
  readonly sqliteBinary?: string
  /** Where the development server serves the page (set by electron-vite). */
  readonly pageUrl?: string
}

/**
 * The only place that reads test-only switches.
 * SECURITY: nothing a packaged application is started with can put another page or another native
 * binary into it.
 */
export function trialSwitches(
  isPackaged: boolean,
  env: Readonly<Record<string, string | undefined>>,
): TrialSwitches {
  if (isPackaged) return {}
  const sqliteBinary = env['BKK_SQLITE_BINARY']
  const pageUrl = env['ELECTRON_RENDERER_URL']
  return {
    ...(sqliteBinary !== undefined && sqliteBinary !== '' && { sqliteBinary }),
    ...(pageUrl !== undefined && pageUrl !== '' && { pageUrl }),
  }
}

/** Chromium's own switches that open the page to other programs or lift its walls. */
const wallBreakers = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'disable-web-security',
  'host-resolver-rules',
  'host-rules',
  'load-extension',
  'js-flags',
]

/**
 * The switch for which a packaged application refuses to start, or null. No fuse covers them.
 * SECURITY: who can start the application with switches could otherwise read the open workspace
 * through Chromium's debugging port.
 */
export function refusedSwitch(
  isPackaged: boolean,
  hasSwitch: (name: string) => boolean,
): string | null {
  return isPackaged ? (wallBreakers.find((name) => hasSwitch(name)) ?? null) : null
}
