import { afterEach, describe, expect, it } from 'vitest'
import type { ComplaintId } from '#contract/complaintFields'
import { Instant } from '#contract/values'
import { contact, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const at = Instant.parse('2026-11-22T01:00:00.000Z')
const text = 'Tuan/Puan {nama}, aduan {nombor} di {tempat} telah diterima. Terima kasih.'

/** A master case and three under it: one told by nobody, one without a place. */
async function group(): Promise<ComplaintId[]> {
  const who = (name: string) => ({ kind: 'new', contact: contact(name) }) as const
  const ids = [
    (await register(test, { place: 'Simpang Gombak' }, who('Aminah Ali'))).id,
    (await register(test, { place: 'Hadapan sekolah' }, who('Bala Kumar'))).id,
    (await register(test, { place: 'Jambatan' }, { kind: 'anonymous' })).id,
    (
      await register(
        test,
        { place: '', district: '', road: null, fromMetres: null, toMetres: null },
        who('Chong Wei'),
      )
    ).id,
  ]
  const [masterId] = ids
  await test.workspace.complaints.group({ ids, masterId: present(masterId) })
  return ids
}

describe.each(databases)('one answer to a whole group on %s', (database) => {
  it('shows each what they would be told, and what is missing', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(at)
    const { complaints } = test.workspace
    const [id, , nobody, placeless] = await group()
    const replies = await complaints.groupReplies({ id: present(id), text, language: 'ms' })
    expect(replies).toHaveLength(4)
    const [first, second] = replies
    expect(present(first).preview).toContain('Simpang Gombak')
    expect(present(second).preview).toContain(present(second).number)
    // Names stand covered here; they are whole on what leaves.
    expect(present(first).preview).not.toContain('Aminah')
    const problemsOf = (of: ComplaintId | undefined) =>
      present(replies.find((reply) => reply.id === of)).problems
    expect(problemsOf(nobody)).toEqual([{ placeholder: '{nama}', problem: 'empty' }])
    expect(problemsOf(placeless)).toEqual([{ placeholder: '{tempat}', problem: 'empty' }])
    // A place that no case ever fills is told for all, and nothing is begun with it.
    const wrong = { id: present(id), text: 'Tuan {namaa}', language: 'ms' } as const
    const told = await complaints.groupReplies(wrong)
    expect(told.every(({ problems }) => present(problems[0]).problem === 'unknown')).toBe(true)
    await expect(
      complaints.beginReplies({ ...wrong, ids: [present(id)], kind: null }),
    ).rejects.toMatchObject({ reason: 'complaints.answer-open' })
    await expect(
      complaints.groupReplies({ id: present(nobody), text, language: 'ms' }),
    ).rejects.toMatchObject({ reason: 'complaints.not-grouped' })
  })

  it('is an answer of its own in each case, and who is left out gets none', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(at)
    const { complaints } = test.workspace
    const [id, second, nobody, placeless] = (await group()).map((each) => each)
    const some = [present(id), present(second), present(nobody)]
    const begun = await complaints.beginReplies({
      ...{ id: present(id), ids: some, kind: null, language: 'ms', text },
    })
    expect(await complaints.answers({ id: present(placeless) })).toEqual([])
    const [shown] = await complaints.groupAnswers({ id: present(id) })
    expect(shown).toMatchObject({ id: begun.id, text })
    expect(present(shown).answers.map(({ complaintId }) => complaintId)).toEqual(some)

    // Other words to one of them stay when all is written anew.
    const own = present(begun.ids[1])
    await complaints.writeAnswer({ id: own, base: 1, text: 'Kepada {nama} sahaja.' })
    const later = `${text} Kerja bermula esok.`
    expect(await complaints.writeReplies({ id: begun.id, text: later })).toEqual({
      ...{ written: 2, kept: 1 },
    })
    const [now] = await complaints.groupAnswers({ id: present(id) })
    expect(present(now).text).toBe(later)
    expect(present(now).answers.map(({ ownWords }) => ownWords)).toEqual([false, true, false])

    // Sent together: whole names, each by its own channel, the clocks met; nothing where one cannot.
    const based = present(now).answers.map(({ id: answerId, version }) => ({
      ...{ id: answerId, base: version },
    }))
    await expect(complaints.sendReplies({ answers: based, at, way: null })).rejects.toMatchObject({
      reason: 'complaints.answer-open',
    })
    const dueMet = async (of: ComplaintId) =>
      present((await complaints.clocks({ id: of })).clocks[1]).metAt
    expect(await dueMet(present(id))).toBeNull()
    await complaints.sendReplies({ answers: based.slice(0, 2), at, way: null })
    expect(await dueMet(present(id))).toBe(at)
    const sent = await test.rows<{ sent_text: string; sent_way: string }>(
      `select sent_text, sent_way from complaint_answer where status = 'sent' order by sent_text`,
    )
    expect(sent.map(({ sent_text: words }) => words)).toEqual([
      'Kepada Bala Kumar sahaja.',
      expect.stringMatching(/^Tuan\/Puan Aminah Ali, aduan ADU-2026-000001 di .*Simpang Gombak/),
    ])
    const { fields } = await complaints.get({ id: present(id) })
    expect(sent[1]?.sent_way).toBe(fields.channel)
    // And not sent after all.
    await complaints.unsendReplies({ ids: [present(begun.ids[0])] })
    expect(await dueMet(present(id))).toBeNull()
    expect(await dueMet(present(second))).toBe(at)
  })

  it('prints a numbered letter for each; ungrouped, every answer stays in its case', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(at)
    const { complaints } = test.workspace
    const [id, second] = await group()
    const begun = await complaints.beginReplies({
      ...{ id: present(id), ids: [present(id), present(second)], kind: null, language: 'ms' },
      text,
    })
    const { printIds } = await complaints.printReplies({ ids: begun.ids })
    const letters = await complaints.letters({ printIds })
    expect(letters.map(({ number, to }) => [number, to[0]])).toEqual([
      ['ADU-2026-000001/1', 'Aminah Ali'],
      ['ADU-2026-000002/1', 'Bala Kumar'],
    ])
    expect(letters.map((letter) => letter.text)).toEqual([
      expect.stringContaining('ADU-2026-000001'),
      expect.stringContaining('ADU-2026-000002'),
    ])
    await complaints.ungroup({ ids: [present(id)] })
    expect(await complaints.answers({ id: present(second) })).toHaveLength(1)
    await complaints.removeReplies({ ids: begun.ids })
    expect(await complaints.answers({ id: present(second) })).toEqual([])
    await complaints.bringBackReplies({ ids: begun.ids })
    expect(await complaints.answers({ id: present(second) })).toHaveLength(1)
  })
})
