import { svg } from './drawing.ts'
import type { Size } from './drawing.ts'

function hill(size: Size, random: () => number): string {
  const top = size.height * (0.4 + random() * 0.4)
  const points = Array.from({ length: 9 }, (_, step) => {
    const x = (size.width * step) / 8
    return `${x.toFixed(0)},${(top + (random() - 0.5) * size.height * 0.25).toFixed(0)}`
  })
  return `0,${size.height} ${points.join(' ')} ${size.width},${size.height}`
}

function colour(random: () => number, from = 0, to = 255): string {
  const part = () => Math.round(from + random() * (to - from))
  return `rgb(${part()},${part()},${part()})`
}

/** Sky, hills, buildings with windows, round things: the edges that a photograph has. */
export function sceneShapes(size: Size, random: () => number): string {
  const { width, height } = size
  const parts = [
    `<linearGradient id="sky" x2="0.3" y2="1"><stop stop-color="${colour(random, 90)}"/>` +
      `<stop offset="1" stop-color="${colour(random, 60)}"/></linearGradient>` +
      `<rect width="${width}" height="${height}" fill="url(#sky)"/>`,
  ]
  for (let hills = 0; hills < 3; hills++) {
    parts.push(`<polygon points="${hill(size, random)}" fill="${colour(random, 10, 150)}"/>`)
  }
  const buildings = 1 + Math.floor(random() * 5)
  for (let building = 0; building < buildings; building++) {
    const wide = width * (0.05 + random() * 0.12)
    const tall = height * (0.15 + random() * 0.5)
    const left = random() * (width - wide)
    const top = height * 0.9 - tall
    parts.push(
      `<rect x="${left}" y="${top}" width="${wide}" height="${tall}" fill="${colour(random, 40, 200)}"/>`,
    )
    const pane = Math.max(6, wide / (4 + random() * 4))
    const glass = colour(random, 0, 255)
    for (let x = left + pane / 2; x + pane / 2 < left + wide; x += pane) {
      for (let y = top + pane / 2; y + pane / 2 < top + tall; y += pane) {
        if (random() < 0.8) {
          parts.push(
            `<rect x="${x}" y="${y}" width="${pane * 0.5}" height="${pane * 0.6}" fill="${glass}"/>`,
          )
        }
      }
    }
  }
  const rounds = 3 + Math.floor(random() * 12)
  for (let round = 0; round < rounds; round++) {
    const radius = height * (0.02 + random() * 0.12)
    parts.push(
      `<ellipse cx="${random() * width}" cy="${height * (0.3 + random() * 0.7)}" rx="${radius}" ` +
        `ry="${radius * (0.5 + random())}" fill="${colour(random)}" fill-opacity="${0.5 + random() * 0.5}"/>`,
    )
  }
  return svg(size, parts.join(''))
}
