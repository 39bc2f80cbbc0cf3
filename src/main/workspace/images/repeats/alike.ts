/** What the comparison of two sketches must say before a person is asked about the pair. */
import type { SketchComparison } from './compareSketches.ts'

type Figures = Pick<
  SketchComparison,
  | 'structure'
  | 'changed'
  | 'mutual'
  | 'content'
  | 'same'
  | 'exchanged'
  | 'carried'
  | 'shades'
  | 'greyed'
  | 'distance'
  | 'band'
  | 'greyDifference'
  | 'colourDifference'
>

const repeat = { structure: 0.8, changed: 0.3, mutual: 0.02, mutualOfContent: 0.25 }
/** The same photo under another title, card or band: much that is seen is the same. */
const reused = { same: 0.3, sameOfContent: 0.65, changed: 0.35 }
/** A title over an edge of a photo, of which little may be left to see: sky, water, a plain wall. */
const banded = { structure: 0.93, same: 0.025 }
/**
 * Writing all over a picture, see-through: nothing of the kept one went, and what lies under the writing
 * is still there. Template siblings carry 0.4 at most of one another's lines, watermarked copies 0.7.
 */
const laidOver = { structure: 0.88, changed: 0.45, exchanged: 0.0015, same: 0.03, carried: 0.6 }
/** The same over a picture that shows too little to be carried: its shades must lie alike. */
const laidOverShades = { mutual: 0.003, shades: 0.8, distance: 40, colour: 2 }
/** Below this share of cells that show anything, only the levels themselves can be compared. */
const blankContent = 0.02
const blank = { changed: 0.02, grey: 6, colour: 6 }
/** A small badge on a picture without anything. */
const marked = { changed: 0.04, structure: 0.99, grey: 3.5 }
/** A copy in grey of what is nothing but shades of a colour. */
const greyedBlank = { shades: 0.88, distance: 48 }
/** Where shades agree, all may be lighter or darker. */
const shadedBlank = { shades: 0.8, distance: 40, grey: 9 }

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

function isLaidOver(figures: Figures): boolean {
  const { structure, changed, exchanged, same, carried } = figures
  if (
    structure < laidOver.structure ||
    changed > laidOver.changed ||
    exchanged > laidOver.exchanged
  ) {
    return false
  }
  return (same >= laidOver.same && carried >= laidOver.carried) || isLaidOverShades(figures)
}

function isLaidOverShades({ mutual, shades, distance, colourDifference }: Figures): boolean {
  return (
    mutual <= laidOverShades.mutual &&
    shades >= laidOverShades.shades &&
    distance <= laidOverShades.distance &&
    colourDifference <= laidOverShades.colour
  )
}

function isSameBlank(figures: Figures): boolean {
  const { changed, structure, greyDifference, colourDifference } = figures
  const isMarked =
    changed <= marked.changed && structure >= marked.structure && greyDifference <= marked.grey
  return (
    (changed <= blank.changed || isMarked) &&
    (greyDifference <= blank.grey || isShadedBlank(figures)) &&
    (colourDifference <= blank.colour || isGreyedBlank(figures))
  )
}

function isShadedBlank({ shades, distance, greyDifference }: Figures): boolean {
  return (
    shades >= shadedBlank.shades &&
    distance <= shadedBlank.distance &&
    greyDifference <= shadedBlank.grey
  )
}

function isGreyedBlank({ greyed, shades, distance }: Figures): boolean {
  return greyed && shades >= greyedBlank.shades && distance <= greyedBlank.distance
}

/** Whether the pair goes to decision at least; limits from set A of docs/decisions/0003. */
export function looksAlike(figures: Figures): boolean {
  return figures.content < blankContent
    ? isSameBlank(figures)
    : isRepeat(figures) || isReused(figures) || isBanded(figures) || isLaidOver(figures)
}
