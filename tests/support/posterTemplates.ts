/** The templates that test posters follow, as SVG. */
import { box, pick, randomFrom, say, svg } from './drawing.ts'
import type { Size } from './drawing.ts'

/** The size the sources recommend for posters (Melaka 13.5). */
export const posterSize: Size = { width: 1200, height: 630 }

export type Template = 'card' | 'grid' | 'quote' | 'notice' | 'table' | 'frame'

export interface PosterText {
  title: string
  lines: string[]
  footer: string
}

/** A poster without its photo. */
export interface PosterDesign {
  template: Template
  /** Decides colours and typeface: posters of one style look alike. */
  style: number
  text: PosterText
  /** Height of the body text's em in pixels. */
  textSize: number
  size?: Size
  /** Extra SVG on top, for a test that adds a mark of its own. */
  extra?: string
}

interface Look {
  paper: string
  card: string
  ink: string
  accent: string
  font: string
}

const looks: readonly Omit<Look, 'font'>[] = [
  { paper: '#ffffff', card: '#f3f4f6', ink: '#111111', accent: '#0b5394' },
  { paper: '#0b2545', card: '#13315c', ink: '#ffffff', accent: '#f4d35e' },
  { paper: '#f6efe2', card: '#ffffff', ink: '#4a4a4a', accent: '#a4161a' },
  { paper: '#e8f1f2', card: '#ffffff', ink: '#1b4965', accent: '#2a9d8f' },
  { paper: '#fff3b0', card: '#ffe066', ink: '#540b0e', accent: '#335c67' },
  { paper: '#2b2d42', card: '#8d99ae', ink: '#edf2f4', accent: '#ef233c' },
  { paper: '#ffffff', card: '#ffffff', ink: '#c1121f', accent: '#003049' },
  { paper: '#d8e2dc', card: '#ece4db', ink: '#6d6875', accent: '#b5838d' },
  { paper: '#9aa5b1', card: '#aab4be', ink: '#7b8794', accent: '#616e7c' },
  { paper: '#14213d', card: '#1d2d50', ink: '#5c6f91', accent: '#fca311' },
]
const fonts = ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono'] as const

function look(style: number): Look {
  const random = randomFrom(style)
  return { ...pick(looks, random), font: pick(fonts, random) }
}

/** The drawing without its photo; transparent where the photo shall show. */
export function posterSvg(poster: PosterDesign): string {
  const size = poster.size ?? posterSize
  const { width: w, height: h } = size
  const { paper, card, ink, accent, font } = look(poster.style)
  const { title, lines, footer } = poster.text
  const em = poster.textSize
  const gap = em * 1.6
  const list = (x: number, y: number, fill = ink) =>
    lines.map((line, index) => say(line, x, y + index * gap, em, fill)).join('')
  const bold = 'font-weight="bold"'
  const bodies: Record<Template, () => string> = {
    card: () =>
      box(w * 0.36, h * 0.08, w * 0.6, h * 0.84, card, 'rx="14"') +
      say(title, w * 0.38, h * 0.2, em * 1.4, accent, bold) +
      list(w * 0.38, h * 0.33) +
      say(footer, w * 0.38, h * 0.88, em * 0.9, ink),
    grid: () =>
      box(0, 0, w, h, paper) +
      say(title, w * 0.04, h * 0.12, em * 1.5, accent, bold) +
      [0, 1, 2, 3]
        .map((cell) => {
          const x = w * (0.04 + (cell % 2) * 0.47)
          const y = h * (0.18 + Math.floor(cell / 2) * 0.36)
          return (
            box(x, y, w * 0.45, h * 0.33, card, `stroke="${accent}"`) +
            `<circle cx="${x + 40}" cy="${y + 45}" r="24" fill="${accent}"/>` +
            say(lines[cell % lines.length] ?? '', x + 20, y + 110, em, ink)
          )
        })
        .join('') +
      say(footer, w * 0.04, h * 0.96, em * 0.9, ink),
    quote: () =>
      box(0, 0, w, h, paper) +
      say('“', w * 0.05, h * 0.35, h * 0.4, accent, bold) +
      list(w * 0.12, h * 0.42) +
      say(footer, w * 0.12, h * 0.92, em, accent),
    notice: () =>
      box(0, 0, w, h * 0.2, accent) +
      say(title, w * 0.03, h * 0.13, em * 1.5, card, bold) +
      box(0, h * 0.2, w * 0.58, h * 0.7, paper) +
      list(w * 0.03, h * 0.32) +
      box(0, h * 0.9, w, h * 0.1, ink) +
      say(footer, w * 0.03, h * 0.965, em * 0.9, paper),
    table: () =>
      box(0, 0, w, h, card) +
      say(title, w / 2, h * 0.12, em * 1.4, ink, `${bold} text-anchor="middle"`) +
      lines
        .map((line, row) => {
          const y = h * 0.2 + row * em * 2.2
          return (
            box(w * 0.05, y, w * 0.9, em * 2, row % 2 === 0 ? paper : card, `stroke="${ink}"`) +
            say(`${row + 1}`, w * 0.07, y + em * 1.35, em, accent, bold) +
            say(line, w * 0.13, y + em * 1.35, em, ink)
          )
        })
        .join('') +
      say(footer, w * 0.95, h * 0.96, em * 0.9, accent, 'text-anchor="end"'),
    frame: () =>
      box(14, 14, w - 28, h - 28, 'none', `stroke="${accent}" stroke-width="28"`) +
      box(w * 0.12, h * 0.52, w * 0.76, h * 0.42, paper, 'fill-opacity="0.88"') +
      say(title, w / 2, h * 0.6, em * 1.3, accent, `${bold} text-anchor="middle"`) +
      list(w * 0.15, h * 0.68) +
      say(footer, w * 0.15, h * 0.925, em * 0.9, ink),
  }
  const body = bodies[poster.template]() + (poster.extra ?? '')
  return svg(size, `<g font-family="${font}">${body}</g>`)
}
