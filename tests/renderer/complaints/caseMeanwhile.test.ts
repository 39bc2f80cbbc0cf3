import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import type { ComplaintFields, Contact } from '#contract/complaintFields'
import type { Complaint } from '#contract/complaints'
import CasePane from '../../../src/renderer/complaints/case/CasePane.vue'
import { contact, register } from '../../support/complaints.ts'
import { eventually } from '../../support/eventually.ts'
import { present } from '../../support/present.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { saveByKey, valueOf } from '../posts/paneActions'
import { mountPart, type Mounted } from '../support/mountPart'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

const siti = contact('Siti Aminah', { phone: '012-345 6789' })

/** Opens a complaint of somebody in its fields. */
async function openFields(): Promise<{
  pane: Mounted
  id: Complaint['id']
  /** Which complaint the pane shows. */
  shown: { id: Complaint['id'] }
}> {
  const { id } = await register(
    test,
    { what: 'Lubang besar', district: 'Raub' },
    { kind: 'new', contact: siti },
  )
  const shown = reactive({ id })
  const pane = await mountPart(CasePane, test.client, shown)
  await pane.says('Lubang besar')
  await pane.click('Ubah')
  await eventually(() => expect(valueOf(pane, 'Daerah')).toBe('Raub'))
  return { pane, id, shown }
}

/** What somebody else saves of it. */
async function elsewhere(id: Complaint['id'], part: Partial<ComplaintFields>): Promise<void> {
  const { version } = await test.workspace.complaints.get({ id })
  const { fields } = await test.workspace.complaints.reveal({ id })
  await test.workspace.complaints.change({ id, base: version, fields: { ...fields, ...part } })
}

async function kept(id: Complaint['id']): Promise<{ fields: ComplaintFields; contact: Contact }> {
  const { fields, contact: person } = await test.workspace.complaints.reveal({ id })
  return { fields, contact: present(person) }
}

/** Chooses one side of the field that both changed. */
async function choose(label: string, side: 0 | 1): Promise<void> {
  const field = [...document.querySelectorAll('fieldset')].find(
    (each) => each.querySelector('legend')?.textContent === label && each.querySelector('.sides'),
  )
  present(present(field).querySelectorAll('input')[side]).click()
  await flushPromises()
}

describe('a complaint that somebody else saves while it is corrected', () => {
  it('is compared field by field; each choice is kept, and what only one changed too', async () => {
    const { pane, id } = await openFields()
    await pane.type('Daerah', 'Bentong')
    await pane.type('Apa yang berlaku', 'Lubang besar sekali')
    await elsewhere(id, { district: 'Kuantan', what: 'Lubang kecil', place: 'Pasar' })
    await pane.says('Aduan ini diubah semasa anda menaip')
    await saveByKey()
    await pane.says('Belum dipilih: 2 medan')
    expect(pane.control('button', 'Simpan dengan pilihan ini').hasAttribute('disabled')).toBe(true)
    await pane.says('tanpa taipan anda: Tempat.')
    // Nothing was saved over theirs yet.
    expect((await kept(id)).fields).toMatchObject({ district: 'Kuantan', what: 'Lubang kecil' })
    await choose('Daerah', 0)
    await choose('Apa yang berlaku', 1)
    await pane.click('Simpan dengan pilihan ini')
    await pane.says('disimpan')
    expect((await kept(id)).fields).toMatchObject({
      ...{ district: 'Bentong', what: 'Lubang kecil', place: 'Pasar' },
    })
    await pane.click('Buat asal')
    await eventually(async () =>
      expect((await kept(id)).fields).toMatchObject({
        ...{ district: 'Kuantan', what: 'Lubang kecil', place: 'Pasar' },
      }),
    )
  })

  it('is saved at once where each changed other fields, and says what was kept', async () => {
    const { pane, id } = await openFields()
    await pane.type('Daerah', 'Bentong')
    await elsewhere(id, { place: 'Pasar' })
    await saveByKey()
    await eventually(async () =>
      expect((await kept(id)).fields).toMatchObject({ district: 'Bentong', place: 'Pasar' }),
    )
    await pane.says(/disimpan|dikekalkan/)
  })

  it('does not write over details of the person that another corrected', async () => {
    const { pane, id } = await openFields()
    await pane.type('Telefon', '03-1111 1111')
    const now = { ...siti, phone: '03-2222 2222', email: 'siti@example.com' }
    await test.workspace.complaints.changeContact({ id, contact: now, was: siti })
    await saveByKey()
    await pane.says('Belum dipilih: 1 medan')
    expect((await kept(id)).contact).toEqual(now)
    await choose('Telefon', 0)
    await pane.click('Simpan dengan pilihan ini')
    await eventually(async () =>
      expect((await kept(id)).contact).toEqual({ ...now, phone: '03-1111 1111' }),
    )
  })

  it('keeps what is typed when the pane is left, and holds it against what is saved then', async () => {
    const { pane, id, shown } = await openFields()
    await pane.type('Daerah', 'Bentong')
    shown.id = (await register(test, { what: 'Pokok tumbang' })).id
    await pane.says('Pokok tumbang')
    await elsewhere(id, { district: 'Kuantan' })
    shown.id = id
    await pane.says('Kuantan')
    await pane.click('Ubah')
    await pane.says('Belum dipilih: 1 medan')
    expect(valueOf(pane, 'Daerah')).toBe('Bentong')
    await pane.click('Semua yang disimpan')
    await pane.click('Simpan dengan pilihan ini')
    await eventually(() => expect(() => pane.control('field', 'Daerah')).toThrow())
    expect((await kept(id)).fields.district).toBe('Kuantan')
  })

  it('asks nothing where a newer version moved only its status', async () => {
    const { pane, id } = await openFields()
    await pane.type('Daerah', 'Bentong')
    await test.workspace.complaints.setStatus({ ids: [id], to: 'in-progress', reason: '' })
    await saveByKey()
    await eventually(async () => expect((await kept(id)).fields.district).toBe('Bentong'))
    expect(pane.text()).not.toContain('Belum dipilih')
  })
})
