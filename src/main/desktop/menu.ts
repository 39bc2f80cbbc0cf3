import type { MenuItemConstructorOptions } from 'electron'
import type { DesktopRequest } from '../../preload/desktop.ts'
import { menuWords, type Language } from './menuWords.ts'

export interface MenuOptions {
  readonly language: Language
  readonly platform: NodeJS.Platform
  /** Adds reloading and the developer tools. */
  readonly developer: boolean
  readonly send: (request: DesktopRequest) => void
}

/** The application menu, as plain data. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { language, platform, developer, send } = options
  const words = menuWords[language]
  const ask = (
    label: string,
    request: DesktopRequest,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => send(request),
  })
  const inLanguage = (of: Language): MenuItemConstructorOptions => ({
    ...ask(menuWords[of].ownName, `language-${of}`),
    type: 'radio',
    checked: of === language,
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        ask(words.addImages, 'add-images', 'CmdOrCtrl+O'),
        separator,
        ask(words.switchPerson, 'switch-person', 'CmdOrCtrl+U'),
        ask(words.lockScreen, 'lock-screen', 'CmdOrCtrl+L'),
        ask(words.lock, 'lock'),
        ask(words.settings, 'settings', 'CmdOrCtrl+,'),
        separator,
        { label: words.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { label: words.undo, role: 'undo' },
        { label: words.redo, role: 'redo' },
        separator,
        { label: words.cut, role: 'cut' },
        { label: words.copy, role: 'copy' },
        { label: words.paste, role: 'paste' },
        { label: words.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [
        ask(words.commandPalette, 'command-palette', 'CmdOrCtrl+K'),
        separator,
        { label: words.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
        { label: words.zoomOut, role: 'zoomOut' },
        { label: words.actualSize, role: 'resetZoom' },
        { label: words.fullScreen, role: 'togglefullscreen' },
        separator,
        { label: words.language, submenu: [inLanguage('ms'), inLanguage('en')] },
        ...(developer
          ? [separator, { role: 'forceReload' } as const, { role: 'toggleDevTools' } as const]
          : []),
      ],
    },
    {
      label: words.help,
      role: 'help',
      submenu: [
        ask(words.shortcuts, 'shortcuts', 'CmdOrCtrl+/'),
        separator,
        ask(words.about, 'about'),
      ],
    },
  ]
}
