import { Notification } from 'electron'
import type { SystemNotice } from '../../preload/desktop.ts'

/** A notice that nothing holds is collected, and its click is not heard. */
const shown = new Set<Notification>()

/** Shows a notice of the system; false where the system has none. */
export function showNotice(
  notice: Pick<SystemNotice, 'title' | 'body'>,
  onClick: () => void,
): boolean {
  if (!Notification.isSupported()) return false
  const one = new Notification({ title: notice.title, body: notice.body })
  const forget = () => void shown.delete(one)
  shown.add(one)
  one.once('click', () => {
    forget()
    onClick()
  })
  one.once('close', forget)
  one.once('failed', forget)
  one.show()
  return true
}
