import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { blankContent } from '#contract/postContent'
import { ImageId, PersonId, PlainDate } from '#contract/values'
import {
  blankProgramme,
  formOf,
  keptForm,
  newForm,
  read,
  sameForm,
  type PostForm,
} from '../../../src/renderer/posts/form/postForm'
import { rebase, savedOnlyBy } from '../../../src/renderer/posts/form/rebase'

const account = (digit: number) =>
  AccountId.parse(`0000000${String(digit)}-0000-4000-8000-000000000000`)
const form = (part: Partial<PostForm> = {}): PostForm => ({
  ...newForm(),
  title: 'Laluan',
  ...part,
})

describe('the form of a post', () => {
  it('begins with what is known, and nothing else', () => {
    const day = PlainDate.parse('2026-12-01')
    expect(newForm({ day })).toEqual({ ...blankContent('', 'infographic'), day })
  })

  it('gives back the content it was made of', () => {
    const content = { ...blankContent('Laluan', 'photo-album'), hashtags: ['JKR'], notes: 'x' }
    expect(read(formOf(content)).content).toEqual(content)
  })

  it('trims and drops the sign of a hashtag on the way to a command', () => {
    const { content } = read(form({ title: '  Laluan ', hashtags: ['#JKR'] }))
    expect(content?.title).toBe('Laluan')
    expect(content?.hashtags).toEqual(['JKR'])
  })

  it.each<[string, Partial<PostForm>, string, string]>([
    ['no title', { title: ' ' }, 'title', 'titleMissing'],
    ['a title of 201 characters', { title: 'a'.repeat(201) }, 'title', 'titleLong'],
    ['a title in two lines', { title: 'a\nb' }, 'title', 'titleLong'],
    ['a brief over 5 000', { brief: 'a'.repeat(5_001) }, 'brief', 'tooLong'],
    ['a text over 20 000', { text: 'a'.repeat(20_001) }, 'text', 'tooLong'],
    ['a hashtag of two words', { hashtags: ['satu dua'] }, 'hashtags', 'hashtagWrong'],
    ['a link without a host', { links: ['https://laluan'] }, 'links', 'linkWrong'],
    ['61 hashtags', { hashtags: names(61) }, 'hashtags', 'tooMany'],
    [
      'a programme without a name',
      { programme: blankProgramme() },
      'programme.name',
      'programmeNameMissing',
    ],
    [
      'an own text over 20 000',
      { accounts: [{ accountId: account(1), text: 'a'.repeat(20_001), day: null, time: null }] },
      `account:${account(1)}`,
      'tooLong',
    ],
  ])('says of %s which field and what', (_, part, field, problem) => {
    expect(read(form(part))).toEqual({ content: null, problems: { [field]: problem } })
  })

  it.each<[string, Partial<PostForm>]>([
    ['a title of 200 characters', { title: 'a'.repeat(200) }],
    ['a text of 20 000', { text: 'a'.repeat(20_000) }],
    ['60 hashtags', { hashtags: names(60) }],
  ])('takes %s', (_, part) => {
    expect(read(form(part)).problems).toEqual({})
  })

  it('is the same with stray spaces, another with other words', () => {
    expect(sameForm(form({ title: 'Laluan ' }), form())).toBe(true)
    expect(sameForm(form({ text: 'a' }), form())).toBe(false)
    expect(sameForm(form({ title: '' }), form())).toBe(false)
  })

  it('reads a kept draft whatever it holds', () => {
    const mine = form({ title: '', text: 'separuh', hashtags: ['a b'] })
    expect(keptForm(structuredClone(mine))).toEqual(mine)
    expect(keptForm({ title: 7, day: 'esok', images: [{}], kind: 'lukisan' })).toEqual(newForm())
  })
})

describe('my typing over what was saved meanwhile', () => {
  const base = form({ text: 'satu dua', notes: 'lama' })

  it('takes what I did not touch from the newest version', () => {
    const theirs = form({ text: 'satu dua', notes: 'baharu' })
    const mine = form({ text: 'satu tiga', notes: 'lama' })
    expect(rebase(mine, base, theirs)).toEqual({
      form: form({ text: 'satu tiga', notes: 'baharu' }),
      both: [],
    })
  })

  it('keeps mine where both changed, and says so', () => {
    const theirs = form({ text: 'satu empat', notes: 'lama' })
    const mine = form({ text: 'satu tiga', notes: 'lama' })
    expect(rebase(mine, base, theirs)).toEqual({ form: mine, both: ['text'] })
  })

  it('finds no quarrel where both wrote the same', () => {
    const both = form({ text: 'lima', notes: 'lama' })
    expect(rebase(both, base, both)).toEqual({ form: both, both: [] })
  })

  it('takes accounts one by one', () => {
    const on = (digit: number, text: string | null = null) => ({
      ...{ accountId: account(digit), text },
      ...{ day: null, time: null },
    })
    const old = form({ accounts: [on(1), on(2), on(3)] })
    const mine = form({ accounts: [on(1, 'saya'), on(2), on(4)] })
    const theirs = form({ accounts: [on(1), on(2, 'dia'), on(3), on(5)] })
    expect(rebase(mine, old, theirs)).toEqual({
      form: form({ accounts: [on(1, 'saya'), on(2, 'dia'), on(5), on(4)] }),
      both: [],
    })
    const quarrel = form({ accounts: [on(1, 'dia'), on(2), on(3)] })
    expect(rebase(mine, old, quarrel).both).toEqual([`account:${account(1)}`])
  })

  it('is overtaken by nobody else where all that is newer is my own', () => {
    const [me, other] = ['1', '2'].map((digit) =>
      PersonId.parse(`0000000${digit}-0000-4000-8000-000000000000`),
    )
    if (me === undefined || other === undefined) throw new Error('Nobody')
    const versions = [
      { number: 4, byId: me },
      { number: 3, byId: me },
      { number: 2, byId: other },
    ]
    expect(savedOnlyBy(me, versions, 2)).toBe(true)
    expect(savedOnlyBy(me, versions, 1)).toBe(false)
    expect(savedOnlyBy(other, versions, 3)).toBe(false)
    expect(savedOnlyBy(me, versions, 4)).toBe(false)
  })

  it('leaves no field of the form behind', () => {
    const mine: PostForm = {
      ...form({ title: 'x', brief: 'x', kind: 'text', category: 'x', approach: 'x' }),
      ...{ thrusts: ['x'], segments: ['x'], text: 'x', hashtags: ['x'], links: ['x'], notes: 'x' },
      ...{ programme: { ...blankProgramme(), name: 'x' } },
      ...{ requestedOn: PlainDate.parse('2026-01-01'), deliveredOn: PlainDate.parse('2026-01-02') },
      day: PlainDate.parse('2026-01-03'),
      images: [{ imageId: ImageId.parse('00000009-0000-4000-8000-000000000000'), altText: 'x' }],
      accounts: [{ accountId: account(1), text: 'x', day: null, time: null }],
    }
    expect(rebase(mine, form(), form()).form).toEqual(mine)
    expect(rebase(form(), form(), mine).form).toEqual(mine)
  })
})

function names(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `tag${String(place)}`)
}
