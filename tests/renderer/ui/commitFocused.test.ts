import { afterEach, expect, it, vi } from 'vitest'
import { commitFocused } from '../../../src/renderer/ui/commitFocused'

afterEach(() => {
  document.body.replaceChildren()
})

function fieldOf(type: string) {
  const form = document.createElement('form')
  const field = document.createElement('input')
  field.type = type
  form.append(field)
  document.body.append(form)
  const changed = vi.fn()
  field.addEventListener('change', changed)
  field.focus()
  return { form, field, changed }
}

it.each([
  ['text', 1],
  ['date', 1],
  ['checkbox', 0],
  ['radio', 0],
])('what stands in a field of the kind %s is handed over %i times', async (type, times) => {
  const { form, field, changed } = fieldOf(type)
  await commitFocused(form)
  expect(changed).toHaveBeenCalledTimes(times)
  expect(document.activeElement).toBe(field)
})

it('leaves a field elsewhere alone', async () => {
  const { changed } = fieldOf('text')
  await commitFocused(document.createElement('div'))
  expect(changed).not.toHaveBeenCalled()
})
