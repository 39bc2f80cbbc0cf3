import type { Backdrop, FixPreset, FixWay } from '#contract/imageFix'
import { backdropNamed, nameOfBackdrop, type BackdropName } from './backdrops'
import { isLimit, isSide } from './fixView'

/** A way together with what stands in its edges, as one choice. */
export type Manner = Exclude<FixWay, 'pad'> | `pad-${BackdropName}`
/** Those that can be chosen for any preset. */
export const manners = [
  'pad-blur',
  'pad-edge',
  'pad-white',
  'pad-black',
  'pad-own',
  'fill',
  'fit',
] as const satisfies readonly Manner[]

const edges = {
  'pad-blur': 'blur',
  'pad-edge': 'edge',
  'pad-white': 'white',
  'pad-black': 'black',
  'pad-own': 'own',
} as const satisfies Record<`pad-${BackdropName}`, BackdropName>

export function mannerOf({ way, backdrop }: Pick<FixPreset, 'way' | 'backdrop'>): Manner {
  return way === 'pad' ? `pad-${nameOfBackdrop(backdrop)}` : way
}

/** What stands in its edges; null where it has none. */
export function edgesOf(manner: Manner): BackdropName | null {
  return manner === 'fill' || manner === 'fit' ? null : edges[manner]
}

/** A colour of one's own begins with this one, until another is chosen. */
const firstColour = '#0b3d91'

/** What the choice changes; the edges are left alone where it has none. */
export function partsOf(manner: Manner, before: Backdrop): { way: FixWay; backdrop?: Backdrop } {
  if (manner === 'fill' || manner === 'fit') return { way: manner }
  const name = edges[manner]
  if (name !== 'own') return { way: 'pad', backdrop: backdropNamed(name) }
  // A colour that is there already stays.
  return nameOfBackdrop(before) === 'own'
    ? { way: 'pad' }
    : { way: 'pad', backdrop: { kind: 'colour', colour: firstColour } }
}

export function samePresets(one: readonly FixPreset[], other: readonly FixPreset[]): boolean {
  return JSON.stringify(one.map(inOrder)) === JSON.stringify(other.map(inOrder))
}

function inOrder(preset: FixPreset) {
  const { id, name, kind, width, height, way, backdrop, maxBytes, channel } = preset
  const colour = backdrop.kind === 'colour' ? backdrop.colour : null
  return [id, name, kind, width, height, way, backdrop.kind, colour, maxBytes, channel]
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
