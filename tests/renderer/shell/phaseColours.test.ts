import { describe, expect, it } from 'vitest'
import { dark, light } from '../../../src/renderer/shell/tokens'

type Three = readonly [number, number, number]

/** How the three kinds of colour blindness see linear RGB, each wholly (Machado 2009, table 1). */
const sights: readonly (readonly [string, readonly [Three, Three, Three]])[] = [
  [
    'protanopia',
    [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  ],
  [
    'deuteranopia',
    [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  ],
  [
    'tritanopia',
    [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  ],
]

/** Told apart at a glance, also where the two do not touch: four times the least difference seen. */
const atAGlance = 10

function linear(hex: string): Three {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function seen([red, green, blue]: Three, sight: readonly [Three, Three, Three]): Three {
  const row = ([r, g, b]: Three) => Math.min(1, Math.max(0, r * red + g * green + b * blue))
  return [row(sight[0]), row(sight[1]), row(sight[2])]
}

/** CIE 1976 L*a*b* under D65. */
function lab([r, g, b]: Three): Three {
  const bent = (t: number) => (t > 216 / 24_389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29)
  const x = bent((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = bent(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = bent((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the phases’ colours in the %s theme', (_, tokens) => {
  const colours = {
    blue: tokens.phaseBlue,
    green: tokens.phaseGreen,
    orange: tokens.phaseOrange,
    vermilion: tokens.phaseVermilion,
    purple: tokens.phasePurple,
  }

  it.each(sights)('are told apart with %s', (_name, sight) => {
    const alike = Object.entries(colours).flatMap(([name, hex], place, all) =>
      all
        .slice(place + 1)
        .map(([other, otherHex]) => {
          const [one, two] = [lab(seen(linear(hex), sight)), lab(seen(linear(otherHex), sight))]
          return {
            pair: `${name} ${other}`,
            apart: Math.hypot(...one.map((v, i) => v - (two[i] ?? 0))),
          }
        })
        .filter(({ apart }) => apart < atAGlance),
    )
    expect(alike).toEqual([])
  })
})
