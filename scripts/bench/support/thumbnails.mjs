import { join } from 'node:path'
import { measuredRun } from './measured.mjs'

/**
 * The reference for every speed of the image check: libvips' own thumbnailer, one process a core.
 * @param {string[]} names
 * @param {string} folder where the thumbnails go
 */
export async function thumbnailsOf(names, folder) {
  const halves = [0, 1].map((half) => names.filter((_, at) => at % 2 === half))
  const started = performance.now()
  const runs = await Promise.all(
    halves.map((half) =>
      measuredRun('vipsthumbnail', ['--size', '256x256', '-o', join(folder, 't_%s.jpg'), ...half]),
    ),
  )
  const megabytes = runs.reduce((sum, run) => sum + run.megabytes, 0)
  return { seconds: (performance.now() - started) / 1000, megabytes }
}
