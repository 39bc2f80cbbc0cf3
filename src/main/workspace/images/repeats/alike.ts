/** What the comparison of two sketches must say before a person is asked about the pair. */
import type { SketchComparison } from './compareSketches.ts'

type Figures = Pick<
  SketchComparison,
  | 'structure'
  | 'changed'
  | 'mutual'
  | 'content'
  | 'same'
  | 'band'
  | 'greyDifference'
  | 'colourDifference'
>

const repeat = { structure: 0.8, changed: 0.3, mutual: 0.02, mutualOfContent: 0.25 }
/** The same photo under another title, card or band: much that is seen is the same. */
const reused = { same: 0.3, sameOfContent: 0.65, changed: 0.35 }
/** A title over an edge of a photo, of which little may be left to see: sky, water, a plain wall. */
const banded = { structure: 0.93, same: 0.025 }
/** Below this share of cells that show anything, only the levels themselves can be compared. */
const blankContent = 0.02
const blank = { changed: 0.02, grey: 6, colour: 6 }

function isRepeat({ structure, changed, mutual, content }: Figures): boolean {
  return (
    structure >= repeat.structure &&
    changed <= repeat.changed &&
    mutual <= Math.min(repeat.mutual, repeat.mutualOfContent * content)
  )
}

function isReused({ same, content, changed }: Figures): boolean {
  return same >= reused.same && same >= reused.sameOfContent * content && changed <= reused.changed
}

function isBanded({ band, structure, same }: Figures): boolean {
  return band > 0 && structure >= banded.structure && same >= banded.same
}

function isSameBlank({ changed, greyDifference, colourDifference }: Figures): boolean {
  return (
    changed <= blank.changed && greyDifference <= blank.grey && colourDifference <= blank.colour
  )
}

/** Whether the pair goes to decision at least; limits from set A of docs/decisions/0003. */
export function looksAlike(figures: Figures): boolean {
  return figures.content < blankContent
    ? isSameBlank(figures)
    : isRepeat(figures) || isReused(figures) || isBanded(figures)
}
