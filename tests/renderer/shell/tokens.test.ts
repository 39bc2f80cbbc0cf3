import { describe, expect, it } from 'vitest'
import { dark, light, styleSheetOf, type Tokens } from '../../../src/renderer/shell/tokens'

/** Relative luminance and contrast by WCAG 2.2, written from its text. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

const grounds = ['ground', 'surface', 'raised', 'hover', 'chosen'] as const
const readable: readonly (readonly [keyof Tokens, keyof Tokens])[] = [
  ...grounds.map((ground) => ['text', ground] as const),
  ...grounds.map((ground) => ['textSoft', ground] as const),
  ...grounds.map((ground) => ['accent', ground] as const),
  ...(['success', 'warning', 'danger', 'neutral', 'info'] as const).flatMap(
    (state) =>
      [
        [state, `${state}Soft`],
        [state, 'surface'],
        ['text', `${state}Soft`],
      ] as const,
  ),
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['onAccent', 'accentPressed'],
  ['surface', 'danger'],
]

const phases = ['Blue', 'Green', 'Orange', 'Vermilion', 'Purple'] as const

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, tokens) => {
  it('writes every text at 4.5:1 or more', () => {
    const weak = readable
      .map(([text, ground]) => [text, ground, contrast(tokens[text], tokens[ground])] as const)
      .filter(([, , ratio]) => ratio < 4.5)
    expect(weak).toEqual([])
  })

  it('draws edges of controls and the focus at 3:1 or more', () => {
    const weak = (['edge', 'focus'] as const).filter(
      (line) => contrast(tokens[line], tokens.surface) < 3,
    )
    expect(weak).toEqual([])
  })

  it.each(phases)('marks the phase %s at 3:1 on every ground, with words at 4.5:1', (phase) => {
    for (const ground of [...grounds.map((name) => tokens[name]), tokens[`phase${phase}Soft`]]) {
      expect(contrast(tokens[`phase${phase}`], ground)).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(tokens[`onPhase${phase}`], tokens[`phase${phase}`])).toBeGreaterThanOrEqual(4.5)
    for (const text of [tokens.text, tokens.textSoft, tokens.accent]) {
      expect(contrast(text, tokens[`phase${phase}Soft`])).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('the style sheet of the tokens', () => {
  it('keeps the dark theme off paper', () => {
    const [day, night] = styleSheetOf(light, dark).split('\n')
    expect(day).toContain(`--text-soft: ${light.textSoft};`)
    expect(night).toMatch(/^@media screen \{ :root\[data-theme='dark'\]/)
    expect(night).toContain(`--text-soft: ${dark.textSoft};`)
  })
})
