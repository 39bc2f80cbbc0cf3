import { h, render, type Component } from 'vue'

/** Pixels of a sign and of the gap to the next. */
const [side, gap] = [12, 3]
/** Pixels of the picture for each of the page: sharp on every screen and zoom. */
const scale = 4

const classes = new Map<string, string>()
const numbers = new Map<Component, number>()
let sheet: CSSStyleSheet | null = null

/**
 * A class that puts signs before an element's text, side by side and in its colour: one picture is
 * the mask of one pseudo-element. Thousands are drawn: elements for each icon and its lines would
 * cost more than all the rest of a tile, and a mask of vectors is drawn by a page of its own each
 * time. What signs mean must be said in words elsewhere.
 */
export function signsClass(icons: readonly Component[]): string {
  if (icons.length === 0) return ''
  const key = icons.map(numberOf).join(' ')
  const known = classes.get(key)
  if (known !== undefined) return known
  const name = `signs-${String(classes.size)}`
  const width = icons.length * (side + gap) - gap
  tellStyle(`.${name}::before { inline-size: ${String(width)}px; }`)
  void pictureOf(icons, width).then((address) => {
    tellStyle(`.${name}::before { background: currentColor; mask-image: url("${address}"); }`)
  })
  classes.set(key, `signs ${name}`)
  return `signs ${name}`
}

/** The address of one picture of all the icons, which Vue draws once. */
async function pictureOf(icons: readonly Component[], width: number): Promise<string> {
  const canvas = new OffscreenCanvas(width * scale, side * scale)
  const pen = canvas.getContext('2d')
  for (const [at, icon] of icons.entries()) {
    const drawn = await drawnOf(icon)
    pen?.drawImage(drawn, at * (side + gap) * scale, 0)
  }
  return URL.createObjectURL(await canvas.convertToBlob())
}

async function drawnOf(icon: Component): Promise<HTMLImageElement> {
  const host = document.createElement('span')
  render(h(icon, { size: side * scale, color: 'black' }), host)
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
