import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { documentDrawn, toPage, toShell, versionArgument } from './channels.ts'
import {
  portAnnouncement,
  type Desktop,
  type DesktopRequest,
  type ProcessState,
} from './desktop.ts'

// SECURITY: the page gets named functions and plain values; never ipcRenderer, a channel name or
// an event object (Electron security checklist, item 20).

const requestListeners = new Set<(request: DesktopRequest) => void>()
const stateListeners = new Set<(state: ProcessState) => void>()
let state: ProcessState = 'starting'

ipcRenderer.on(toPage.request, (_event, request: DesktopRequest) => {
  for (const listener of requestListeners) listener(request)
})

ipcRenderer.on(toPage.processState, (_event, next: ProcessState) => {
  state = next
  for (const listener of stateListeners) listener(state)
})

// A port cannot cross the context bridge; posted on the window it reaches the page's own world.
ipcRenderer.on(toPage.port, ({ ports }) => {
  window.postMessage({ kind: portAnnouncement }, window.location.origin, [...ports])
})

const desktop: Desktop = {
  platform: process.platform,
  versions: {
    app: argument(versionArgument),
    electron: process.versions.electron,
    chrome: process.versions.chrome,
  },
  pickImages: () => ipcRenderer.invoke(toShell.pickImages),
  pickAttachments: () => ipcRenderer.invoke(toShell.pickAttachments),
  pickFolder: () => ipcRenderer.invoke(toShell.pickFolder),
  pickTargetFolder: () => ipcRenderer.invoke(toShell.pickTargetFolder),
  pickFilePath: (file) => ipcRenderer.invoke(toShell.pickFilePath, file),
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file)),
  savePagePdf: (suggestedName) => ipcRenderer.invoke(toShell.savePagePdf, suggestedName),
  printPage: () => ipcRenderer.invoke(toShell.printPage),
  makeDocument: (request) => ipcRenderer.invoke(toShell.makeDocument, request),
  cancelDocument: () => ipcRenderer.invoke(toShell.cancelDocument),
  documentDrawn: (drawn) => ipcRenderer.send(documentDrawn, drawn),
  saveFile: (file) => ipcRenderer.invoke(toShell.saveFile, file),
  revealDataFolder: () => ipcRenderer.invoke(toShell.revealDataFolder),
  setTheme: (choice) => ipcRenderer.invoke(toShell.setTheme, choice),
  setLanguage: (language) => ipcRenderer.invoke(toShell.setLanguage, language),
  notify: (notice) => ipcRenderer.invoke(toShell.notify, notice),
  quit: () => ipcRenderer.invoke(toShell.quit),
  onRequest(listener) {
    requestListeners.add(listener)
    return () => requestListeners.delete(listener)
  },
  onProcessState(listener) {
    stateListeners.add(listener)
    listener(state)
    return () => stateListeners.delete(listener)
  },
}

contextBridge.exposeInMainWorld('desktop', desktop)

function argument(name: string): string {
  return process.argv.find((each) => each.startsWith(name))?.slice(name.length) ?? ''
}
