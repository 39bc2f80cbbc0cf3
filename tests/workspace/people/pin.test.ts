import { describe, expect, it } from 'vitest'
import { Pin } from '#contract/people'
import { pinFits, sealPin } from '../../../src/main/workspace/people/pin.ts'
import { countTries, waitAfter } from '../../../src/main/workspace/people/tries.ts'
import { fixedClock } from '../../support/workspace.ts'

const cheap = { N: 1024, r: 8, p: 1 } as const

describe('a PIN that is being set', () => {
  // Six digits at least where a secret may be all digits (NIST SP 800-63B 5.1.1).
  it.each([
    ['27051', false, 'five digits'],
    ['270519', true, 'six digits'],
    ['270519270519', true, 'twelve digits'],
    ['2705192705192', false, 'thirteen digits'],
    ['27O519', false, 'a letter O'],
    ['270 519', false, 'a blank'],
    ['٢٧٠٥١٩', false, 'digits of another script'],
    ['000000', false, 'one digit repeated'],
    ['777777777', false, 'one digit repeated'],
    ['123456', false, 'a run up'],
    ['987654', false, 'a run down'],
    ['01234567', false, 'a run up from nought'],
    ['135790', true, 'steps of two that turn'],
    ['112233', true, 'pairs'],
    ['123457', true, 'a run that breaks off'],
  ])('%s is taken: %s (%s)', (pin, taken) => {
    expect(Pin.safeParse(pin).success).toBe(taken)
  })
})

describe('what is kept of a PIN', () => {
  it('fits that PIN alone, and is another each time', async () => {
    const [one, other] = [await sealPin('270519', cheap), await sealPin('270519', cheap)]
    expect(one.salt).not.toBe(other.salt)
    expect(one.hash).not.toBe(other.hash)
    expect(JSON.stringify(one)).not.toContain('270519')
    expect(await pinFits(one, '270519')).toBe(true)
    for (const wrong of ['270518', '27051', '2705190', '', ' 270519']) {
      expect(await pinFits(one, wrong)).toBe(false)
    }
  })

  it('of another length than a hash has fits nothing', async () => {
    const sealed = await sealPin('270519', cheap)
    const cut = Buffer.from(sealed.hash, 'base64').subarray(0, 16).toString('base64')
    expect(await pinFits({ ...sealed, hash: cut }, '270519')).toBe(false)
  })
})

describe('wrong tries in a row', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [8, 240],
    [11, 1_920],
    [12, 3_600],
    [40, 3_600],
  ])('%i of them cost a wait of %i seconds', (wrong, seconds) => {
    expect(waitAfter(wrong)).toBe(seconds)
  })

  it('are counted for each person, and the wait is over when the clock says so', () => {
    const clock = fixedClock('2026-11-23T01:00:00.000Z')
    const tries = countTries(clock)
    for (let time = 1; time <= 4; time += 1) {
      expect(tries.wrong('a')).toMatchObject({ reason: 'people.wrong-pin' })
    }
    expect(tries.wrong('a')).toMatchObject({ reason: 'people.pin-wait', details: { seconds: 30 } })
    tries.refuseWhileWaiting('b')
    clock.set('2026-11-23T01:00:29.500Z')
    expect(() => tries.refuseWhileWaiting('a')).toThrow(
      expect.objectContaining({ reason: 'people.pin-wait', details: { seconds: 1 } }),
    )
    clock.set('2026-11-23T01:00:30.000Z')
    tries.refuseWhileWaiting('a')
    expect(tries.wrong('a')).toMatchObject({ details: { seconds: 60 } })
    tries.forget('a')
    tries.refuseWhileWaiting('a')
    expect(tries.wrong('a')).toMatchObject({ reason: 'people.wrong-pin' })
  })
})
