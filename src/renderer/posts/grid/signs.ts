import { h, render, type Component } from 'vue'
import { dark, light } from '../../shell/tokens'
import type { Tone } from '../../ui/tone'

/** Pixels of a sign and of the gap to the next. */
const [side, gap] = [12, 3]
/** Pixels of the picture for each of the page: sharp on every screen and zoom. */
const scale = 4

const classes = new Map<string, string>()
const numbers = new Map<Component, number>()
let sheet: CSSStyleSheet | null = null

/** The colour of a sign: that of the text it stands beside. */
export type Ink = Exclude<Tone, 'neutral'> | 'textSoft'

/** A sign in its colour. */
export interface Sign {
  readonly icon: Component
  readonly ink: Ink
}

/** Several signs of one colour. */
export function signsIn(icons: readonly Component[], ink: Ink): Sign[] {
  return icons.map((icon) => ({ icon, ink }))
}

/** Which end of the element's text the signs stand at. */
type Place = 'before' | 'after'

/**
 * A class that puts signs before or after an element's text, side by side: one picture behind one
 * pseudo-element. Thousands are drawn: elements for each icon and its lines would cost more than all
 * the rest of a tile, and a picture of vectors is drawn by a page of its own each time. What signs
 * mean must be said in words elsewhere.
 */
export function signsClass(signs: readonly Sign[], place: Place = 'before'): string {
  if (signs.length === 0) return ''
  const key = `${place} ${signs.map(({ icon, ink }) => `${String(numberOf(icon))} ${ink}`).join(' ')}`
  const known = classes.get(key)
  if (known !== undefined) return known
  const name = `signs-${String(classes.size)}`
  const width = signs.length * (side + gap) - gap
  tellStyle(`.${name}::${place} { inline-size: ${String(width)}px; }`)
  void pictureOf(signs, width).then((address) => {
    tellStyle(`.${name}::${place} { background-image: url("${address}"); }`)
  })
  classes.set(key, `signs-${place} ${name}`)
  return `signs-${place} ${name}`
}

/** The address of one picture of all the signs: above as by day, below as by night. */
async function pictureOf(signs: readonly Sign[], width: number): Promise<string> {
  const canvas = new OffscreenCanvas(width * scale, 2 * side * scale)
  const pen = canvas.getContext('2d')
  for (const [at, { icon, ink }] of signs.entries()) {
    for (const [row, { [ink]: color }] of [light, dark].entries()) {
      const drawn = await drawnOf(icon, color)
      pen?.drawImage(drawn, at * (side + gap) * scale, row * side * scale)
    }
  }
  return URL.createObjectURL(await canvas.convertToBlob())
}

/** Vue draws it once. */
async function drawnOf(icon: Component, color: string): Promise<HTMLImageElement> {
  const host = document.createElement('span')
  render(h(icon, { size: side * scale, color }), host)
  const address = URL.createObjectURL(new Blob([host.innerHTML], { type: 'image/svg+xml' }))
  render(null, host)
  const drawn = new Image()
  drawn.src = address
  await drawn.decode()
  URL.revokeObjectURL(address)
  return drawn
}

function numberOf(icon: Component): number {
  const number = numbers.get(icon) ?? numbers.size
  numbers.set(icon, number)
  return number
}

function tellStyle(rule: string): void {
  if (sheet === null) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  sheet.insertRule(rule, sheet.cssRules.length)
}
