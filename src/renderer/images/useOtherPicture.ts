import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { CheckedImage } from '#contract/images'
import { useQuery } from '../workspace/useQuery'
import { otherId, type Pair } from './decideView'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface PairSizes {
  readonly checked: Size
  readonly other: Size
}

/** What the facts beside two pictures tell of one of them. */
export interface PictureFacts {
  readonly width: number | null
  readonly height: number | null
  readonly byteSize: number | null
  readonly format: string | null
}

/** The facts of the picture that is repeated: from the batch, or asked of the library. */
export function useOtherPicture(
  pair: MaybeRefOrGetter<Pair>,
  checks: MaybeRefOrGetter<readonly CheckedImage[]>,
) {
  const inLibrary = useQuery('images', 'libraryImage', () => {
    const { of } = toValue(pair).repeat
    return of.where === 'library' ? { id: of.imageId } : null
  })
  const other = computed<PictureFacts | null>(() => {
    const { repeat } = toValue(pair)
    if (repeat.of.where === 'library') return inLibrary.data.value ?? null
    return toValue(checks).find((check) => check.id === otherId(repeat)) ?? null
  })
  const sizes = computed<PairSizes>(() => {
    const checked = sizeOf(toValue(pair).check)
    return { checked, other: other.value ? sizeOf(other.value) : checked }
  })
  return { other, sizes }
}

/** Until a size is known the room of a poster is kept, so that nothing jumps. */
function sizeOf({ width, height }: { width: number | null; height: number | null }): Size {
  return width === null || height === null ? { width: 1200, height: 630 } : { width, height }
}
