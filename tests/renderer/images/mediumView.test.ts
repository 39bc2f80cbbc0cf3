import { describe, expect, it } from 'vitest'
import { standInText } from '../../../src/renderer/images/mediumView'
import { formatsFor } from '../../../src/renderer/words/formats'
import type { Say } from '../../../src/renderer/words/useWords'

/** The key, and what it is told. */
const t: Say = (key, ...values) => {
  const given: readonly object[] = values
  return [key, ...given.flatMap((one) => Object.values<unknown>({ ...one }))].join(' ')
}

describe('what stands where nothing can be seen', () => {
  it.each([
    ['document', 'not-yet', 50_000_000, 'images.pane.noFrameYet.document'],
    ['document', 'not-yet', 50_100_000, 'images.pane.noFrame.largeDocument 51 MB 50 MB'],
    ['document', 'none', 73_400_000, 'images.pane.noFrame.largeDocument 74 MB 50 MB'],
    ['document', 'none', 1_000, 'images.pane.noFrame.document'],
    ['video', 'none', 900_000_000, 'images.pane.noFrame.video'],
    ['video', 'not-yet', null, 'images.pane.noFrameYet.video'],
  ] as const)('of a %s (%s, %s bytes)', (medium, frame, byteSize, expected) => {
    expect(standInText(t, formatsFor('ms'), { medium, frame, byteSize })).toBe(expected)
  })
})
