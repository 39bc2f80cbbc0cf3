import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { onTestFinished } from 'vitest'
import { startNodeImageWorker } from '../../src/main/hosts/nodeImageWorkers.ts'
import { openImagePool } from '../../src/main/workspace/images/workers/pool.ts'
import type { ImagePool, PoolOptions } from '../../src/main/workspace/images/workers/pool.ts'

/** A folder of the test's own, gone when it ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bkk-imej-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files into a folder of the test's own and returns its path. */
export function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = testFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** A pool of real processes, ended with the test. */
export function testPool(options: Partial<PoolOptions> = {}): ImagePool {
  const pool = openImagePool({ start: () => startNodeImageWorker(), workers: 1, ...options })
  onTestFinished(() => pool.close())
  return pool
}

/** A drawing that no two seeds share: coloured shapes, no text, so that no font is needed. */
export function drawing(width: number, height: number, seed = 1): Sharp {
  let state = seed
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const shapes = Array.from({ length: 24 }, () => {
    const colour = `rgb(${next(256)},${next(256)},${next(256)})`
    return `<circle cx="${next(width)}" cy="${next(height)}" r="${20 + next(height / 4 + 1)}" fill="${colour}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#789"/>${shapes.join('')}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha()
}

export function jpeg(width = 1200, height = 630, seed = 1): Promise<Buffer> {
  return drawing(width, height, seed).jpeg({ quality: 90 }).toBuffer()
}

export function png(width = 1200, height = 630, seed = 1): Promise<Buffer> {
  return drawing(width, height, seed).png().toBuffer()
}
