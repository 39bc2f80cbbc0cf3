import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankContent, type PostContent } from '#contract/postContent'
import { PlainDate } from '#contract/values'
import { differenceOf } from '../../../src/main/workspace/posts/rules/difference.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { present } from '../../support/present.ts'

const content = (part: Partial<PostContent> = {}): PostContent => ({
  ...blankContent('Laluan alternatif', 'infographic'),
  ...part,
})

describe('the difference between two contents', () => {
  it('is nothing between a content and itself', () => {
    expect(differenceOf(content(), content())).toEqual([])
  })

  it('reads texts word by word', () => {
    const before = content({ text: 'Jalan ditutup esok' })
    expect(differenceOf(before, content({ text: 'Jalan dibuka esok' }))).toEqual([
      {
        field: 'text',
        parts: [
          { kind: 'same', text: 'Jalan ' },
          { kind: 'gone', text: 'ditutup' },
          { kind: 'come', text: 'dibuka' },
          { kind: 'same', text: ' esok' },
        ],
      },
    ])
  })

  it('never tears a key or a day apart', () => {
    const before = content({ category: 'info-rakyat', day: PlainDate.parse('2026-11-21') })
    const after = content({ category: 'info-jkr', day: PlainDate.parse('2026-11-22') })
    expect(differenceOf(before, after)).toEqual([
      {
        field: 'category',
        parts: [
          { kind: 'gone', text: 'info-rakyat' },
          { kind: 'come', text: 'info-jkr' },
        ],
      },
      {
        field: 'day',
        parts: [
          { kind: 'gone', text: '2026-11-21' },
          { kind: 'come', text: '2026-11-22' },
        ],
      },
    ])
  })

  it('takes a list choice by choice', () => {
    const before = content({ hashtags: ['JKR', 'Banjir'] })
    expect(differenceOf(before, content({ hashtags: ['JKR', 'Monsun'] }))).toEqual([
      {
        field: 'hashtags',
        parts: [
          { kind: 'same', text: 'JKR' },
          { kind: 'gone', text: 'Banjir' },
          { kind: 'come', text: 'Monsun' },
        ],
      },
    ])
  })

  it('tells an order that changed', () => {
    const before = content({ hashtags: ['a', 'b'] })
    const [only] = differenceOf(before, content({ hashtags: ['b', 'a'] }))
    expect(only?.parts.filter(({ kind }) => kind !== 'same')).toHaveLength(2)
  })
})

describe.each(databases)('what would change, on %s', (database) => {
  let test: TestWorkspace
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })
  afterEach(() => test.stop())

  it('is told against any version, for content that nobody saved', async () => {
    const { posts, accounts } = test.workspace
    const account = present((await accounts.list({}))[0])
    const added = await posts.add({ content: content({ text: 'satu' }), status: 'draft' })
    await posts.save({ id: added.id, base: 1, content: content({ text: 'satu dua' }) })
    const to = content({
      text: 'satu dua tiga',
      accounts: [{ accountId: account.id, text: '', day: null, time: null }],
    })
    const fields = async (from: number) =>
      (await posts.differenceTo({ id: added.id, from, to })).map(({ field, parts }) => [
        field,
        parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim()),
      ])
    // An own text that is empty is another thing than the master's, and is told.
    const own = [
      ['accounts', [account.id]],
      [`own:${account.id}`, ['own']],
    ]
    expect(await fields(2)).toEqual([['text', ['tiga']], ...own])
    expect(await fields(1)).toEqual([['text', ['dua tiga']], ...own])
    expect(await test.rows('select number from post_version')).toHaveLength(2)
    await expect(posts.differenceTo({ id: added.id, from: 9, to })).rejects.toMatchObject({
      reason: 'posts.unknown-version',
    })
  })
})
