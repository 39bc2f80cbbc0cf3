import { EventEmitter } from 'node:events'

// Stands in for the `electron` module in plain Node: it does nothing and remembers everything, so
// that a test can ask what the application has set and call the handlers it has registered.

type Handler = (...args: never[]) => unknown

/** Handlers and values the application has given to Electron, by name. */
export const recorded = {
  windows: [] as FakeWindow[],
  handlers: new Map<string, Handler>(),
  values: new Map<string, unknown>(),
  exposed: new Map<string, unknown>(),
  children: [] as FakeChild[],
}

function record(name: string): (value: unknown) => void {
  return (value) => {
    if (typeof value === 'function') recorded.handlers.set(name, value as Handler)
    else recorded.values.set(name, value)
  }
}

class FakeContents extends EventEmitter {
  readonly id: number
  readonly mainFrame = { url: 'app://bkk/', parent: null }
  readonly sent: unknown[][] = []
  destroyed = false
  openHandler: (() => { action: string }) | null = null
  constructor(id: number) {
    super()
    this.id = id
  }
  isDestroyed() {
    return this.destroyed
  }
  send(...message: unknown[]) {
    this.sent.push(message)
  }
  postMessage(...message: unknown[]) {
    this.sent.push(message)
  }
  setWindowOpenHandler(handler: () => { action: string }) {
    this.openHandler = handler
  }
  setWebRTCIPHandlingPolicy(policy: string) {
    recorded.values.set('webrtc', policy)
  }
  reload() {
    this.emit('reloaded')
  }
}

interface WindowOptions {
  readonly webPreferences: Readonly<Record<string, unknown>>
}

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents(recorded.windows.length + 1)
  readonly options: WindowOptions
  address = ''
  constructor(options: WindowOptions) {
    super()
    this.options = options
    recorded.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(address: string) {
    this.address = address
    return Promise.resolve()
  }
  isDestroyed() {
    return false
  }
}

class FakeChild extends EventEmitter {
  readonly options: unknown
  readonly file: string
  constructor(file: string, _args: string[], options: unknown) {
    super()
    this.file = file
    this.options = options
    recorded.children.push(this)
  }
  postMessage() {
    return undefined
  }
}

class FakeApp extends EventEmitter {
  readonly isPackaged = true
  readonly commandLine = {
    hasSwitch: () => false,
    appendSwitch: (name: string, value = '') => record(`switch ${name}`)(value),
  }
  setPath(name: string, path: string) {
    record(`path ${name}`)(path)
  }
  setAppUserModelId = record('model id')
  enableSandbox() {
    record('sandbox')(true)
  }
  requestSingleInstanceLock() {
    record('single instance')(true)
    return true
  }
  whenReady() {
    return Promise.resolve()
  }
  getName() {
    return 'Ruang Kerja BKK'
  }
  getVersion() {
    return '0.0.0'
  }
  getAppPath() {
    return '/app'
  }
  getPath(name: string) {
    return `/system/${name}`
  }
  exit(code: number) {
    record('exit')(code)
  }
  quit() {
    record('quit')(true)
  }
}

export class Notification extends EventEmitter {
  static supported = true
  static readonly shown: Notification[] = []
  readonly options: { readonly title: string; readonly body: string }
  constructor(options: { readonly title: string; readonly body: string }) {
    super()
    this.options = options
  }
  static isSupported() {
    return Notification.supported
  }
  show() {
    Notification.shown.push(this)
  }
}

const schemes = (name: string) => ({
  handle: (scheme: string, handler: Handler) => recorded.handlers.set(`${name} ${scheme}`, handler),
})

const defaultSession = Object.assign(new EventEmitter(), {
  webRequest: {
    onBeforeRequest: record('before request'),
    onHeadersReceived: record('headers received'),
  },
  setProxy: (proxy: unknown) => {
    record('proxy')(proxy)
    return Promise.resolve()
  },
  setPermissionRequestHandler: record('permission request'),
  setPermissionCheckHandler: record('permission check'),
  setDevicePermissionHandler: record('device permission'),
  setDisplayMediaRequestHandler: record('display media'),
  setSpellCheckerEnabled: record('spell checker'),
  protocol: schemes('protocol'),
})

const display = { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } }

export const app = new FakeApp()
export const session = { defaultSession }
export const protocol = { registerSchemesAsPrivileged: record('schemes') }
export const ipcMain = {
  ...schemes('ipc'),
  on: (channel: string, hear: Handler) => recorded.handlers.set(`ipc ${channel}`, hear),
}
export const BrowserWindow = FakeWindow
export const Menu = { buildFromTemplate: record('menu'), setApplicationMenu: record('shown menu') }
export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' }
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
export const shell = { openPath: record('opened path'), openExternal: record('opened outside') }
export const dialog = { showErrorBox: (title: string) => record('error box')(title) }
export const safeStorage = { isEncryptionAvailable: () => false }
export const utilityProcess = {
  fork: (file: string, args: string[], options: unknown) => new FakeChild(file, args, options),
}
export class MessageChannelMain {
  readonly port1 = new EventEmitter()
  readonly port2 = new EventEmitter()
}
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => recorded.exposed.set(name, value),
}
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: (channel: string, ...args: unknown[]) => Promise.resolve([channel, ...args]),
})
export const webUtils = { getPathForFile: () => '' }
