// The least that Electron can do: one window with one sentence, guarded like ours.
import { app, BrowserWindow } from 'electron'
import { fileURLToPath } from 'node:url'

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true },
  })
  window.once('ready-to-show', () => window.show())
  return window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)))
})
