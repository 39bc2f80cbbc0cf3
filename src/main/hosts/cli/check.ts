import { WorkspaceError } from '#contract/errors'
import type { Language } from '#contract/values'
import type { CheckedSource } from '../../workspace/images/engine/check.ts'
import { collectSources } from '../../workspace/images/engine/collect.ts'
import { emptyLibrary } from '../../workspace/images/engine/library.ts'
import { checkImages } from '../../workspace/images/engine/run.ts'
import { defaultSizeRules } from '../../workspace/images/rules/defaults.ts'
import { openImagePool } from '../../workspace/images/workers/pool.ts'
import { startNodeImageWorker } from '../nodeImageWorkers.ts'
import type { Asked } from './arguments.ts'
import { CannotRun } from './cannotRun.ts'
import { openLibrary } from './library.ts'
import { openMeasureCache } from './measureCache.ts'
import { rowOf } from './rows.ts'
import type { Row } from './rows.ts'

/**
 * Runs a check and returns its rows in order.
 * @throws CannotRun when the library cannot be opened or no image worker starts
 */
export async function check(
  asked: Extract<Asked, { help: false }>,
  language: Language,
  onProgress: (done: number, total: number) => void,
): Promise<Row[]> {
  const opened = asked.library ? await openLibrary(language) : null
  const pool = openImagePool({ start: () => startNodeImageWorker() })
  try {
    const sources = (await collectSources(asked.paths)).map((source, position) => ({
      ...source,
      id: String(position),
      earlier: null,
    }))
    const rows: Row[] = []
    await checkImages({
      sources,
      kind: asked.kind,
      rules: opened?.rules ?? defaultSizeRules,
      pool,
      library: opened?.index ?? emptyLibrary,
      thumbnails: false,
      ...(asked.fresh ? {} : { cache: openMeasureCache() }),
      onChecked(checked: CheckedSource) {
        rows.push(rowOf(sources[Number(checked.id)]?.name ?? '', checked, language))
        onProgress(rows.length, sources.length)
      },
    })
    return rows
  } catch (error) {
    if (error instanceof WorkspaceError && error.reason === 'images.worker-unavailable') {
      throw new CannotRun('worker-unavailable')
    }
    throw error
  } finally {
    pool.close()
    await opened?.close()
  }
}
