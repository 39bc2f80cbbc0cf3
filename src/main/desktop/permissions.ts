import type { Session } from 'electron'

/**
 * SECURITY: Electron grants what nobody refuses. Camera, microphone, location, notifications,
 * clipboard reading, devices, screen capture, downloads: all refused, whoever asks.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.on('select-hid-device', (event) => event.preventDefault())
  session.on('select-serial-port', (event) => event.preventDefault())
  session.on('select-usb-device', (event) => event.preventDefault())
  session.on('will-download', (event) => event.preventDefault())
}
