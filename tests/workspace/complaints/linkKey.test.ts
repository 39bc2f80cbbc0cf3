import { expect, it } from 'vitest'
import { linkKey } from '../../../src/main/workspace/complaints/rules/linkKey.ts'

it.each([
  ['https://www.facebook.com/jkr/posts/77', 'facebook.com/jkr/posts/77'],
  ['http://M.Facebook.com/jkr/posts/77/', 'facebook.com/jkr/posts/77'],
  [
    'https://mbasic.facebook.com/jkr/posts/77?fbclid=IwAR1&mibextid=q#x',
    'facebook.com/jkr/posts/77',
  ],
  [
    'https://www.facebook.com/permalink.php?story_fbid=1&id=2&__tn__=R&__cft__[0]=A',
    'facebook.com/permalink.php?id=2&story_fbid=1',
  ],
  ['https://fb.com/jkr/posts/77?comment_id=9', 'facebook.com/jkr/posts/77?comment_id=9'],
  ['https://twitter.com/ali/status/12?s=20&t=abc', 'x.com/ali/status/12'],
  ['https://mobile.x.com/ali/status/12/photo/1', 'x.com/ali/status/12/photo/1'],
  ['https://www.instagram.com/p/AbC/?igsh=1&utm_source=ig', 'instagram.com/p/AbC'],
  ['https://youtu.be/AbC?si=1', 'youtube.com/watch?v=AbC'],
  ['https://m.youtube.com/watch?v=AbC&feature=share&t=3s', 'youtube.com/watch?v=AbC'],
  // Elsewhere a single letter may be the page, and the case of a path tells pages apart.
  ['https://blog.my/?s=lubang', 'blog.my?s=lubang'],
  ['https://blog.my/A', 'blog.my/A'],
  // A house alone tells nothing; what is half typed is no address.
  ['https://www.facebook.com/', null],
  ['https://facebook.com?fbclid=1', null],
  ['facebook.com/jkr', null],
  ['ftp://facebook.com/jkr', null],
  ['', null],
])('the address %j is compared as %j', (link, key) => {
  expect(linkKey(link)).toBe(key)
})
