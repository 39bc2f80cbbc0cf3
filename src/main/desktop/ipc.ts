import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import { documentDrawn, toShell } from '../../preload/channels.ts'
import { SavedFormat } from '../../preload/contract/saving.ts'
import { noticePlaces, type Desktop } from '../../preload/desktop.ts'
import { isOwnPage } from './addresses.ts'
import { DocumentRequest, DrawnDocument, FileToSave } from './documentMessages.ts'

/** What the shell does for the page; the rest of `Desktop` preload does by itself. */
export type DesktopAnswers = Pick<Desktop, keyof typeof toShell>

const Nothing = z.tuple([])
const inputs = {
  pickImages: Nothing,
  pickAttachments: Nothing,
  pickFolder: Nothing,
  pickTargetFolder: Nothing,
  pickFilePath: z.tuple([z.object({ name: z.string().max(200), format: SavedFormat })]),
  savePagePdf: z.tuple([z.string().max(200)]),
  printPage: Nothing,
  makeDocument: z.tuple([DocumentRequest]),
  cancelDocument: Nothing,
  saveFile: z.tuple([FileToSave]),
  revealDataFolder: Nothing,
  setTheme: z.tuple([z.enum(['system', 'light', 'dark'])]),
  setLanguage: z.tuple([z.enum(['ms', 'en'])]),
  notify: z.tuple([
    z.object({
      title: z.string().min(1).max(100),
      body: z.string().max(500),
      leadsTo: z.enum(noticePlaces),
    }),
  ]),
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
      const agreed = parsed(input, sent)
      try {
        return await run(agreed)
      } catch (error) {
        throw new Error(asking.failed(toShell[name], error))
      }
    })

  on('pickImages', inputs.pickImages, () => answers.pickImages())
  on('pickAttachments', inputs.pickAttachments, () => answers.pickAttachments())
  on('pickFolder', inputs.pickFolder, () => answers.pickFolder())
  on('pickTargetFolder', inputs.pickTargetFolder, () => answers.pickTargetFolder())
  on('pickFilePath', inputs.pickFilePath, ([file]) => answers.pickFilePath(file))
  on('savePagePdf', inputs.savePagePdf, ([name]) => answers.savePagePdf(name))
  on('printPage', inputs.printPage, () => answers.printPage())
  on('makeDocument', inputs.makeDocument, ([request]) => answers.makeDocument(request))
  on('cancelDocument', inputs.cancelDocument, () => answers.cancelDocument())
  on('saveFile', inputs.saveFile, ([file]) => answers.saveFile(file))
  on('revealDataFolder', inputs.revealDataFolder, () => answers.revealDataFolder())
  on('setTheme', inputs.setTheme, ([choice]) => answers.setTheme(choice))
  on('setLanguage', inputs.setLanguage, ([language]) => answers.setLanguage(language))
  on('notify', inputs.notify, ([notice]) => answers.notify(notice))
  on('quit', inputs.quit, () => answers.quit())
}

/** @throws RefusedRequest also where reading what was sent throws: zod looks at its `length`. */
function parsed<I>(input: z.ZodType<I>, sent: unknown): I {
  let outcome
  try {
    outcome = input.safeParse(sent)
  } catch {
    throw new RefusedRequest('input')
  }
  if (!outcome.success) throw new RefusedRequest('input')
  return outcome.data
}

/**
 * Hears what the hidden page of a document says of it. `hidden` is that page, if there is one now.
 * SECURITY: the same checks as for the application's page, and nothing is answered; the hidden page
 * may ask for nothing itself.
 */
export function hearHiddenPage(
  hear: (drawn: DrawnDocument) => void,
  hidden: () => WebContents | null,
  developmentPage?: string,
): void {
  const asking = { page: hidden, ...(developmentPage !== undefined && { developmentPage }) }
  ipcMain.on(documentDrawn, (event, ...sent: unknown[]) => {
    if (!isFromPage(event, asking)) return
    try {
      hear(parsed(z.tuple([DrawnDocument]), sent)[0])
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error
    }
  })
}

function isFromPage(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  { page, developmentPage }: Pick<Asking, 'page' | 'developmentPage'>,
): boolean {
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
