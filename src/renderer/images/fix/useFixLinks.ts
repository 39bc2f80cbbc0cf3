import type { FixOf } from '#contract/imageFix'
import { useQuery } from '../../workspace/useQuery'

/** What a picture was made from and what was made from it; null asks nothing. */
export function useFixLinks(of: () => FixOf | null) {
  return useQuery('images', 'fixLinks', () => {
    const asked = of()
    return asked && { of: asked }
  })
}
