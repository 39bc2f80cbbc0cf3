import { Ban, Eye } from '@lucide/vue'
import { describe, expect, it } from 'vitest'
import { signsClass } from '../../../src/renderer/posts/grid/signs'
import { widthsOfSigns } from './signRules'

describe('signs before a text', () => {
  it('are one class for the same icons in the same colour', () => {
    const one = signsClass([Ban], 'danger')
    expect(signsClass([Ban], 'danger')).toBe(one)
    const others = [
      signsClass([Ban], 'warning'),
      signsClass([Eye], 'danger'),
      signsClass([Ban, Eye], 'danger'),
      signsClass([Eye, Ban], 'danger'),
    ]
    expect(new Set([one, ...others]).size).toBe(5)
    expect(signsClass([], 'danger')).toBe('')
  })

  it('take 12 pixels each and 3 between them', () => {
    const element = document.createElement('span')
    element.className = signsClass([Eye], 'info')
    expect(widthsOfSigns(element)).toEqual(['12px'])
    element.className = signsClass([Eye, Ban, Eye], 'info')
    expect(widthsOfSigns(element)).toEqual(['42px'])
  })
})
