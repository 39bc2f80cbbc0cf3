import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { CheckedImage } from '#contract/images'
import type { ImageKind } from '#contract/findings'
import type { BatchId, ImageId } from '#contract/values'
import { present } from '../../support/present.ts'
import type { TestWorkspace } from '../../support/workspace.ts'

/** A folder to drop pictures from, and what becomes of them in a workspace. */
export interface Drop {
  readonly folder: string
  /** `name` may lie in a folder of its own. */
  put(name: string, bytes: Buffer): Promise<void>
  /** Drops the whole folder, or something in it. */
  check(test: TestWorkspace, within?: string, kind?: ImageKind | null): Promise<CheckedImage[]>
  remove(): Promise<void>
}

export async function openDrop(): Promise<Drop> {
  const folder = await mkdtemp(join(tmpdir(), 'gambar-'))
  return {
    folder,
    async put(name, bytes) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    },
    async check({ workspace }, within = '', kind = 'poster') {
      const paths = [join(folder, within)]
      const { batchId } = await workspace.images.checkFiles({ paths, kind })
      return workspace.images.checks({ batchId })
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The same picture as another program would save it: other bytes, nearly the same pixels. */
export function savedAgain(bytes: Buffer, quality = 80): Promise<Buffer> {
  return sharp(bytes).jpeg({ quality }).toBuffer()
}

export async function onlyKept(test: TestWorkspace, check: CheckedImage): Promise<ImageId> {
  const { kept } = await test.workspace.images.keep({ ids: [check.id] })
  return present(kept[0]).imageId
}

export async function onlyCheck(test: TestWorkspace, batchId: BatchId): Promise<CheckedImage> {
  return present((await test.workspace.images.checks({ batchId }))[0])
}
