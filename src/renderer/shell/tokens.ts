/** The one place of colour. Every text colour here reads at 4.5:1 on its ground; a test measures. */
export interface Tokens {
  readonly ground: string
  readonly surface: string
  readonly raised: string
  readonly hover: string
  readonly chosen: string
  readonly line: string
  /** Borders of controls: 3:1 on the surface. */
  readonly edge: string
  readonly text: string
  readonly textSoft: string
  readonly accent: string
  readonly accentHover: string
  readonly accentPressed: string
  readonly onAccent: string
  readonly focus: string
  readonly success: string
  readonly successSoft: string
  readonly warning: string
  readonly warningSoft: string
  readonly danger: string
  readonly dangerSoft: string
  readonly neutral: string
  readonly neutralSoft: string
  readonly info: string
  readonly infoSoft: string
  /** The five phases by the Okabe–Ito names: the mark, what is written on it, a ground for words. */
  readonly phaseBlue: string
  readonly onPhaseBlue: string
  readonly phaseBlueSoft: string
  readonly phaseGreen: string
  readonly onPhaseGreen: string
  readonly phaseGreenSoft: string
  readonly phaseOrange: string
  readonly onPhaseOrange: string
  readonly phaseOrangeSoft: string
  readonly phaseVermilion: string
  readonly onPhaseVermilion: string
  readonly phaseVermilionSoft: string
  readonly phasePurple: string
  readonly onPhasePurple: string
  readonly phasePurpleSoft: string
  readonly veil: string
  readonly shadow: string
}

export const light: Tokens = {
  ground: '#f3f5f7',
  surface: '#ffffff',
  raised: '#ffffff',
  hover: '#f0f3f7',
  chosen: '#e6edf6',
  line: '#dce1e7',
  edge: '#8492a3',
  text: '#18212c',
  textSoft: '#4f5b69',
  accent: '#1c4a82',
  accentHover: '#245c9f',
  accentPressed: '#143863',
  onAccent: '#ffffff',
  focus: '#2f74c0',
  success: '#17643f',
  successSoft: '#e4f2ea',
  warning: '#7d4b00',
  warningSoft: '#fbf0dc',
  danger: '#9f261d',
  dangerSoft: '#fbe9e7',
  neutral: '#465261',
  neutralSoft: '#eaeef2',
  info: '#1c4a82',
  infoSoft: '#e6edf6',
  phaseBlue: '#0072b2',
  onPhaseBlue: '#ffffff',
  phaseBlueSoft: '#e2f0f8',
  phaseGreen: '#007f5f',
  onPhaseGreen: '#ffffff',
  phaseGreenSoft: '#e0f3ec',
  phaseOrange: '#b67b00',
  onPhaseOrange: '#10161d',
  phaseOrangeSoft: '#fbf0d9',
  phaseVermilion: '#bd4c00',
  onPhaseVermilion: '#ffffff',
  phaseVermilionSoft: '#fbe9df',
  phasePurple: '#ab5081',
  onPhasePurple: '#ffffff',
  phasePurpleSoft: '#f7e8f0',
  veil: 'rgba(16, 24, 34, 0.45)',
  shadow: '0 8px 24px rgba(16, 24, 34, 0.18)',
}

export const dark: Tokens = {
  ground: '#12161b',
  surface: '#191e24',
  raised: '#20262d',
  hover: '#222931',
  chosen: '#223249',
  line: '#2d353f',
  edge: '#6d7a89',
  text: '#e4e9ee',
  textSoft: '#a7b2be',
  accent: '#86b6ee',
  accentHover: '#a3c8f4',
  accentPressed: '#6fa3e0',
  onAccent: '#0e1a29',
  focus: '#86b6ee',
  success: '#7fcfa1',
  successSoft: '#16301f',
  warning: '#e6b565',
  warningSoft: '#332711',
  danger: '#f19a90',
  dangerSoft: '#3a1b18',
  neutral: '#b4bfca',
  neutralSoft: '#29313a',
  info: '#86b6ee',
  infoSoft: '#1b2a3e',
  phaseBlue: '#4aa3df',
  onPhaseBlue: '#10161d',
  phaseBlueSoft: '#16293a',
  phaseGreen: '#1fb48a',
  onPhaseGreen: '#10161d',
  phaseGreenSoft: '#122c25',
  phaseOrange: '#e6a11f',
  onPhaseOrange: '#10161d',
  phaseOrangeSoft: '#33280f',
  phaseVermilion: '#ec7a3c',
  onPhaseVermilion: '#10161d',
  phaseVermilionSoft: '#382114',
  phasePurple: '#d68bb3',
  onPhasePurple: '#10161d',
  phasePurpleSoft: '#33202c',
  veil: 'rgba(0, 0, 0, 0.6)',
  shadow: '0 8px 24px rgba(0, 0, 0, 0.5)',
}

/** CSS variables of both themes; paper is always light. */
export function styleSheetOf(day: Tokens, night: Tokens): string {
  const scheme = (name: string) => `color-scheme: ${name};`
  return [
    `:root { ${scheme('light')} ${variables(day)} }`,
    `@media screen { :root[data-theme='dark'] { ${scheme('dark')} ${variables(night)} } }`,
  ].join('\n')
}

function variables(tokens: Tokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `${variableName(name)}: ${String(value)};`)
    .join(' ')
}

/** `textSoft` is `--text-soft` in a style block. */
function variableName(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
