import { computed, effectScope, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { keptWhile } from '../../../src/renderer/posts/grid/keptWhile'

describe('what is kept of an object', () => {
  it('is made once, and anew when something else it is made of changes', () => {
    effectScope().run(() => {
      const language = ref('ms')
      let made = 0
      const of = keptWhile([language], ({ name }: { name: string }) => {
        made += 1
        return `${name} ${language.value}`
      })
      const [one, other] = [{ name: 'satu' }, { name: 'dua' }]
      expect([of(one), of(other), of(one), of(other)]).toEqual([
        ...['satu ms', 'dua ms', 'satu ms', 'dua ms'],
      ])
      expect(made).toBe(2)
      language.value = 'en'
      expect([of(one), made]).toEqual(['satu en', 3])
    })
  })

  it('is heard by what is computed with it, even where it was kept then', () => {
    effectScope().run(() => {
      const language = ref('ms')
      const of = keptWhile([language], ({ name }: { name: string }) => `${name} ${language.value}`)
      const one = { name: 'satu' }
      of(one)
      const said = computed(() => of(one))
      expect(said.value).toBe('satu ms')
      language.value = 'en'
      expect(said.value).toBe('satu en')
    })
  })
})
