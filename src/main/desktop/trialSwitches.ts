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
