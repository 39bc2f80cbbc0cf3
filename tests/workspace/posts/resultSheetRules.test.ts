import { describe, expect, it } from 'vitest'
import { guessResults } from '../../../src/main/workspace/posts/rules/resultSheet/guess.ts'
import { linkKey } from '../../../src/main/workspace/posts/rules/resultSheet/links.ts'
import { writtenCount } from '../../../src/main/workspace/sheets/writtenCount.ts'

it.each([
  ['0', 0],
  ['1234', 1234],
  ['1,234', 1234],
  ['12,345,678', 12_345_678],
  ['1 234', 1234],
  ['1,234.00', 1234],
  ['1234.0', 1234],
  ['1000000000', 1_000_000_000],
  ['1000000001', null],
  // A fraction here, a thousand elsewhere: neither is made up.
  ['1.234', null],
  ['1,23', null],
  ['12,34,567', null],
  ['1234.5', null],
  ['-3', null],
  ['tiada', null],
  ['1.2k', 'rounded'],
  ['1.2K', 'rounded'],
  ['3 ribu', 'rounded'],
  ['2,5 juta', 'rounded'],
  ['4M', 'rounded'],
])('%j is the count %j', (text, count) => {
  expect(writtenCount(text)).toBe(count)
})

describe('links', () => {
  it.each([
    ['https://www.facebook.com/jkr/posts/1', 'http://m.facebook.com/jkr/posts/1/?fbclid=x#a'],
    ['https://twitter.com/jkr/status/9?s=20', 'x.com/jkr/status/9'],
    ['https://youtube.com/watch?v=AbC&feature=share', 'https://www.youtube.com/watch?v=AbC'],
  ])('%s and %s are one post', (one, other) => {
    expect(linkKey(one)).toBe(linkKey(other))
  })

  it.each([
    ['https://youtube.com/watch?v=AbC', 'https://youtube.com/watch?v=aBc'],
    ['https://facebook.com/permalink.php?story_fbid=1', 'https://facebook.com/permalink.php'],
    ['https://x.com/jkr/status/9', 'https://x.com/jkr/status/90'],
  ])('%s and %s are two', (one, other) => {
    expect(linkKey(one)).not.toBe(linkKey(other))
  })

  it('that are none have no key', () => {
    expect(['', 'jambatan', 'http://'].map(linkKey)).toEqual(['', '', ''])
  })
})

describe('exports of the networks', () => {
  const matched = (headings: string) => {
    const all = headings.split(',')
    const { guess, preset } = guessResults(all)
    const found = all.flatMap((heading, at) => (guess[at] ? [`${heading}: ${guess[at]}`] : []))
    return { preset, found }
  }

  it('of Facebook and Instagram by Meta Business Suite, whose dates are not read', () => {
    expect(
      matched(
        'Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Caption type,Permalink,Is crosspost,Is share,Post type,Languages,Custom labels,Funded content status,Data comment,Date,Views,Reach,Reactions,Comments,Shares,Total clicks',
      ),
    ).toEqual({
      preset: 'meta',
      found: [
        ...['Permalink: link', 'Reach: reach', 'Reactions: likes', 'Comments: comments'],
        'Shares: shares',
      ],
    })
    expect(
      matched(
        'Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Likes,Shares,Comments,Saves,Reach,Follows',
      ),
    ).toEqual({
      preset: 'meta',
      found: [
        ...['Permalink: link', 'Likes: likes', 'Shares: shares', 'Comments: comments'],
        'Reach: reach',
      ],
    })
  })

  it('of X, whose date is not that of the numbers', () => {
    expect(
      matched(
        'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits',
      ),
    ).toEqual({
      preset: 'x',
      found: [
        ...['Post Link: link', 'Impressions: reach', 'Likes: likes', 'Replies: comments'],
        'Reposts: shares',
      ],
    })
  })

  it('other sheets are known by their words, in both languages', () => {
    expect(matched('Bil,Tarikh,Tajuk,Platform,Capaian,Suka,Kongsi,Komen')).toEqual({
      preset: null,
      found: [
        ...['Tarikh: day', 'Tajuk: title', 'Platform: account', 'Capaian: reach', 'Suka: likes'],
        ...['Kongsi: shares', 'Komen: comments'],
      ],
    })
  })
})
