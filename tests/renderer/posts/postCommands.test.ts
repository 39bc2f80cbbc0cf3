import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { usePostCommands } from '../../../src/renderer/posts/usePostCommands'
import { usePostMoves } from '../../../src/renderer/posts/usePostMoves'
import { eventually } from '../../support/eventually.ts'
import { complete } from '../../support/postRounds.ts'
import { addTo, day, everything, november, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'
import { tileOf } from './tiles'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

/** What a page uses, with the corner that offers the way back. */
async function onPage<T>(use: () => T) {
  const given: T[] = []
  const host = defineComponent({
    setup() {
      given.push(use())
      return () => h('p', 'Kalendar')
    },
  })
  const part = await mountPart(host, test.client)
  return { part, used: present(given[0]) }
}

async function commands() {
  const { part, used } = await onPage(usePostCommands)
  return { part, commands: used }
}

describe('what is done to many posts', () => {
  it('is taken up again, and put on hold again for the reasons it had', async () => {
    const { posts } = test.workspace
    const reasons = ['Monsun', 'Berkabung', 'Monsun']
    const held = await Promise.all(reasons.map((reason) => addTo(test, reason)))
    for (const [place, { id }] of held.entries()) {
      await posts.setStatus({ ids: [id], to: 'on-hold', reason: present(reasons[place]) })
    }
    const { part, commands: given } = await commands()
    await given.resume(held.map(({ id }) => ({ ...tileOf(1), id })))
    await part.says('3 hantaran disambung semula')
    const standing = () =>
      Promise.all(
        held.map(async ({ id }) => {
          const { status, statusReason } = await posts.get({ id })
          return [status, statusReason]
        }),
      )
    expect(await standing()).toEqual(held.map(() => ['draft', '']))
    await part.click('Buat asal')
    await eventually(async () =>
      expect(await standing()).toEqual(reasons.map((reason) => ['on-hold', reason])),
    )
  })

  it('sends posts to review and marks them ready, with their ways back; says which fell back', async () => {
    const { posts, people, gate } = test.workspace
    const me = present((await people.list({}))[0]).id
    const lim = await people.add({ name: 'Lim', post: 'Ketua', roles: ['approver'] })
    const whole = await complete(test)
    const [one] = await test.workspace.accounts.list({})
    const { id } = await addTo(test, 'Jambatan', {
      ...{ ...whole, text: 'Jambatan dibuka.', accounts: [on(present(one).id)] },
    })
    const { part, commands: given } = await commands()
    const tile = { ...tileOf(1), id, title: 'Jambatan' }
    const status = async () => (await posts.get({ id })).status
    expect(await given.askReview([tile])).toBe(true)
    await part.says('1 hantaran dihantar untuk semakan')
    await part.click('Buat asal')
    await eventually(async () => expect(await status()).toBe('draft'))
    await given.askReview([tile])
    await gate.switchPerson({ id: lim.id })
    const { contentHash } = await posts.get({ id })
    await posts.decide({ id, contentHash, decision: 'approve', comment: '' })
    await gate.switchPerson({ id: me })
    expect(await given.setStatus([tile], 'ready', '')).toBe(true)
    expect(await status()).toBe('ready')
    await posts.setStatus({ ids: [id], to: 'on-hold', reason: 'Monsun' })
    await posts.move({ moves: [{ id, day: null, time: null }] })
    await given.resume([tile])
    await part.says('Kini berstatus diluluskan sahaja: “Jambatan”')
  })

  it('names the posts that are not complete, and how many more there are', async () => {
    const { posts, people } = test.workspace
    const me = present((await people.list({}))[0]).id
    const lim = await people.add({ name: 'Lim', post: 'Ketua', roles: ['approver'] })
    const titles = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima']
    const whole = await complete(test)
    const ids = []
    for (const title of titles) {
      const { id } = await addTo(test, title, { ...whole, text: 'Jalan dibuka.', category: null })
      ids.push(id)
    }
    await posts.askApproval({ ids })
    await test.workspace.gate.switchPerson({ id: lim.id })
    for (const id of ids) {
      const { contentHash } = await posts.get({ id })
      await posts.decide({ id, contentHash, decision: 'approve', comment: '' })
    }
    await test.workspace.gate.switchPerson({ id: me })
    const { part, commands: given } = await commands()
    const tiles = ids.map((id) => ({ ...tileOf(1), id }))
    expect(await given.setStatus(tiles, 'ready', '')).toBe(false)
    await part.says('“Satu”, “Dua”, “Tiga” dan 2 lagi')
  })

  it('puts what somebody adds who may not plan among the unplanned', async () => {
    const { people, gate } = test.workspace
    const lim = await people.add({ name: 'Lim Mei Ling', post: 'Pereka', roles: ['designer'] })
    await gate.switchPerson({ id: lim.id })
    const { commands: given } = await commands()
    await eventually(async () => {
      const { content } = present(
        await given.add({ title: 'Idea', kind: 'text' }, day('2026-12-01'), null),
      )
      expect([content.day, content.phaseId]).toEqual([null, null])
    })
  })

  it('moves the slot of an account by itself where its own tile is moved, and back', async () => {
    const { posts, accounts } = test.workspace
    const [one, other] = await accounts.list({})
    const { id } = await addTo(test, 'Dua slot', {
      ...{ day: day('2026-11-10') },
      accounts: [on(present(one).id), on(present(other).id, { day: '2026-11-12' })],
    })
    const { part, used: moves } = await onPage(usePostMoves)
    const days = async () => {
      const { content } = await posts.get({ id })
      return [content.day, ...content.accounts.map((each) => each.day)]
    }
    const own = (await posts.between({ ...november, filter: everything })).find(
      ({ apart }) => apart,
    )
    await eventually(async () => expect(await moves.shift([present(own)], 7)).toBe(true))
    expect(await days()).toEqual(['2026-11-10', null, '2026-11-19'])
    await part.click('Buat asal')
    await eventually(async () => expect(await days()).toEqual(['2026-11-10', null, '2026-11-12']))
  })

  it('says after a move which warning it brought, and still gives it back', async () => {
    const { posts, planning } = test.workspace
    await planning.addNote({
      ...{ title: 'Berkabung', text: '', startsOn: day('2026-12-14'), endsOn: day('2026-12-16') },
      ...{ kind: 'blackout', reason: 'mourning', effect: 'hold', states: [] },
    })
    const { id } = await addTo(test, 'Ceria', { category: 'feel-good', day: day('2026-12-10') })
    const { part, used: moves } = await onPage(usePostMoves)
    const tile = { ...tileOf(1), id, title: 'Ceria', day: day('2026-12-10'), time: null }
    await eventually(async () => expect(await moves.to(tile, day('2026-12-15'), null)).toBe(true))
    await part.says(
      /Ceria dipindahkan ke .+\. Halangan: Hantaran ceria pada Selasa, 15 Disember 2026/,
    )
    await part.click('Buat asal')
    await eventually(async () => expect((await posts.get({ id })).content.day).toBe('2026-12-10'))
  })
})
