import type { Backdrop, FixPreset, FixWay } from '#contract/imageFix'
import { isLimit, isSide } from './fixView'

/** A way together with what stands in its edges, as one choice. */
export const manners = ['pad-blur', 'pad-edge', 'pad-white', 'pad-black', 'fill', 'fit'] as const
export type Manner = (typeof manners)[number] | 'pad-own'

export function mannerOf({ way, backdrop }: Pick<FixPreset, 'way' | 'backdrop'>): Manner {
  if (way !== 'pad') return way
  if (backdrop.kind !== 'colour') return `pad-${backdrop.kind}`
  if (backdrop.colour === '#ffffff') return 'pad-white'
  return backdrop.colour === '#000000' ? 'pad-black' : 'pad-own'
}

/** What the choice changes; the edges are left alone where it has none. */
export function partsOf(manner: Manner): { way: FixWay; backdrop?: Backdrop } {
  switch (manner) {
    case 'fill':
    case 'fit':
      return { way: manner }
    case 'pad-blur':
      return { way: 'pad', backdrop: { kind: 'blur' } }
    case 'pad-edge':
      return { way: 'pad', backdrop: { kind: 'edge' } }
    case 'pad-white':
      return { way: 'pad', backdrop: { kind: 'colour', colour: '#ffffff' } }
    case 'pad-black':
      return { way: 'pad', backdrop: { kind: 'colour', colour: '#000000' } }
    case 'pad-own':
      return { way: 'pad' }
  }
}

/** A copy whose every part may be edited. */
export function copyOfPresets(presets: readonly FixPreset[]): FixPreset[] {
  return presets.map((preset) => ({ ...preset, backdrop: { ...preset.backdrop } }))
}

export function samePresets(one: readonly FixPreset[], other: readonly FixPreset[]): boolean {
  return JSON.stringify(one.map(inOrder)) === JSON.stringify(other.map(inOrder))
}

function inOrder({ id, name, kind, width, height, way, backdrop, maxBytes }: FixPreset) {
  const colour = backdrop.kind === 'colour' ? backdrop.colour : null
  return [id, name, kind, width, height, way, backdrop.kind, colour, maxBytes]
}

/** Whether the workspace would take it. */
export function isSoundPreset({ name, width, height, maxBytes }: FixPreset): boolean {
  const isNamed = name === null || (name.trim() !== '' && name.trim().length <= 60)
  return isNamed && isSide(width) && isSide(height) && isLimit(maxBytes)
}

/** Melaka 13.5 recommends 1200 × 630 px for posters; no other size has a source. */
export function isFromSource({ kind, width, height }: FixPreset): boolean {
  return kind === 'poster' && width === 1200 && height === 630
}

/** The most sizes there may be; the bound of the contract. */
export const presetsAtMost = 30
