import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { useActions } from '../../../src/renderer/shell/actions'
import { isPress, isTyping, nameOfKey, partsOfKey } from '../../../src/renderer/shell/keys'
import { useNotices } from '../../../src/renderer/shell/notices'
import { matching, type PaletteEntry } from '../../../src/renderer/shell/palette'
import { giveStylesTheirNonce } from '../../../src/renderer/shell/styleNonce'

function entry(label: string): PaletteEntry {
  return { id: label, group: 'action', label, key: null, run: () => undefined }
}

describe('the command palette', () => {
  const entries = ['Tambah orang', 'Semakan Imej', 'Orang', 'Tema gelap'].map(entry)
  const found = (typed: string) => matching(entries, typed).map(({ label }) => label)

  it('finds by the beginning of any word, and puts what begins so first', () => {
    expect(found('or')).toEqual(['Orang', 'Tambah orang'])
    expect(found('im se')).toEqual(['Semakan Imej'])
    expect(found('rang')).toEqual([])
    expect(found('  ')).toEqual(['Tambah orang', 'Semakan Imej', 'Orang', 'Tema gelap'])
  })
})

describe('keys', () => {
  it('are named as actions name them', () => {
    const names = [
      new KeyboardEvent('keydown', { key: 'K', ctrlKey: true }),
      new KeyboardEvent('keydown', { key: '?', shiftKey: true }),
      new KeyboardEvent('keydown', { key: 'Delete' }),
    ].map(nameOfKey)
    expect(names).toEqual(['ctrl+k', '?', 'Delete'])
    expect(partsOfKey('ctrl+k')).toEqual(['Ctrl', 'K'])
  })

  const make = (html: string) => {
    document.body.innerHTML = html
    return document.body.firstElementChild
  }

  it('are text, not commands, inside fields', () => {
    expect(isTyping(make('<input type="text">'))).toBe(true)
    expect(isTyping(make('<textarea></textarea>'))).toBe(true)
    expect(isTyping(make('<input type="checkbox">'))).toBe(false)
    expect(isTyping(make('<button></button>'))).toBe(false)
  })

  it('press the control that has the focus before they are commands', () => {
    const pressedBy = (html: string) =>
      [' ', 'Enter', 's'].filter((key) => isPress(key, make(html)))
    expect(pressedBy('<button></button>')).toEqual([' ', 'Enter'])
    expect(pressedBy('<input type="checkbox">')).toEqual([' '])
    expect(pressedBy('<a href="#there">There</a>')).toEqual(['Enter'])
    expect(pressedBy('<h1 tabindex="-1">Title</h1>')).toEqual([])
  })
})

describe('what was done', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('is taken back step by step, the newest first, each once', () => {
    const notices = useNotices()
    const done: string[] = []
    const tell = (text: string) => notices.tell(text, () => done.push(text))
    tell('satu')
    tell('dua')
    notices.tell('tanpa jalan balik')
    tell('tiga')
    const [, second] = notices.undoable
    notices.takeBack(second?.id)
    expect(done).toEqual(['dua'])
    expect(notices.takeBack()?.text).toBe('tiga')
    expect(notices.done).toBeNull()
    expect(notices.takeBack()?.text).toBe('satu')
    expect(notices.takeBack()).toBeNull()
    expect(done).toEqual(['dua', 'tiga', 'satu'])
  })

  it('goes back ten steps and no further, and is nobody else’s to take back', () => {
    const notices = useNotices()
    for (let at = 1; at <= 12; at += 1) notices.tell(String(at), () => undefined)
    expect(notices.undoable.map(({ text }) => text)[0]).toBe('3')
    expect(notices.undoable).toHaveLength(10)
    notices.forgetUndoable()
    expect(notices.takeBack()).toBeNull()
  })
})

describe('actions', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('asked for by the native menu run as soon as their page is there', () => {
    const actions = useActions()
    const done: string[] = []
    actions.request('add-images', () => done.push('went to the page'))
    const remove = actions.add('page', [
      { id: 'add-images', label: 'Tambah imej', run: () => done.push('added') },
    ])
    actions.request('add-images')
    remove()
    actions.request('add-images', () => done.push('went again'))
    expect(done).toEqual(['went to the page', 'added', 'added', 'went again'])
  })

  it('that are off, or only explained, answer to no key', () => {
    const scope = effectScope()
    scope.run(() => {
      useActions().add('page', [
        { id: 'a', label: 'A', key: 'a', enabled: false, run: () => undefined },
        { id: 'b', label: 'B', key: 'b', explainedOnly: true, run: () => undefined },
        { id: 'c', label: 'C', key: 'c', run: () => undefined },
      ])
    })
    const actions = useActions()
    expect(['a', 'b', 'c'].map((key) => actions.byKey(key)?.id)).toEqual([
      undefined,
      undefined,
      'c',
    ])
  })
})

describe('style elements made by script', () => {
  it("carry the page's nonce, other elements do not", () => {
    const page = document.implementation.createHTMLDocument('page')
    page.head.innerHTML = '<meta name="style-nonce" content="abc123">'
    giveStylesTheirNonce(page)
    expect(page.createElement('style').nonce).toBe('abc123')
    expect(page.createElement('p').getAttribute('nonce')).toBe(null)
  })
})
