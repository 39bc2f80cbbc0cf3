import type { FixPreset } from './imageFix.ts'

const blur = { kind: 'blur' } as const
const edge = { kind: 'edge' } as const

/**
 * The sizes a new workspace starts with. The poster's is the source's (Melaka 13.5: 1200 × 630 px);
 * it has none for anything else. All other sizes, and every byte limit, are ours, from what the
 * networks display. A poster keeps its whole text, so it is not cut.
 */
export const defaultFixPresets: FixPreset[] = [
  preset('poster', 'poster', 1200, 630, 'pad', 1_000_000),
  preset('photo', 'photo', 1200, 800, 'fill', 1_000_000),
  preset('square', 'photo', 1080, 1080, 'fill', 1_000_000),
  { ...preset('story', 'photo', 1080, 1920, 'pad', 1_500_000), channel: 'instagram' },
  preset('avatar', 'avatar', 400, 400, 'fill', 300_000),
  { ...preset('header-facebook', 'header', 1640, 624, 'fill', 1_000_000), channel: 'facebook' },
  { ...preset('header-x', 'header', 1500, 500, 'fill', 1_000_000), channel: 'x' },
  { ...preset('video-cover', 'photo', 1280, 720, 'fill', 2_000_000), channel: 'youtube' },
]

/** Presets that the words of both languages name. */
export const namedPresets = [
  'poster',
  'photo',
  'square',
  'story',
  'avatar',
  'header-facebook',
  'header-x',
  'video-cover',
] as const

function preset(
  id: (typeof namedPresets)[number],
  kind: FixPreset['kind'],
  width: number,
  height: number,
  way: FixPreset['way'],
  maxBytes: number,
): FixPreset {
  const backdrop = kind === 'avatar' ? edge : blur
  return { id, name: null, kind, width, height, way, backdrop, maxBytes, channel: null }
}
