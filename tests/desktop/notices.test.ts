import { expect, it, vi } from 'vitest'

vi.mock('electron', () => import('./electronRecorder.ts'))

it('a notice of the system is held until it is clicked or closed, and says so where there is none', async () => {
  const { showNotice } = await import('../../src/main/desktop/notices.ts')
  const { Notification } = await import('./electronRecorder.ts')
  const clicked = vi.fn()
  const notice = { title: 'Papan hari ini', body: '3 hantaran perlu diterbitkan hari ini' }
  expect(showNotice(notice, clicked)).toBe(true)
  const [one] = Notification.shown
  expect(one?.options).toEqual(notice)
  one?.emit('click')
  one?.emit('click')
  one?.emit('close')
  expect(clicked).toHaveBeenCalledOnce()
  Notification.supported = false
  expect(showNotice(notice, clicked)).toBe(false)
  expect(Notification.shown).toHaveLength(1)
})
