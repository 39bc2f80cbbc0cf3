import { describe, expect, it } from 'vitest'
import type { Finding, ImageKind } from '#contract/findings'
import type { Measurement } from '../../../src/main/workspace/images/measure/measurement.ts'
import { unreadable } from '../../../src/main/workspace/images/measure/measurement.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { unreadableFinding } from '../../../src/main/workspace/images/rules/file.ts'
import { guessKind } from '../../../src/main/workspace/images/rules/kind.ts'
import type { RepeatToJudge } from '../../../src/main/workspace/images/rules/repeats.ts'
import { judgePicture, verdictOf } from '../../../src/main/workspace/images/rules/verdict.ts'
import { aPicture } from './picture.ts'

const poster = { kind: 'poster', isGuessed: false } as const

function judged(
  picture: Partial<Measurement>,
  repeats: readonly RepeatToJudge[] = [],
  kind: ImageKind = 'poster',
) {
  const { findings, verdict } = judgePicture(
    aPicture(picture),
    { kind, isGuessed: false },
    defaultSizeRules,
    repeats,
  )
  return [verdict, ...findings.map(({ code }) => code)]
}

describe('what is unusual about a file', () => {
  it.each<[string, Partial<Measurement>, string[]]>([
    ['nothing', {}, ['pass']],
    ['a JPEG named .JPEG', { name: 'A.JPEG' }, ['pass']],
    ['a JPEG named .png', { name: 'a.png' }, ['warn', 'wrong-extension']],
    ['no extension', { name: 'poster' }, ['warn', 'wrong-extension']],
    ['a dot in front only', { name: 'poster.' }, ['warn', 'wrong-extension']],
    ['CMYK', { colour: 'cmyk' }, ['warn', 'colour-cmyk']],
    ['16 bits', { bitsPerChannel: 16 }, ['warn', 'deep-colour']],
    [
      'an animation',
      { name: 'a.gif', format: 'gif', pages: 3, animated: true },
      ['warn', 'animated'],
    ],
    ['pages', { name: 'a.tif', format: 'tiff', pages: 2 }, ['warn', 'several-pages']],
    ['a vector', { name: 'a.svg', format: 'svg' }, ['warn', 'vector']],
    ['a blank', { blank: true }, ['warn', 'blank']],
    ['an invalid name', { nameReadable: false }, ['warn', 'name-not-readable']],
    ['a place', { hasLocation: true }, ['pass', 'location-data']],
    ['size and file', { width: 500, colour: 'cmyk' }, ['reject', 'below-minimum', 'colour-cmyk']],
  ])('%s', (_, picture, expected) => {
    expect(judged(picture)).toEqual(expected)
  })

  it('says which extension the content asks for', () => {
    const { findings } = judgePicture(aPicture({ name: 'a.png' }), poster, defaultSizeRules, [])
    expect(findings).toMatchObject([{ measured: '.png', required: '.jpg', remedy: 'rename' }])
  })
})

describe('repeats (Melaka 13.6)', () => {
  const repeat = (different: Partial<RepeatToJudge>): RepeatToJudge => ({
    relation: 'likely',
    name: 'a.jpg',
    decision: null,
    ...different,
  })

  it.each<[Partial<RepeatToJudge>, string[]]>([
    [{ relation: 'same-bytes' }, ['reject', 'duplicate-bytes']],
    [{ relation: 'same-pixels' }, ['reject', 'duplicate-pixels']],
    [{ relation: 'certain' }, ['reject', 'repeated-certain']],
    [{ relation: 'likely' }, ['warn', 'repeated-likely']],
    [{ relation: 'likely', decision: 'repeat' }, ['reject', 'repeated-likely']],
    [{ relation: 'likely', decision: 'different' }, ['pass']],
    [{ relation: 'certain', decision: 'different' }, ['pass']],
    [{ relation: 'same-bytes', decision: 'different' }, ['reject', 'duplicate-bytes']],
    [{ relation: 'same-pixels', decision: 'different' }, ['reject', 'duplicate-pixels']],
  ])('%j', (different, expected) => {
    expect(judged({}, [repeat(different)])).toEqual(expected)
  })

  it('names what is repeated and the clause', () => {
    const repeats = [repeat({ relation: 'certain', name: 'lama/a.jpg' })]
    expect(judgePicture(aPicture(), poster, defaultSizeRules, repeats).findings).toMatchObject([
      { of: 'lama/a.jpg', clause: 'Melaka 13.6', remedy: 'use-the-kept-one' },
    ])
  })
})

describe('the verdict', () => {
  const finding = (severity: Finding['severity']): Finding => ({
    code: 'blank',
    severity,
    measured: null,
    required: null,
    clause: null,
    remedy: null,
  })

  it.each<[Finding['severity'][], string]>([
    [[], 'pass'],
    [['info'], 'pass'],
    [['info', 'warn'], 'warn'],
    [['reject', 'warn'], 'reject'],
    [['warn', 'unreadable', 'reject'], 'unreadable'],
  ])('%j → %s', (severities, verdict) => {
    expect(verdictOf(severities.map(finding))).toBe(verdict)
  })

  it('an unreadable file has no other verdict', () => {
    expect(verdictOf([unreadableFinding(unreadable('damaged'))])).toBe('unreadable')
  })

  it('another kind means other size rules for the same measurement', () => {
    const small = { width: 400, height: 400, name: 'logo.jpg' }
    expect(judged(small, [], 'poster')).toEqual(['reject', 'below-minimum'])
    expect(judged(small, [], 'avatar')).toEqual(['pass'])
  })
})

describe('guessing what a picture is for', () => {
  it.each<[Partial<Measurement>, ImageKind]>([
    [{}, 'poster'],
    [{ width: 400, height: 400 }, 'poster'],
    [{ width: 1080, height: 1080, name: 'profil.jpg' }, 'poster'],
    [{ width: 400, height: 400, name: 'Foto Profil JKR.png' }, 'avatar'],
    [{ width: 400, height: 401, name: 'avatar.png' }, 'poster'],
    [{ width: 500, height: 500, name: 'katalogo.png' }, 'poster'],
    [{ width: 1500, height: 500 }, 'header'],
    [{ width: 1500, height: 501 }, 'poster'],
    [{ width: 2000, height: 500, name: 'facebook_cover-2.png' }, 'header'],
    [{ width: 4000, height: 3000, fromCamera: true }, 'photo'],
    [{ width: 560, height: 315, fromCamera: true }, 'photo'],
    [{ width: 1200, height: 630, fromCamera: true }, 'poster'],
  ])('%j → %s', (picture, kind) => {
    expect(guessKind(aPicture(picture))).toBe(kind)
  })
})
