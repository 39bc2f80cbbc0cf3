import { describe, expect, it } from 'vitest'
import { groupsOf, problemsOf } from '../../../src/renderer/start/firstRun'
import { lengthOf, weaknessesOf } from '../../../src/renderer/start/passphrase'
import { emptyForm } from '../../../src/renderer/start/startStore'

describe('the length of a passphrase', () => {
  it('counts characters as people do, after normalisation', () => {
    expect([lengthOf('kerusi'), lengthOf('😀😀'), lengthOf('e\u0301')]).toEqual([6, 2, 1])
  })
})

describe('the advice on a passphrase', () => {
  const names = ['Bahagian Komunikasi Korporat', 'Siti Aminah binti Ali']
  it.each([
    ['kerusi hijau sungai tembaga', []],
    ['aaaaaaaaaaaaaaa', ['repeated']],
    ['hujanhujanhujanhujan', ['repeated']],
    ['payung 12345 biru', ['sequence']],
    ['54321 payung biru', ['sequence']],
    ['QWERTY payung biru', ['sequence']],
    ['payung komunikasi biru', ['named']],
    ['payung AMINAH biru', ['named']],
    // Three letters stand in too many words to be held against anybody.
    ['tinggalkan kota lama', []],
    ['', []],
  ])('%j', (passphrase, weaknesses) => {
    expect(weaknessesOf(passphrase, names)).toEqual(weaknesses)
  })
})

describe('a step of the first run', () => {
  it('is held back by what is missing, and named beside its field', () => {
    const form = emptyForm()
    expect(problemsOf('unit', form)).toEqual({ unitName: 'office.unitNameMissing' })
    expect(problemsOf('administrator', { ...form, name: 'Siti' })).toEqual({
      post: 'people.postMissing',
    })
    expect(problemsOf('passphrase', { ...form, passphrase: 'sebelas 123' })).toEqual({
      passphrase: 'errors.gate.weak-passphrase',
    })
    expect(
      problemsOf('passphrase', { ...form, passphrase: 'dua belas 12', passphraseAgain: 'lain' }),
    ).toEqual({ passphraseAgain: 'start.passphrase.different' })
    expect(problemsOf('proof', form)).toEqual({ typedCode: 'start.firstRun.codeMissing' })
  })

  it('allows six lines of letterhead, empty ones not counted', () => {
    const form = { ...emptyForm(), unitName: 'BKK', letterhead: '1\n2\n\n3\n4\n5\n6\n' }
    expect(problemsOf('unit', form)).toEqual({})
    expect(problemsOf('unit', { ...form, letterhead: `${form.letterhead}7` })).toEqual({
      letterhead: 'office.letterheadLong',
    })
  })

  it('shows the recovery code in the groups it is read in', () => {
    expect(groupsOf('0PCB-T0CD-2907')).toEqual(['0PCB', 'T0CD', '2907'])
  })
})
