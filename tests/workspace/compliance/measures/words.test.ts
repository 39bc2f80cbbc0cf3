import { afterEach, describe, expect, it } from 'vitest'
import type { PostContent } from '#contract/postContent'
import {
  addAccount,
  addPostAt,
  comeOut,
  foundOf,
  itemsBehind,
  measure,
  publish,
} from '../../../support/measured.ts'
import { day, on, time } from '../../../support/posts.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const programme: NonNullable<PostContent['programme']> = {
  ...{ name: 'Hari Terbuka', day: day('2026-10-12'), time: time('09:00'), state: null },
  ...{ place: 'Pekan', guests: ['YB Menteri'] },
}
const whole = 'Hari Terbuka di Pekan pada 12 Oktober 2026, jam 9.00 pagi bersama YB Menteri.'

describe.each(databases)('words of photos and videos on %s', (database) => {
  it('captions tell all five particulars, on every account', async () => {
    test = await startTestWorkspace(database)
    const [one, two] = [await addAccount(test, 'jkr'), await addAccount(test, 'jkr2')]
    const album = { kind: 'photo-album', programme } as const
    await publish(test, 'Lengkap', one, '2026-10-13', { ...album, text: whole })
    await publish(test, 'Tanpa tempat', one, '2026-10-13', {
      ...{ ...album, text: whole.replace(' di Pekan', '') },
    })
    // The text of the other account has nothing.
    const own = await addPostAt(test, '2026-09-01T01:00:00.000Z', 'Teks sendiri', [], {
      ...{ ...album, text: whole, accounts: [on(one), on(two, { text: 'Hari Terbuka.' })] },
    })
    await comeOut(test, own, one, '2026-10-13')
    await publish(test, 'Tanpa program', one, '2026-10-13', { kind: 'video-scp', text: 'Tip.' })
    await publish(test, 'Infografik', one, '2026-10-13', { kind: 'infographic', programme })
    await publish(test, 'September', one, '2026-09-30', album)
    const measured = await measure(test, 'melaka-13-5-b')
    expect(measured).toMatchObject({
      ...{ method: 'captions', counted: 3, kept: 1, uncounted: 1, verdict: 'not-met' },
    })
    const items = await itemsBehind(test, 'jkr-captions')
    expect(foundOf(items)).toEqual({
      ...{ Lengkap: 'caption-whole', 'Tanpa tempat': 'caption-lacks' },
      ...{ 'Teks sendiri': 'caption-lacks', 'Tanpa program': 'caption-without-programme' },
    })
    const place = items.find((item) => 'title' in item.place && item.place.title === 'Tanpa tempat')
    expect(place?.params).toEqual({ parts: ['place'] })
    await test.rows(`update post set body = '${whole}' where title = 'Tanpa tempat'`)
    expect(await measure(test, 'jkr-captions')).toMatchObject({ counted: 3, kept: 2 })
    // Who has no post in the period has nothing to measure.
    const subject = { kind: 'account', accountId: two } as const
    expect(await measure(test, 'jkr-captions', { subject })).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing' },
    })
  })

  it('are described: words, and a keyword to be found by', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    const album = { kind: 'photo-album' } as const
    const out = (title: string, parts: Partial<PostContent>) =>
      publish(test, title, account, '2026-10-13', { ...album, ...parts })
    await out('Dalam medan', { text: 'Jambatan baharu.', hashtags: ['jkr'] })
    await out('Dalam teks', { text: 'Jambatan baharu #jkr.' })
    await out('Tanpa kata kunci', { text: 'Jambatan baharu.' })
    await out('Tanpa teks', { hashtags: ['jkr'] })
    expect(await measure(test, 'kks-j-9')).toMatchObject({
      ...{ method: 'described', counted: 4, kept: 2, verdict: 'not-met' },
    })
    await test.rows(`update post set hashtags = '["jkr"]' where title = 'Tanpa kata kunci'`)
    await test.rows(`update post set body = 'Jambatan.' where title = 'Tanpa teks'`)
    expect(await measure(test, 'kks-j-9')).toMatchObject({ kept: 4, verdict: 'met' })
  })
})
