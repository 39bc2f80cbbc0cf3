import { describe, expect, it } from 'vitest'
import { Handle, isWebAddress, OptionalEmail, OptionalWebsite } from '#contract/accounts'
import {
  handleKey,
  uniformityOf,
  type PictureFacts,
  type Profile,
} from '../../../src/main/workspace/accounts/rules.ts'

const sound: PictureFacts = { kind: 'avatar', isPicture: true, trashed: false, rejected: false }
// In the manner of the example in KKS K(ii).
const biography = 'Ini akaun rasmi JKR Malaysia. Aduan dan cadangan: pro@kkr.gov.my'
const complete: Profile = {
  avatar: sound,
  biography,
  header: { ...sound, kind: 'header' },
  website: 'https://www.kkr.gov.my',
}

function gapsOf(profile: Partial<Profile>): Record<string, readonly string[]> {
  const found = uniformityOf({ ...complete, ...profile }).filter(({ gaps }) => gaps.length > 0)
  return Object.fromEntries(found.map(({ control, gaps }) => [control, gaps]))
}

describe('uniformity of an account (KKS K)', () => {
  it('is four controls, each with its clause', () => {
    expect(uniformityOf(complete)).toEqual([
      { control: 'avatar', clause: 'KKS K(i)', gaps: [] },
      { control: 'biography', clause: 'KKS K(ii)', gaps: [] },
      { control: 'header', clause: 'KKS K(iii)', gaps: [] },
      { control: 'website', clause: 'KKS K(iv)', gaps: [] },
    ])
  })

  it('of an account of which nothing is known lacks all four', () => {
    expect(gapsOf({ avatar: null, biography: ' ', header: null, website: '' })).toEqual({
      avatar: ['image-missing'],
      biography: ['biography-missing'],
      header: ['image-missing'],
      website: ['website-missing'],
    })
  })

  it.each<[string, Partial<PictureFacts>, string[]]>([
    ['in the trash', { trashed: true }, ['image-trashed']],
    ['in the trash and rejected', { trashed: true, rejected: true }, ['image-trashed']],
    ['a poster', { kind: 'poster' }, ['image-of-other-kind']],
    ['a photo', { kind: 'photo' }, ['image-of-other-kind']],
    ['a video', { isPicture: false }, ['image-of-other-kind']],
    ['rejected', { rejected: true }, ['image-rejected']],
    ['sound', {}, []],
  ])('a picture that is %s', (_, facts, gaps) => {
    expect(gapsOf({ avatar: { ...sound, ...facts } })).toEqual(
      gaps.length === 0 ? {} : { avatar: gaps },
    )
    expect(gapsOf({ header: { ...sound, kind: 'header', ...facts } })).toEqual(
      gaps.length === 0 ? {} : { header: gaps },
    )
  })

  it('an avatar is no header', () => {
    expect(gapsOf({ header: sound })).toEqual({ header: ['image-of-other-kind'] })
  })

  it.each<[string, string[]]>([
    [biography, []],
    ['AKAUN RASMI LLM. aduan@llm.gov.my', []],
    ['The Official account of CIDB; complaints to info@cidb.gov.my.', []],
    ['Akaun JKR Johor. jkrjohor@jkr.gov.my', ['biography-not-official']],
    ['Majlis perasmian jambatan, tak rasmikan. a@jkr.gov.my', ['biography-not-official']],
    ['Akaun rasmi JKR Johor.', ['biography-no-email']],
    ['Akaun rasmi JKR Johor. Aduan: jkrjohor@gmail.com', ['biography-email-not-official']],
    ['Akaun rasmi. Aduan: a@jkrgov.my', ['biography-email-not-official']],
    ['Akaun rasmi. Aduan: a@jkr.gov.my.example.com', ['biography-email-not-official']],
    ['Akaun rasmi. a@gmail.com atau b@jkr.gov.my', []],
    ['JKR Johor membina negeri', ['biography-not-official', 'biography-no-email']],
  ])('a biography «%s»', (text, gaps) => {
    expect(gapsOf({ biography: text })).toEqual(gaps.length === 0 ? {} : { biography: gaps })
  })

  it.each<[string, string[]]>([
    ['https://www.jkr.gov.my/', []],
    ['http://jkr.johor.gov.my/laman?id=1', []],
    ['https://WWW.KKR.GOV.MY', []],
    ['https://www.jkr.com.my', ['website-not-official']],
    ['https://jkrgov.my', ['website-not-official']],
    ['https://gov.my', ['website-not-official']],
    ['https://example.com/jkr.gov.my', ['website-not-official']],
    ['', ['website-missing']],
  ])('a website «%s»', (website, gaps) => {
    expect(gapsOf({ website })).toEqual(gaps.length === 0 ? {} : { website: gaps })
  })
})

describe('what is typed', () => {
  it.each([
    ['JKRMalaysia', 'JKRMalaysia'],
    ['@JKRMalaysia', 'JKRMalaysia'],
    ['  @@jkr_kedah ', 'jkr_kedah'],
    ['jabatan.kerja.raya', 'jabatan.kerja.raya'],
  ])('a handle «%s» is kept as «%s»', (typed, kept) => {
    expect(Handle.parse(typed)).toBe(kept)
  })

  it.each(['', '@', '  ', 'JKR Malaysia', 'https://x.com/JKRMalaysia', 'a@b', 'x'.repeat(101)])(
    '«%s» is no handle',
    (typed) => {
      expect(Handle.safeParse(typed).success).toBe(false)
    },
  )

  it('handles are one whatever their letter case', () => {
    expect(handleKey('@JKRPahang')).toBe(handleKey('JKRPAHANG'))
    expect(handleKey('jkr_kedah')).not.toBe(handleKey('jkrkedah'))
  })

  it.each([
    ['pro@kkr.gov.my', true],
    ['', true],
    ['pro@kkr', false],
    ['pro kkr.gov.my', false],
    ['pro@@kkr.gov.my', false],
  ])('an address «%s»: %s', (typed, isFit) => {
    expect(OptionalEmail.safeParse(typed).success).toBe(isFit)
  })

  it.each([
    ['https://www.jkr.gov.my', true],
    ['http://jkr.gov.my/a?b=c', true],
    ['www.jkr.gov.my', false],
    ['https://jkr', false],
    ['https://jkr gov.my', false],
    ['javascript:alert(1)', false],
    ['ftp://jkr.gov.my', false],
    ['https://', false],
  ])('a web address «%s»: %s', (typed, isFit) => {
    expect(isWebAddress(typed)).toBe(isFit)
    expect(OptionalWebsite.safeParse(typed).success).toBe(isFit)
  })
})
