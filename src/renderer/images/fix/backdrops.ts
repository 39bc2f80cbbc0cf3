import type { Backdrop } from '#contract/imageFix'

/** What a person may put into added edges; any colour but white and black is one's own. */
export const backdropNames = ['blur', 'edge', 'white', 'black', 'own'] as const
export type BackdropName = (typeof backdropNames)[number]

const colours = { white: '#ffffff', black: '#000000' } as const

export function nameOfBackdrop(backdrop: Backdrop): BackdropName {
  if (backdrop.kind !== 'colour') return backdrop.kind
  if (backdrop.colour === colours.white) return 'white'
  return backdrop.colour === colours.black ? 'black' : 'own'
}

export function backdropNamed(name: Exclude<BackdropName, 'own'>): Backdrop {
  return name === 'blur' || name === 'edge'
    ? { kind: name }
    : { kind: 'colour', colour: colours[name] }
}
