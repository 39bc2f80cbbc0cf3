/** Counts what became of each pair, and says whether the goals are met. */

/**
 * @typedef {'untouched' | 'found' | 'often' | 'sibling' | 'stranger' | 'event'} Expected `untouched`:
 *   to be rejected; `found`: rejected or put to decision; `often`: without a goal; the others: not rejected
 * @typedef {'rejected' | 'decision' | 'missed'} Outcome
 * @typedef {{ expected: Expected, row: string, outcome: Outcome, detail: string }} Outcomes
 * @typedef {({ done: false } & Outcomes)
 *   | { done: false, find: import('./finds.mjs').Find }
 *   | { done: false, grouped: { together: number, pairs: number, mixed: number, groups: number } }
 *   | { done: true, processorSeconds: number }} Said
 * @typedef {{ relation: string, doubt: string | null, figures?: unknown }} Judged
 */

/** In which the rows are printed. @type {Expected[]} */
const order = ['untouched', 'found', 'often', 'sibling', 'stranger', 'event']

/** @param {Expected} expected */
function isNoRepeat(expected) {
  return ['sibling', 'stranger', 'event'].includes(expected)
}

/** @param {boolean} isListed */
export function createTally(isListed) {
  /** @type {Map<string, { expected: Expected, rejected: number, decision: number, missed: number }>} */
  const rows = new Map()
  let falselyRejected = 0

  /** @param {Expected} expected @param {(row: { rejected: number, decision: number, missed: number }) => number} of */
  function sum(expected, of) {
    return [...rows.values()]
      .filter((row) => row.expected === expected)
      .reduce((total, row) => total + of(row), 0)
  }

  /** @param {string} what @param {number} count @param {number} all @param {number} wanted */
  function goal(what, count, all, wanted) {
    if (all === 0) return
    const share = count / all
    const verdict = share >= wanted ? 'pass' : 'FAIL'
    console.log(`${verdict}  ${what}: ${count} of ${all} (${(share * 100).toFixed(1)} %)`)
  }

  /** @param {boolean} noRepeats @param {string[]} columns of rejected, decision and missed */
  function printRows(noRepeats, columns) {
    const wanted = [...rows]
      .filter(([, { expected }]) => isNoRepeat(expected) === noRepeats)
      .sort(
        ([one, a], [other, b]) =>
          order.indexOf(a.expected) - order.indexOf(b.expected) || (one < other ? -1 : 1),
      )
    if (wanted.length === 0) return
    const totals = { rejected: 0, decision: 0, missed: 0 }
    console.log(['relation'.padEnd(44), ...columns].join('  '))
    /** @param {string} name @param {{ rejected: number, decision: number, missed: number }} row */
    const line = (name, { rejected, decision, missed }) => {
      const cells = [rejected, decision, missed].map((value, at) =>
        String(value).padStart(columns[at]?.length ?? 0),
      )
      console.log([name.padEnd(44), ...cells].join('  '))
    }
    for (const [row, counted] of wanted) {
      totals.rejected += counted.rejected
      totals.decision += counted.decision
      totals.missed += counted.missed
      line(row, counted)
    }
    line('total', totals)
  }

  return {
    falselyRejected: () => falselyRejected,

    /** @param {Outcomes} said */
    count({ expected, row, outcome, detail }) {
      const counted = rows.get(row) ?? { expected, rejected: 0, decision: 0, missed: 0 }
      rows.set(row, counted)
      counted[outcome]++
      const isFalse = isNoRepeat(expected) && outcome === 'rejected'
      if (isFalse) falselyRejected++
      if (isFalse || isListed) {
        console.error(`${isFalse ? 'FALSELY REJECTED' : outcome}: ${row}, ${detail}`)
      }
    },

    /** @param {string} set @param {number} originals */
    print(set, originals) {
      if (rows.size === 0) return
      console.log(`set ${set}, ${originals} originals`)
      printRows(false, ['rejected', 'decision', 'missed'])
      printRows(true, ['falsely rejected', 'false decisions', 'silent'])
      /** @param {{ rejected: number, decision: number, missed: number }} row */
      const all = ({ rejected, decision, missed }) => rejected + decision + missed
      const found = sum('untouched', all) + sum('found', all)
      const missed = sum('untouched', (row) => row.missed) + sum('found', (row) => row.missed)
      goal('found of what must be found (98 %)', found - missed, found, 0.98)
      goal(
        'rejected outright of what nobody touched (95 %)',
        sum('untouched', (row) => row.rejected),
        sum('untouched', all),
        0.95,
      )
      const siblings = sum('sibling', all)
      goal('siblings not rejected', siblings - sum('sibling', (row) => row.rejected), siblings, 1)
      const strangers = sum('stranger', all)
      goal(
        'strangers not rejected',
        strangers - sum('stranger', (row) => row.rejected),
        strangers,
        1,
      )
      const shots = sum('event', all)
      goal('shots of one event not rejected', shots - sum('event', (row) => row.rejected), shots, 1)
      /** @param {string} what @param {number} count @param {number} of */
      const rate = (what, count, of) => {
        if (of > 0) console.log(`${what}: ${count} of ${of} (${((count / of) * 100).toFixed(1)} %)`)
      }
      /** @param {{ decision: number, rejected: number }} row */
      const seen = ({ decision, rejected }) => decision + rejected
      rate('title bands and reused photos found', sum('often', seen), sum('often', all))
      rate('strangers put to decision', sum('stranger', seen), strangers)
    },
  }
}
