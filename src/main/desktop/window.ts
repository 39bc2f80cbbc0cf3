import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import { versionArgument } from '../../preload/channels.ts'
import type { SettingsFile } from './settings.ts'
import { leastSize, windowBounds } from './windowBounds.ts'

/** SECURITY: items 2 to 12 of Electron's checklist, said in full even where they are the default. */
export const pageRules = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences

export interface WindowOptions {
  readonly preload: string
  readonly address: string
  readonly settings: SettingsFile
}

/** The page's own background, so that the window does not flash before it is drawn. */
const backgrounds = { light: '#f6f7f9', dark: '#15181d' } as const

/** Makes the application's window, as it was left; windows are made in this file only. */
export function openWindow({ preload, address, settings }: WindowOptions): BrowserWindow {
  const remembered = settings.current.window
  const window = new BrowserWindow({
    ...windowBounds(remembered?.bounds ?? null, workAreas()),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    title: app.getName(),
    icon: join(app.getAppPath(), 'resources', 'icons', 'icon-256.png'),
    webPreferences: {
      ...pageRules,
      preload,
      // SECURITY: no developer tools where people work.
      devTools: !app.isPackaged,
      additionalArguments: [versionArgument + app.getVersion()],
    },
  })
  if (remembered?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () =>
    settings.change({
      window: { bounds: window.getNormalBounds(), maximized: window.isMaximized() },
    }),
  )
  void window.loadURL(address)
  return window
}

/**
 * Makes a page that nobody sees, to draw a document in: under the same rules as the window, and as
 * wide as A4 (CSS pixels), so that it is laid out once.
 */
export function openHiddenPage({ preload, address }: Omit<WindowOptions, 'settings'>) {
  const hidden = new BrowserWindow({
    ...{ width: 794, height: 1123, show: false, skipTaskbar: true, focusable: false },
    webPreferences: {
      ...pageRules,
      preload,
      devTools: !app.isPackaged,
      // What is not shown would otherwise be slowed down.
      backgroundThrottling: false,
      additionalArguments: [versionArgument + app.getVersion()],
    },
  })
  void hidden.loadURL(address).catch(() => undefined)
  return hidden
}

/** Brings the window to the front, wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function workAreas() {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}
