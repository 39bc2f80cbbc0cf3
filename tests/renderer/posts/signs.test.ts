import { Ban, Eye } from '@lucide/vue'
import { describe, expect, it } from 'vitest'
import { signsClass, signsIn } from '../../../src/renderer/posts/grid/signs'
import { widthsOfSigns } from './signRules'

describe('signs before a text', () => {
  it('are one class for the same icons in the same colour', () => {
    const one = signsClass(signsIn([Ban], 'danger'))
    expect(signsClass(signsIn([Ban], 'danger'))).toBe(one)
    const others = [
      signsClass(signsIn([Ban], 'warning')),
      signsClass(signsIn([Eye], 'danger')),
      signsClass(signsIn([Ban, Eye], 'danger')),
      signsClass(signsIn([Eye, Ban], 'danger')),
    ]
    const inked = signsClass([...signsIn([Ban], 'danger'), ...signsIn([Eye], 'info')])
    const after = signsClass(signsIn([Ban], 'danger'), 'after')
    expect(new Set([one, ...others, inked, after]).size).toBe(7)
    expect(signsClass(signsIn([], 'danger'))).toBe('')
  })

  it('take 12 pixels each and 3 between them', () => {
    const element = document.createElement('span')
    element.className = signsClass(signsIn([Eye], 'info'))
    expect(widthsOfSigns(element)).toEqual(['12px'])
    element.className = signsClass(signsIn([Eye, Ban, Eye], 'info'))
    expect(widthsOfSigns(element)).toEqual(['42px'])
  })
})
