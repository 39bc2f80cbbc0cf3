import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useToday } from '../../../src/renderer/accounts/useToday'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('passes midnight in Malaysia, sixteen hours into the day of UTC', () => {
  vi.setSystemTime(new Date('2026-11-22T15:59:00Z'))
  const scope = effectScope()
  const today = scope.run(() => useToday())
  expect(today?.value).toBe('2026-11-22')
  vi.advanceTimersByTime(62_000)
  expect(today?.value).toBe('2026-11-23')
  vi.advanceTimersByTime(86_400_000)
  expect(today?.value).toBe('2026-11-24')
  scope.stop()
  expect(vi.getTimerCount()).toBe(0)
})

it('looks again when somebody comes back to a computer that was asleep', () => {
  vi.setSystemTime(new Date('2026-11-22T01:00:00Z'))
  const scope = effectScope()
  const today = scope.run(() => useToday())
  vi.setSystemTime(new Date('2026-11-25T01:00:00Z'))
  window.dispatchEvent(new Event('focus'))
  expect(today?.value).toBe('2026-11-25')
  scope.stop()
})
