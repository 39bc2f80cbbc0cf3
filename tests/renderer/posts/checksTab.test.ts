import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankContent, type PostContent } from '#contract/postContent'
import type { Post } from '#contract/posts'
import { PlainDate } from '#contract/values'
import PostPane from '../../../src/renderer/posts/pane/PostPane.vue'
import { register } from '../../support/complaints.ts'
import { eventually } from '../../support/eventually.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  // The clock stands at Monday, 23 November 2026.
  test = await startTestWorkspace('sqlite')
  await test.workspace.planning.addTerm({ term: 'banjir', why: 'Semak fakta', suggestion: '' })
})
afterEach(() => test.stop())

async function openChecks(part: Partial<PostContent>): Promise<{ pane: Mounted; post: Post }> {
  const content = { ...blankContent('Laluan', 'text'), ...part }
  const post = await test.workspace.posts.add({ content, status: 'draft' })
  const pane = await mountPart(PostPane, test.client, { id: post.id, start: null })
  await pane.says('Teks induk')
  await pane.click('Semakan')
  return { pane, post }
}

describe('the checks of a post', () => {
  it('say what was found, why, and where in the text', async () => {
    const { pane } = await openChecks({ text: 'Ini kes banjir di Kota Bharu.' })
    await pane.says('1 amaran')
    await pane.says('Istilah sensitif “banjir”. Semak fakta dan kesesuaiannya.')
    await pane.says('Sebab: Semak fakta')
    await pane.says('Sumber: Melaka 11')
    await pane.click('Tunjukkan dalam teks: banjir')
    await eventually(() => {
      const field = document.activeElement
      expect(field).toBeInstanceOf(HTMLTextAreaElement)
      if (!(field instanceof HTMLTextAreaElement)) return
      expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('banjir')
    })
  })

  it('warn of urgent complaints that are open where the programme is', async () => {
    const [kind] = (await test.workspace.reference.lists({}))['urgent-kinds']
    const urgent = kind?.item.key ?? null
    await register(test, { state: 'MY-03', district: 'Kota Bharu', urgent })
    await register(test, { state: 'MY-03', district: 'Machang', urgent })
    const programme = {
      ...{ name: 'Pecah tanah', day: PlainDate.parse('2026-12-10'), time: null, guests: [] },
      ...{ place: 'Dewan Komuniti, Kota Bharu', state: 'MY-03' as const },
    }
    const { pane } = await openChecks({ text: 'Jemputan.', programme })
    await pane.says('2 aduan mendesak belum selesai di Kelantan.')
    await pane.says('1 daripadanya di Kota Bharu, tempat program ini.')
    await pane.says('Lihat aduan')
  })

  it('follow what is typed once it rests', async () => {
    const { pane } = await openChecks({ text: 'Jalan dibuka semula.' })
    await pane.says('Tiada perkara ditemui')
    await pane.click('Kandungan')
    await pane.type('Teks induk', 'Pemilik 900101-03-5678 dihubungi.')
    await pane.click('Semakan')
    await pane.says('1 halangan')
    await pane.says('Teks mengandungi nombor kad pengenalan. Buang nombor itu.')
    await pane.says('900101-03-5678')
  })

  it('stand beside the tab and beneath the field while another part is open, and in what is said of a save', async () => {
    const content = { ...blankContent('Laluan', 'text'), text: 'Jalan dibuka semula.' }
    const post = await test.workspace.posts.add({ content, status: 'draft' })
    const pane = await mountPart(PostPane, test.client, { id: post.id, start: null })
    await pane.says('Teks induk')
    await pane.type('Teks induk', 'Pemilik 900101-03-5678 dihubungi kerana banjir.')
    const tab = () => pane.control('button', 'Semakan')
    await eventually(() => expect(tab().title).toBe('Semakan: 1 halangan, 1 amaran'))
    const marks = [...tab().querySelectorAll<HTMLElement>('[data-count]')]
    expect(marks.map(({ dataset }) => dataset['count'])).toEqual(['1', '1'])
    await pane.says('Teks mengandungi nombor kad pengenalan. Buang nombor itu.')
    await pane.click('Simpan')
    await pane.says('“Laluan” disimpan (versi 2). Semakan: 1 halangan, 1 amaran')
    await pane.click('Buka Semakan')
    await pane.says('Sumber: Melaka 8')
  })

  it('take a person’s word on a term with a reason, and give it back', async () => {
    const { pane, post } = await openChecks({ text: 'Ini kes banjir di Kota Bharu.' })
    await pane.says('1 amaran')
    await pane.click('Sahkan telah disemak')
    await pane.click('Sahkan telah disemak')
    await pane.says('Isi sebab istilah ini boleh kekal.')
    await pane.type('Sebab istilah ini boleh kekal', 'Disahkan JPS')
    await pane.click('Sahkan telah disemak')
    await pane.says('Disemak oleh Siti Aminah binti Abdullah, 23 Nov 2026, 09:00: Disahkan JPS')
    await pane.says('Istilah sensitif “banjir” telah disemak.')
    await pane.says('Tiada perkara ditemui')
    await pane.click('Tarik balik')
    await pane.says('1 amaran')
    const { findings } = await test.workspace.posts.check({ id: post.id, content: post.content })
    expect(findings).toMatchObject([{ rule: 'sensitive-term', severity: 'warn', checked: null }])
  })

  it('tell the deadlines, and each day on the way back to them', async () => {
    const { pane } = await openChecks({
      text: 'Jalan dibuka semula.',
      day: PlainDate.parse('2026-11-30'),
    })
    await pane.says('Dikira ke belakang dari Isnin, 30 November 2026.')
    await pane.click('Mengapa Mula hasilkan selewat-lewatnya Jumaat, 27 November 2026?')
    await pane.says('Ahad, 29 November 2026')
  })
})
