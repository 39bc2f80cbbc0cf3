import type { FixChoices } from '#contract/imageFix'
import type { CheckedImage } from '#contract/images'
import { open, scene } from '../../support/pictures.ts'
import { present } from '../../support/present.ts'
import type { TestWorkspace } from '../../support/workspace.ts'

export const poster: FixChoices = {
  width: 1200,
  height: 630,
  way: 'pad',
  backdrop: { kind: 'blur' },
  format: 'auto',
  maxBytes: null,
}
export const intoCheck = { check: true, disk: null } as const

export function ofCheck({ id }: CheckedImage) {
  return { where: 'check', checkId: id } as const
}

const drawn = new Map<number, Promise<Buffer>>()

/** A square photograph; each seed is drawn once, for drawing takes a second. */
export function photo(seed: number, side = 900): Promise<Buffer> {
  const bytes =
    drawn.get(seed) ??
    scene(seed, { width: side, height: side }).then((one) =>
      open(one).jpeg({ quality: 92 }).toBuffer(),
    )
  drawn.set(seed, bytes)
  return bytes
}

/** Makes one picture into the check; returns it as it was then checked. */
export async function madeFrom(
  { workspace }: TestWorkspace,
  check: CheckedImage,
  choices: Partial<FixChoices> = {},
): Promise<CheckedImage> {
  const { results } = await workspace.images.fix({
    items: [{ of: ofCheck(check), crop: null }],
    choices: { ...poster, ...choices },
    kind: 'poster',
    save: intoCheck,
  })
  return workspace.images.check({ id: present(results[0]?.made?.checkId) })
}
