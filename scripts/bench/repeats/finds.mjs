/** Counts what is found of each relation, with the interval that so many pictures allow to tell. */
import { withoutGoal } from './relations.mjs'
import { wilson } from './wilson.mjs'

/** Share of the copies of each relation that must be found. */
const wanted = 0.98

/** @typedef {{ isDrawn: boolean, relation: string, isFound: boolean, detail: string }} Find */
/** @typedef {{ found: number, all: number }} Counted */

/** @param {boolean} isListed */
export function createFinds(isListed) {
  /** @type {Map<string, { photographs: Counted, drawn: Counted }>} */
  const rows = new Map()

  return {
    /** @param {Find} find */
    count({ isDrawn, relation, isFound, detail }) {
      const row = rows.get(relation) ?? {
        photographs: { found: 0, all: 0 },
        drawn: { found: 0, all: 0 },
      }
      rows.set(relation, row)
      const counted = isDrawn ? row.drawn : row.photographs
      counted.all++
      if (isFound) counted.found++
      else if (isListed) console.error(`not found: ${relation}, ${detail}`)
    },

    print() {
      if (rows.size === 0) return
      console.log('found, whichever of the two came first; 95 % interval after Wilson')
      console.log(
        ['      relation'.padEnd(30), 'photographs', '      drawn', 'share, interval'].join('  '),
      )
      for (const [relation, { photographs, drawn }] of [...rows].sort()) {
        const found = photographs.found + drawn.found
        const all = photographs.all + drawn.all
        const percent = [found / all, ...wilson(found, all)].map((x) => (x * 100).toFixed(1))
        const hasGoal = !withoutGoal.includes(relation)
        console.log(
          [
            !hasGoal ? '    ' : found >= wanted * all ? 'pass' : 'FAIL',
            relation.padEnd(24),
            `${photographs.found} of ${photographs.all}`.padStart(11),
            `${drawn.found} of ${drawn.all}`.padStart(11),
            `${percent[0]} % (${percent[1]}–${percent[2]})`,
          ].join('  '),
        )
      }
    },
  }
}
