import type { Application } from './launch.ts'

/** What the computer would show, instead of showing it. */
export async function noticesOf({ electron }: Application) {
  await electron.evaluate(({ Notification }) => {
    const shown: unknown[] = []
    Object.assign(globalThis, { shownNotices: shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      shown.push(this)
    }
  })
  const shown = () =>
    electron.evaluate(() => {
      const { shownNotices } = globalThis as unknown as { shownNotices: Electron.Notification[] }
      return shownNotices.map(({ title, body }) => ({ title, body }))
    })
  return { shown }
}
