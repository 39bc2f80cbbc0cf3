import { expect, it } from 'vitest'
import type { ComplaintStatus } from '#contract/complaintStatus'
import { Instant } from '#contract/values'
import {
  isTold,
  isUnreachable,
  type Told,
} from '../../../src/main/workspace/complaints/rules/told.ts'

const at = (time: string) => Instant.parse(`2026-11-20T${time}.000Z`)
const [received, before, settled, after] = [
  ...[at('01:00:00'), at('02:00:00'), at('03:00:30'), at('04:00:00')],
] as const
/** Of the same minute as the settling, as a person names it. */
const thatMinute = at('03:00:00')

function sent(moment: Instant, statuses: ComplaintStatus[] | null = []): Told {
  return { at: moment, statuses }
}

it.each<[string, ComplaintStatus, Told[], (Instant | null)[], boolean]>([
  ['nothing was said', 'resolved', [], [null], false],
  ['an acknowledgement before', 'resolved', [sent(before)], [before], false],
  ['free words before', 'resolved', [sent(before, null)], [before], false],
  ['an answer of that minute', 'resolved', [sent(thatMinute)], [thatMinute], true],
  ['an answer some seconds before', 'resolved', [sent(at('03:00:10'))], [at('03:00:10')], false],
  ['free words after', 'resolved', [sent(after, null)], [after], true],
  ['told by telephone before', 'resolved', [], [before], false],
  ['told by telephone after', 'resolved', [], [before, after], true],
  [
    'the answer that says so, before',
    'outside-jurisdiction',
    [sent(before, ['outside-jurisdiction'])],
    [before],
    true,
  ],
  ['it says something else', 'false', [sent(after, ['outside-jurisdiction'])], [after], false],
  ['an acknowledgement after', 'outside-jurisdiction', [sent(after)], [after], false],
  ['free words after', 'false', [sent(after, null)], [after], true],
  ['free words before', 'false', [sent(before, null)], [before], false],
  ['told by telephone after', 'false', [], [after], true],
  ['said so before it was taken up again', 'false', [sent(at('00:30:00'), ['false'])], [], false],
])('%s: a complaint that is %s', (_, status, answers, recorded, told) => {
  expect(isTold({ status, settledAt: settled, clocksFrom: received, answers, recorded })).toBe(told)
})

it('reaches whoever left a name or a public comment', () => {
  expect([
    isUnreachable(null, ''),
    isUnreachable('p1', ''),
    isUnreachable(null, 'https://x.com/1'),
  ]).toEqual([true, false, false])
})
