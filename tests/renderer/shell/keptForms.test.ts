import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { keptForm, useKeptForms, type KeptForm } from '../../../src/renderer/shell/keptForms'
import { useGate } from '../../../src/renderer/workspace/gate'
import { eventually } from '../../support/eventually.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

interface Draft {
  readonly title: string
  readonly note: string
}

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

const useForm = keptForm<Draft>()

/** A form that stands open on one record, and the way to look at another. */
async function openForm() {
  const id = shallowRef('a')
  const saved = shallowRef<Draft>({ title: 'lama', note: '' })
  const held: { form: KeptForm<Draft> | null; gate: ReturnType<typeof useGate> | null } = {
    ...{ form: null, gate: null },
  }
  const part = defineComponent(() => {
    const form = useForm(
      () => id.value,
      () => saved.value,
    )
    Object.assign(held, { form, gate: useGate() })
    return () => h('p', form.draft.value.title)
  })
  const page = await mountPart(part, test.client)
  await eventually(() => {
    if (!held.gate?.actor.value) throw new Error('Nobody is there yet')
  })
  const { form } = held
  if (form === null) throw new Error('Nothing was mounted')
  return { id, saved, form, page }
}

describe('a form whose typing is kept', () => {
  it('stands there again after another record was looked at', async () => {
    const { id, form } = await openForm()
    form.field('title').value = 'separuh'
    id.value = 'b'
    expect(form.draft.value.title).toBe('lama')
    id.value = 'a'
    expect(form.draft.value).toEqual({ title: 'separuh', note: '' })
    expect(form.isChanged.value).toBe(true)
  })

  it('follows what is saved as long as nothing is typed, and once it is typed back', async () => {
    const { saved, form } = await openForm()
    saved.value = { title: 'baharu', note: 'x' }
    expect(form.draft.value.title).toBe('baharu')
    form.field('title').value = 'lain'
    saved.value = { title: 'terkini', note: 'x' }
    expect(form.draft.value.title).toBe('lain')
    form.field('title').value = 'terkini'
    expect(form.isChanged.value).toBe(false)
  })

  it('is forgotten when it is saved, and when the workspace is closed', async () => {
    const { form } = await openForm()
    form.field('note').value = 'x'
    form.forget()
    expect(form.draft.value).toEqual({ title: 'lama', note: '' })
    form.field('note').value = 'y'
    useKeptForms().clear()
    expect(form.draft.value).toEqual({ title: 'lama', note: '' })
  })

  it("shows nobody what somebody else typed, and keeps each one's own", async () => {
    const { form } = await openForm()
    const [first] = await test.workspace.people.list({})
    form.field('title').value = 'saya'
    const other = await test.workspace.people.add({ name: 'Aina', post: 'Perancang' })
    await test.workspace.gate.switchPerson({ id: other.id })
    await eventually(() => {
      expect(form.draft.value.title).toBe('lama')
    })
    if (first) await test.workspace.gate.switchPerson({ id: first.id })
    await flushPromises()
    await eventually(() => {
      expect(form.draft.value.title).toBe('saya')
    })
  })
})
