import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankContent, type PostContent } from '#contract/postContent'
import type { Post } from '#contract/posts'
import { PlainDate } from '#contract/values'
import PostPane from '../../../src/renderer/posts/pane/PostPane.vue'
import { eventually } from '../../support/eventually.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'
import { valueOf } from './paneActions'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

function addPost(part: Partial<PostContent> = {}): Promise<Post> {
  const content = { ...blankContent('Laluan', 'text'), text: 'satu dua', notes: 'lama', ...part }
  return test.workspace.posts.add({ content, status: 'draft' })
}

async function openPane(id: Post['id'] | null): Promise<Mounted> {
  const pane = await mountPart(PostPane, test.client, { id, start: null })
  await pane.says('Teks induk')
  return pane
}

/** Leaves a field, as a person does by Tab. */
async function leave(pane: Mounted, name: string): Promise<void> {
  pane.control('field', name).dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  await flushPromises()
}

describe('the pane of a post', () => {
  it('saves what is typed by Ctrl+S, and nothing where nothing changed', async () => {
    const post = await addPost()
    const pane = await openPane(post.id)
    await pane.type('Teks induk', 'satu dua tiga')
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true }),
    )
    await pane.says('“Laluan” disimpan (versi 2)')
    const kept = async () => (await test.workspace.posts.get({ id: post.id })).content.text
    expect(await kept()).toBe('satu dua tiga')
    await pane.click('Buat asal')
    await eventually(async () => expect(await kept()).toBe('satu dua'))
    await eventually(() => expect(valueOf(pane, 'Teks induk')).toBe('satu dua'))
    await eventually(() => {
      expect(() => pane.control('button', 'Simpan')).toThrow()
    })
  })

  it('keeps a draft when a field is left, and forgets it when it is typed back', async () => {
    const post = await addPost()
    const pane = await openPane(post.id)
    await pane.type('Teks induk', 'separuh')
    await leave(pane, 'Teks induk')
    await pane.says('Draf disimpan 09:00')
    expect(await test.workspace.posts.drafts({})).toMatchObject([
      { postId: post.id, baseVersion: 1, content: { text: 'separuh', notes: 'lama' } },
    ])
    await pane.type('Teks induk', 'satu dua')
    await eventually(async () => {
      expect(await test.workspace.posts.drafts({})).toEqual([])
    })
  })

  it('keeps what is typed when it closes, and offers it when it opens', async () => {
    const post = await addPost()
    const pane = await openPane(post.id)
    await pane.type('Teks induk', 'separuh')
    pane.page.unmount()
    await eventually(async () => {
      expect(await test.workspace.posts.drafts({})).toHaveLength(1)
    })
    const again = await openPane(post.id)
    await again.says('belum disimpan')
    expect(valueOf(again, 'Teks induk')).toBe('satu dua')
    await again.click('Sambung')
    expect(valueOf(again, 'Teks induk')).toBe('separuh')
    await again.click('Buang perubahan')
    await again.says('Tulisan yang belum disimpan dibuang')
    expect(valueOf(again, 'Teks induk')).toBe('satu dua')
    await again.click('Buat asal')
    expect(valueOf(again, 'Teks induk')).toBe('separuh')
  })

  it('throws a draft away that is not wanted', async () => {
    await test.workspace.posts.keepDraft({
      ...{ postId: null, baseVersion: null },
      content: { ...blankContent('Idea lama', 'text') },
    })
    const pane = await openPane(null)
    await pane.says('Idea lama')
    await pane.click('Buang')
    await eventually(async () => {
      expect(await test.workspace.posts.drafts({})).toEqual([])
    })
    expect(valueOf(pane, 'Tajuk')).toBe('')
  })

  it('loses nothing when somebody saves in between', async () => {
    const post = await addPost()
    const pane = await openPane(post.id)
    await pane.type('Teks induk', 'satu tiga')
    const theirs = { ...post.content, notes: 'baharu', text: 'satu empat' }
    await test.workspace.posts.save({ id: post.id, base: 1, content: theirs })
    // Saved by who is typing: nobody else is accused of it.
    await pane.says('Hantaran ini berubah semasa anda menulis')
    await pane.says('Siti Aminah binti Abdullah menyimpan versi 2')
    await pane.says('diubah oleh kedua-duanya')
    expect(valueOf(pane, 'Teks induk')).toBe('satu tiga')
    await pane.click('Guna versi terbaharu sebagai asas')
    await pane.click('Simpan')
    await pane.says('(versi 3)')
    expect((await test.workspace.posts.get({ id: post.id })).content).toMatchObject({
      ...{ text: 'satu tiga', notes: 'baharu' },
    })
  })

  it('follows what others save while nothing is typed here', async () => {
    const post = await addPost()
    const pane = await openPane(post.id)
    const theirs = { ...post.content, text: 'dari tempat lain' }
    await test.workspace.posts.save({ id: post.id, base: 1, content: theirs })
    await eventually(() => {
      expect(valueOf(pane, 'Teks induk')).toBe('dari tempat lain')
    })
  })

  it('follows theirs once mine is typed back', async () => {
    const post = await addPost()
    const pane = await openPane(post.id)
    await pane.type('Teks induk', 'satu tiga')
    const theirs = { ...post.content, text: 'satu empat' }
    await test.workspace.posts.save({ id: post.id, base: 1, content: theirs })
    await pane.says('menyimpan versi 2')
    await pane.type('Teks induk', 'satu dua')
    await eventually(() => {
      expect(valueOf(pane, 'Teks induk')).toBe('satu empat')
    })
    expect(pane.text()).not.toContain('menyimpan versi 2')
  })

  it('lets my writing go for theirs, and takes it back', async () => {
    const post = await addPost()
    const pane = await openPane(post.id)
    await pane.type('Teks induk', 'satu tiga')
    const theirs = { ...post.content, text: 'satu empat' }
    await test.workspace.posts.save({ id: post.id, base: 1, content: theirs })
    await pane.says('menyimpan versi 2')
    await pane.click('Buang tulisan saya')
    expect(valueOf(pane, 'Teks induk')).toBe('satu empat')
    await pane.click('Buat asal')
    expect(valueOf(pane, 'Teks induk')).toBe('satu tiga')
    await pane.says('menyimpan versi 2')
  })

  it('says beside the field what is unsound, once it is to be saved', async () => {
    const pane = await openPane(null)
    expect(pane.text()).not.toContain('Isi tajuk.')
    await pane.click('Simpan sebagai idea')
    await pane.says('Isi tajuk.')
    await pane.type('Tajuk', 'Idea')
    await pane.click('Simpan sebagai idea')
    await pane.says('“Idea” disimpan (versi 1)')
    const { tiles } = await test.workspace.posts.list({
      ...{ period: null, filter: {}, trashed: false, order: 'title', descending: false },
      ...{ offset: 0, limit: 10 },
    })
    expect(tiles.map(({ title, status }) => [title, status])).toEqual([['Idea', 'idea']])
    // The form goes on with what it has become.
    await pane.says('Sejarah')
  })

  it('changes the status by hand and takes it back', async () => {
    const post = await addPost()
    const pane = await openPane(post.id)
    await pane.click('Tukar status')
    await pane.click('Jadikan idea')
    await pane.says('Status hantaran: Idea')
    await pane.click('Buat asal')
    await eventually(async () => {
      expect((await test.workspace.posts.get({ id: post.id })).status).toBe('draft')
    })
  })

  it('says that its slot passed, and keeps the reason for which it is held', async () => {
    // The clock stands at 23 November 2026, 09:00.
    const post = await addPost({ day: PlainDate.parse('2026-11-22') })
    const pane = await openPane(post.id)
    await pane.says('Tamat tempoh')
    await test.workspace.posts.setStatus({ ids: [post.id], to: 'on-hold', reason: 'Banjir' })
    await pane.says('Sebab: Banjir')
    expect(pane.text()).not.toContain('Tamat tempoh')
  })

  it('is off in the trash, and offers the way out', async () => {
    const post = await addPost()
    await test.workspace.posts.trash({ ids: [post.id] })
    const pane = await openPane(post.id)
    await pane.says('Dalam tong sampah sejak')
    expect(pane.control('field', 'Teks induk').closest('fieldset[disabled]')).not.toBeNull()
    await pane.click('Pulihkan')
    await eventually(() => {
      expect(pane.control('field', 'Teks induk').closest('fieldset[disabled]')).toBeNull()
    })
  })

  it('is only to be read for a viewer', async () => {
    const post = await addPost()
    const viewer = await test.workspace.people.add({ name: 'Tetamu', post: 'Pemerhati' })
    await test.workspace.gate.switchPerson({ id: viewer.id })
    const pane = await openPane(post.id)
    await pane.says('sahaja')
    expect(pane.control('field', 'Teks induk').closest('fieldset[disabled]')).not.toBeNull()
    expect(pane.control('button', 'Tukar status').getAttribute('aria-disabled')).toBe('true')
  })
})
