import { describe, expect, it } from 'vitest'
import { Measurement } from '#contract/frameworks'
import { defaultMeasureSettings, FoundCode, MeasureVerdict } from '#contract/measures'
import { shippedFrameworks } from '../../../../src/main/workspace/compliance/load.ts'
import {
  isKnownKey,
  parametersOf,
} from '../../../../src/main/workspace/compliance/measures/parameters.ts'
import { verdictOf } from '../../../../src/main/workspace/compliance/rules/measuring.ts'
import { standingOf } from '../../../../src/main/workspace/compliance/rules/standings.ts'
import { measureWords } from '../../../../src/renderer/compliance/measures/words.ts'

const measured = shippedFrameworks().flatMap(({ id, controls }) =>
  controls.flatMap(({ key, measurement }) =>
    measurement === null ? [] : [[id, key, measurement] as const],
  ),
)

describe('what a control is measured by', () => {
  it('is said for every measured control that ships', () => {
    expect(measured.length).toBeGreaterThan(60)
    expect(measured.filter(([, key]) => !isKnownKey(key))).toEqual([])
  })

  it.each(measured)('of %s: %s is one of its measurement', (_, key, measurement) => {
    // A key with parameters of another measurement would fall back on the general ones.
    const general = parametersOf({ key: 'perkara-pejabat' }, measurement)
    const own = parametersOf({ key }, measurement)
    const other = Measurement.options.find((each) => each !== measurement) ?? measurement
    expect(
      own.method === general.method || own.method !== parametersOf({ key }, other).method,
    ).toBe(true)
  })

  it('differs between controls of one measurement', () => {
    const of = (key: string, measurement: Measurement) => parametersOf({ key }, measurement)
    expect(of('jkr-rhythm-facebook', 'rhythm')).toEqual({ method: 'rhythm', channel: 'facebook' })
    expect(of('jkr-rhythm-x', 'rhythm')).toEqual({ method: 'rhythm', channel: 'x' })
    expect(of('kks-j-4', 'rhythm')).toEqual({ method: 'fresh-weeks' })
    expect(of('japen-video', 'production-time')).toEqual({
      method: 'production',
      kind: 'video-scp',
    })
    expect(of('japen-upload', 'production-time')).toEqual({ method: 'upload' })
    expect(of('kks-h-safety', 'first-response')).toEqual({
      ...{ method: 'routing', kind: 'construction-safety' },
    })
    expect(of('melaka-11-h', 'corrections')).toEqual({ method: 'corrections', apology: false })
  })

  it('is general where the office wrote the control, or measures a shipped one by something else', () => {
    expect(parametersOf({ key: 'perkara-pejabat' }, 'rhythm')).toEqual({
      ...{ method: 'rhythm', channel: null },
    })
    expect(parametersOf({ key: 'jkr-rhythm-x' }, 'captions')).toEqual({ method: 'captions' })
    expect(parametersOf({ key: 'constructor' }, 'captions')).toEqual({ method: 'captions' })
  })
})

describe('the verdict', () => {
  it.each([
    [0, 0, 'not-measured'],
    [1, 1, 'met'],
    [100, 95, 'met'],
    [100, 94, 'partly'],
    [10_000, 9_499, 'partly'],
    [100, 75, 'partly'],
    [100, 74, 'not-met'],
    [4, 3, 'partly'],
    [1, 0, 'not-met'],
  ] as const)('of %d counted and %d kept is %s', (counted, kept, verdict) => {
    expect(verdictOf(counted, kept, defaultMeasureSettings)).toBe(verdict)
  })
})

describe('the words', () => {
  it.each(['ms', 'en'] as const)('of every verdict and finding are there in %s', (language) => {
    const words = measureWords[language]
    expect(Object.keys(words.codes).toSorted()).toEqual(FoundCode.options.toSorted())
    expect(Object.keys(words.verdicts).toSorted()).toEqual(MeasureVerdict.options.toSorted())
    expect(Object.keys(standingOf).toSorted()).toEqual(FoundCode.options.toSorted())
    expect(Object.keys(words.details).filter((code) => !(code in words.codes))).toEqual([])
  })
})
