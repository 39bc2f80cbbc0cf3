import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import { toShell } from '../../preload/channels.ts'
import type { Desktop } from '../../preload/desktop.ts'
import { isOwnPage } from './addresses.ts'

/** What the shell does for the page; the rest of `Desktop` preload does by itself. */
export type DesktopAnswers = Pick<Desktop, keyof typeof toShell>

const Nothing = z.tuple([])
const inputs = {
  pickImages: Nothing,
  pickFolder: Nothing,
  savePagePdf: z.tuple([z.string().max(200)]),
  printPage: Nothing,
  revealDataFolder: Nothing,
  setTheme: z.tuple([z.enum(['system', 'light', 'dark'])]),
  setLanguage: z.tuple([z.enum(['ms', 'en'])]),
  quit: Nothing,
} as const satisfies Record<keyof DesktopAnswers, z.ZodType>

export interface Asking {
  /** The only page that is answered. */
  readonly page: () => WebContents | null
  readonly developmentPage?: string
  readonly failed: (where: string, error: unknown) => string
}

/** Refused: the sender is not the application's page, or what it sent is not what was agreed. */
class RefusedRequest extends Error {}

/**
 * Answers the page's questions; the only file that touches ipcMain.
 * SECURITY: each channel checks who asks (the main frame of our own window, showing our own page,
 * still alive) and what (nothing but the agreed values) before anything runs.
 */
export function answerPage(answers: DesktopAnswers, asking: Asking): void {
  const on = <I>(name: keyof DesktopAnswers, input: z.ZodType<I>, run: (input: I) => unknown) =>
    ipcMain.handle(toShell[name], async (event, ...sent: unknown[]) => {
      if (!isFromPage(event, asking)) throw new RefusedRequest('sender')
      const parsed = input.safeParse(sent)
      if (!parsed.success) throw new RefusedRequest('input')
      try {
        return await run(parsed.data)
      } catch (error) {
        throw new Error(asking.failed(toShell[name], error))
      }
    })

  on('pickImages', inputs.pickImages, () => answers.pickImages())
  on('pickFolder', inputs.pickFolder, () => answers.pickFolder())
  on('savePagePdf', inputs.savePagePdf, ([name]) => answers.savePagePdf(name))
  on('printPage', inputs.printPage, () => answers.printPage())
  on('revealDataFolder', inputs.revealDataFolder, () => answers.revealDataFolder())
  on('setTheme', inputs.setTheme, ([choice]) => answers.setTheme(choice))
  on('setLanguage', inputs.setLanguage, ([language]) => answers.setLanguage(language))
  on('quit', inputs.quit, () => answers.quit())
}

function isFromPage(event: IpcMainInvokeEvent, { page, developmentPage }: Asking): boolean {
  const frame = event.senderFrame
  const own = page()
  if (frame === null || own === null || own.isDestroyed()) return false
  return (
    event.sender.id === own.id &&
    frame === own.mainFrame &&
    frame.parent === null &&
    isOwnPage(frame.url, developmentPage)
  )
}
