import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { blankContent } from '#contract/postContent'
import type { Post } from '#contract/posts'
import { PlainDate } from '#contract/values'
import PostPane from '../../../src/renderer/posts/pane/PostPane.vue'
import { eventually } from '../../support/eventually.ts'
import { addAccounts } from '../../support/postChecks.ts'
import { addTo } from '../../support/posts.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'
import { saveByKey, valueOf } from './paneActions'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

async function openPane(id: Post['id']): Promise<Mounted> {
  const pane = await mountPart(PostPane, test.client, { id, start: null })
  await pane.says('Teks induk')
  return pane
}

describe('what is typed into the pane of a post', () => {
  it('saves by Ctrl+S what stands in the field that has the focus', async () => {
    const post = await addTo(test, 'Laluan', {
      text: 'satu dua',
      day: PlainDate.parse('2026-12-01'),
    })
    const pane = await openPane(post.id)
    pane.control('field', 'Masa').focus()
    await pane.type('Masa', '930')
    await saveByKey()
    await pane.says('(versi 2)')
    expect((await test.workspace.posts.get({ id: post.id })).content.time).toBe('09:30')
    expect(document.activeElement).toBe(pane.control('field', 'Masa'))
    pane.control('field', 'Tanda pagar').focus()
    await pane.type('Tanda pagar', 'JKR')
    await saveByKey()
    await pane.says('(versi 3)')
    expect((await test.workspace.posts.get({ id: post.id })).content.hashtags).toEqual(['JKR'])
  })

  it('saves nothing while a field cannot be read, and says which', async () => {
    const post = await addTo(test, 'Laluan', { text: 'satu dua' })
    const pane = await openPane(post.id)
    await pane.type('Teks induk', 'satu dua tiga')
    pane.control('field', 'Masa').focus()
    await pane.type('Masa', '9 lebih')
    await saveByKey()
    await pane.says('“Masa” tidak dapat dibaca')
    expect((await test.workspace.posts.get({ id: post.id })).version).toBe(1)
    await pane.type('Masa', '')
    await saveByKey()
    await pane.says('(versi 2)')
  })

  it('stays as it is when a new post is saved for the first time', async () => {
    const id = shallowRef<Post['id'] | null>(null)
    const start = shallowRef<object | null>({})
    const host = defineComponent(
      () => () =>
        h(PostPane, {
          ...{ id: id.value, start: start.value },
          onSaved(post: Post) {
            id.value = post.id
            start.value = null
          },
        }),
    )
    const pane = await mountPart(host, test.client)
    await pane.says('Teks induk')
    const field = pane.control('field', 'Tajuk')
    await pane.type('Tajuk', 'Idea')
    field.focus()
    await saveByKey()
    await pane.says('“Idea” disimpan (versi 1)')
    await pane.says('Sejarah')
    expect(pane.control('field', 'Tajuk')).toBe(field)
    expect(document.activeElement).toBe(field)
  })

  it('takes what who is typing saved elsewhere without a word, where nothing is in conflict', async () => {
    const post = await addTo(test, 'Laluan', { text: 'satu dua' })
    const pane = await openPane(post.id)
    await pane.type('Teks induk', 'satu tiga')
    const day = PlainDate.parse('2026-12-02')
    await test.workspace.posts.move({ moves: [{ id: post.id, day, time: null }] })
    await eventually(() => expect(valueOf(pane, 'Tarikh')).toBe('2026-12-02'))
    expect(valueOf(pane, 'Teks induk')).toBe('satu tiga')
    expect(pane.text()).not.toContain('semasa anda menulis')
    await pane.click('Simpan')
    await pane.says('(versi 3)')
  })

  it('records an old post once, and says what stands in its way', async () => {
    const { facebook } = await addAccounts(test)
    const start = {
      day: PlainDate.parse('2026-11-20'),
      accounts: [{ accountId: facebook, text: null, day: null, time: null }],
    }
    const pane = await mountPart(PostPane, test.client, { id: null, start })
    await pane.says('Rekod sebagai diterbitkan')
    await pane.click('Rekod sebagai diterbitkan')
    await pane.says('Isi tajuk.')
    await pane.type('Tajuk', 'Majlis')
    await pane.type('Teks induk', 'Tahniah')
    const button = pane.control('button', 'Rekod sebagai diterbitkan')
    button.click()
    button.click()
    await pane.says('Sejarah')
    const { total } = await test.workspace.posts.list({
      ...{ period: null, filter: {}, trashed: false, order: 'title', descending: false },
      ...{ offset: 0, limit: 10 },
    })
    expect(total).toBe(1)
  })

  it('keeps a half-typed remark while another part is looked at', async () => {
    const post = await addTo(test, 'Laluan', { text: 'satu dua' })
    const pane = await openPane(post.id)
    await pane.click('Kelulusan')
    await pane.says('Tambah ulasan')
    await pane.type('Ulasan', 'separuh jalan')
    await pane.click('Kandungan')
    await pane.click('Kelulusan')
    await eventually(() => expect(valueOf(pane, 'Ulasan')).toBe('separuh jalan'))
    await pane.click('Tambah ulasan')
    await eventually(() => expect(valueOf(pane, 'Ulasan')).toBe(''))
  })

  it('asks before a published post is saved with another day', async () => {
    const { posts } = test.workspace
    const { facebook } = await addAccounts(test)
    const at = PlainDate.parse('2026-11-20')
    const { id } = await posts.addPublished({
      content: {
        ...{ ...blankContent('Laluan', 'text'), text: 'satu', day: at },
        accounts: [{ accountId: facebook, text: null, day: null, time: null }],
      },
      publication: { day: at, time: null, url: '', byId: null },
    })
    const pane = await openPane(id)
    await pane.type('Masa', '9')
    pane.control('field', 'Masa').dispatchEvent(new Event('change'))
    await flushPromises()
    await pane.click('Simpan')
    await pane.says('Laluan sudah diterbitkan. Orang lain mungkin bergantung pada tarikhnya.')
    expect((await posts.get({ id })).content.time).toBeNull()
    await pane.click('Pindah')
    await pane.says('(versi 2)')
  })
})
