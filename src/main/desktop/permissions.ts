import type { Session } from 'electron'

/** Putting words or a picture on the clipboard, to be posted by hand; what is there stays unread. */
const copying = 'clipboard-sanitized-write'

/**
 * SECURITY: Electron grants what nobody refuses. Camera, microphone, location, notifications,
 * clipboard reading, devices, screen capture, downloads: all refused, whoever asks. Only copying is
 * granted: Chromium writes text and redrawn pictures there and nothing else.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, permission, decide) => decide(permission === copying))
  session.setPermissionCheckHandler((_page, permission) => permission === copying)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.on('select-hid-device', (event) => event.preventDefault())
  session.on('select-serial-port', (event) => event.preventDefault())
  session.on('select-usb-device', (event) => event.preventDefault())
  session.on('will-download', (event) => event.preventDefault())
}
