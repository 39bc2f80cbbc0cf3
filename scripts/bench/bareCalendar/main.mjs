// One window with FullCalendar and nothing else, guarded like ours; the page was built beforehand.
import { app, BrowserWindow } from 'electron'

const page = process.env['BARE_CALENDAR_PAGE'] ?? ''

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    ...{ width: 1366, height: 768, useContentSize: true },
    webPreferences: { sandbox: true },
  })
  return window.loadFile(page)
})
