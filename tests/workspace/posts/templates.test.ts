import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillPlaceholders, malayTime, placeholdersIn, wordsFor } from '#contract/placeholders'
import type { TemplateFields } from '#contract/postTemplates'
import type { Programme } from '#contract/postContent'
import type { StateCode } from '#contract/states'
import history from '../../../resources/reference/historical-posts.json' with { type: 'json' }
import { loadTemplates, shippedTemplates } from '../../../src/main/workspace/posts/load.ts'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import {
  contentOfTemplate,
  fillTemplate,
} from '../../../src/main/workspace/posts/rules/template.ts'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { content, day, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { itemsIn } from '../reference/itemsIn.ts'
import {
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

const programme: Programme = {
  ...{ name: 'Hari terbuka JKR', day: day('2026-11-24'), time: time('14:30') },
  ...{ place: 'Kuala Lumpur', state: 'MY-14', guests: ['YB Menteri', 'KSU', 'KPKR'] },
}

function template(parts: Partial<TemplateFields> = {}): TemplateFields {
  return {
    ...{ name: 'Hari terbuka', phaseNumber: null, time: null },
    ...{ slot: null, requested: null, delivered: null, content: content('Tajuk') },
    ...parts,
  }
}

describe('placeholders', () => {
  it.each([
    ['00:05', '12.05 pagi'],
    ['09:30', '9.30 pagi'],
    ['11:59', '11.59 pagi'],
    ['12:00', '12.00 tengah hari'],
    ['13:59', '1.59 tengah hari'],
    ['14:00', '2.00 petang'],
    ['18:59', '6.59 petang'],
    ['19:00', '7.00 malam'],
    ['23:59', '11.59 malam'],
  ])('write %s as %s', (clock, words) => {
    expect(malayTime(clock)).toBe(words)
  })

  it('are filled with what is known, in title, text and hashtags', () => {
    const open = content('{{programme.name}}', {
      text: '{{ programme.day }}, {{programme.time}} di {{programme.place}}: {{guests}}. {{phase}}',
      hashtags: ['{{programme.name}}', 'JKR'],
    })
    const filled = fillPlaceholders(open, wordsFor(programme, '2026-11-20', null))
    expect(filled.title).toBe('Hari terbuka JKR')
    expect(filled.text).toBe(
      '24 November 2026, 2.30 petang di Kuala Lumpur: YB Menteri, KSU dan KPKR. {{phase}}',
    )
    expect(filled.hashtags).toEqual(['HariTerbukaJKR', 'JKR'])
    expect(placeholdersIn(filled)).toEqual({ known: ['phase'], unknown: [] })
  })

  it.each([
    ['{{programme.date}}', ['{{programme.date}}']],
    ['{{}}', ['{{}}']],
    ['{{day}', ['{{']],
    ['day}}', ['}}']],
    ['{day} {{day}}', []],
  ])('that nothing could fill are told: %s', (text, unknown) => {
    expect(placeholdersIn(content('Satu', { text })).unknown).toEqual(unknown)
  })
})

describe('the days of a post from a template', () => {
  // Friday 20 and Monday 23 November 2026; the weekend of Kelantan is Friday and Saturday.
  const noHolidays = { calendar: calendarBy(() => []), phaseOn: () => null }

  it.each<[number, 'calendar' | 'working', StateCode | null, string]>([
    [0, 'calendar', null, '2026-11-24'],
    [-2, 'calendar', null, '2026-11-22'],
    [-2, 'working', null, '2026-11-20'],
    [-2, 'working', 'MY-03', '2026-11-22'],
    [4, 'working', null, '2026-11-30'],
    [4, 'working', 'MY-03', '2026-11-30'],
    [3, 'working', 'MY-03', '2026-11-29'],
    [3, 'working', null, '2026-11-27'],
  ])('%i %s days from the programme in %s: %s', (days, unit, state, expected) => {
    const slot = { days, unit }
    const at = { ...programme, state }
    const filled = fillTemplate(template({ slot, requested: slot }), at, null, noHolidays)
    expect([filled.content.day, filled.content.requestedOn]).toEqual([expected, expected])
  })

  it('are the post’s own where one is given, and none where nothing is known', () => {
    const wanted = template({
      slot: { days: -5, unit: 'working' },
      delivered: { days: -1, unit: 'calendar' },
      time: time('09:00'),
    })
    const given = fillTemplate(wanted, programme, day('2026-11-01'), noHolidays)
    expect(given.content).toMatchObject({ day: '2026-11-01', deliveredOn: '2026-11-23' })
    const open = fillTemplate(wanted, { ...programme, day: null }, null, noHolidays)
    expect(open.content).toMatchObject({ day: null, time: null, deliveredOn: null })
  })
})

describe('the shipped templates', () => {
  it.each(shippedTemplates())('$key leaves open only what can be filled', (shipped) => {
    expect(placeholdersIn(shipped.content).unknown).toEqual([])
    expect(shipped.clause).toMatch(/^(Melaka|KKS)/)
  })

  it('are there for every wave category', () => {
    const categories = itemsIn(shippedLists(), 'wave-categories').map(({ key }) => key)
    const has = shippedTemplates().map(({ content: each }) => each.category ?? '')
    expect([...new Set(has)].toSorted()).toEqual(categories.toSorted())
  })

  it.each(shippedTemplates())(
    '$key names approaches, thrusts and segments that exist',
    (shipped) => {
      const { approach, thrusts, segments } = shipped.content
      const known = (list: 'approaches' | 'thrusts' | 'segments') =>
        itemsIn(shippedLists(), list).map(({ key }) => key)
      expect(known('approaches')).toEqual(
        expect.arrayContaining(approach === null ? [] : [approach]),
      )
      expect(known('thrusts')).toEqual(expect.arrayContaining(thrusts))
      expect(known('segments')).toEqual(expect.arrayContaining(segments))
    },
  )

  it('tell name, date, time, place and guests of a programme (Melaka 13.5)', () => {
    const shipped = present(shippedTemplates().find(({ key }) => key === 'programme'))
    expect(placeholdersIn(shipped.content).known).toEqual([
      ...['programme.name', 'programme.day', 'programme.place', 'programme.time', 'guests'],
    ])
  })
})

describe('the shipped condolences', () => {
  it('are Touch Point, as the sources put them, and the third thrust (KKS F, teras 3)', () => {
    const { clause, content: has } = present(
      shippedTemplates().find(({ key }) => key === 'condolence'),
    )
    const told = history.items.find(({ key }) => key === 'takziah-kemalangan')
    const third = itemsIn(shippedLists(), 'thrusts').find(({ number }) => number === 3)
    expect([clause, has.category, has.thrusts]).toEqual([
      ...['KKS F, teras 3', 'touch-point', ['information']],
    ])
    expect([has.category, has.thrusts]).toEqual([present(told).category, [present(third).key]])
  })
})

describe.each(databases)('templates on %s', (database) => {
  let test: TestWorkspace
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })
  afterEach(() => test.stop())

  it('come with the application once, and are the office’s from then on', async () => {
    const { posts } = test.workspace
    const all = await posts.templates({})
    expect(all.map(({ name }) => name)).toEqual([
      ...['Artikel pakar untuk blog', 'Kerja yang siap dan penghargaan'],
      ...['Makluman trafik atau penutupan jalan', 'Pelancaran atau program'],
      ...['Penerangan ringkas', 'Seruan bantuan', 'Takziah'],
    ])
    const [, , traffic, launch] = all
    await posts.removeTemplate({ id: present(traffic).id })
    await posts.changeTemplate({
      id: present(launch).id,
      fields: { ...present(launch), name: 'Majlis' },
    })
    await test.restart()
    await test.workspace.gate.unlock({
      secret: { kind: 'passphrase', passphrase: testPassphrase },
      remember: false,
    })
    expect((await test.workspace.posts.templates({})).map(({ name }) => name)).toEqual([
      ...['Artikel pakar untuk blog', 'Kerja yang siap dan penghargaan', 'Majlis'],
      ...['Penerangan ringkas', 'Seruan bantuan', 'Takziah'],
    ])

    // One that stands as it was once shipped wrongly is put right, and nothing that was changed.
    const read = async () =>
      present((await test.workspace.posts.templates({})).find(({ name }) => name === 'Takziah'))
        .content
    const shipped = await read()
    const wrong = { ...shipped, category: 'info-jkr', thrusts: ['image'] }
    const changedBy: string[][] = []
    const loadOver = (standing: object) =>
      test.write(async (db) => {
        const content_ = JSON.stringify(standing)
        await db
          .updateTable('post_template')
          .set({ content: content_ })
          .where('name', '=', 'Takziah')
          .execute()
        const changed = await loadTemplates(db, () => '')
        changedBy.push(changed.map(({ table, fields }) => `${table} ${fields.join(' ')}`))
      })
    await loadOver(wrong)
    expect(await read()).toEqual(shipped)
    const own = { ...wrong, text: 'Al-Fatihah.' }
    await loadOver(own)
    expect(await read()).toEqual(own)
    expect(changedBy).toEqual([['post_template content'], []])
  })

  it('are kept, changed, removed and brought back', async () => {
    const { posts } = test.workspace
    const added = await posts.addTemplate(template({ phaseNumber: 2 }))
    expect(added).toMatchObject({ name: 'Hari terbuka', phaseNumber: 2, clause: '' })
    await expect(posts.addTemplate(template({ name: 'HARI terbuka' }))).rejects.toMatchObject({
      reason: 'posts.template-name-taken',
    })
    const slot = { days: -3, unit: 'working' } as const
    const changed = await posts.changeTemplate({ id: added.id, fields: template({ slot }) })
    expect(changed.slot).toEqual(slot)
    await posts.removeTemplate({ id: added.id })
    await expect(posts.removeTemplate({ id: added.id })).rejects.toMatchObject({
      reason: 'posts.unknown-template',
    })
    expect(await posts.removedTemplates({})).toEqual([{ ...changed, removedAt: test.clock.now() }])
    const taker = await posts.addTemplate(template())
    await expect(posts.restoreTemplate({ id: added.id })).rejects.toMatchObject({
      reason: 'posts.template-name-taken',
    })
    await posts.removeTemplate({ id: taker.id })
    expect(await posts.restoreTemplate({ id: added.id })).toEqual(changed)
    await expect(posts.restoreTemplate({ id: added.id })).rejects.toMatchObject({
      reason: 'posts.template-not-removed',
    })
  })

  it('are refused with what nothing could fill, or what is no longer offered', async () => {
    const { posts } = test.workspace
    const wrong = template({ content: content('{{nama}}') })
    await expect(posts.addTemplate(wrong)).rejects.toMatchObject({
      ...{ reason: 'posts.unknown-placeholder', details: { names: '{{nama}}' } },
    })
    const gone = template({ content: content('Satu', { category: 'tiada' }) })
    await expect(posts.addTemplate(gone)).rejects.toMatchObject({ reason: 'posts.unknown-key' })
  })

  it('begin a post on the programme’s day by its working days and its phase', async () => {
    const { posts, days, cycles } = test.workspace
    await days.addHoliday({
      ...{ date: day('2026-11-23'), name: 'Cuti khas', nameEn: 'Special', kind: 'special' },
      ...{ states: ['MY-14'], reference: 'Surat' },
    })
    const cycle = await cycles.add({
      ...{ name: 'Kitaran ujian', nameEn: 'Test', note: '' },
      ...{ startsOn: day('2026-11-01'), endsOn: day('2027-11-30') },
    })
    const { id } = await posts.addTemplate(
      template({
        slot: { days: -1, unit: 'working' },
        time: time('09:00'),
        content: content('{{programme.name}} ({{phase}})', { text: '{{day}} {{guests}}' }),
      }),
    )
    const asked = { ...programme, guests: [] }
    const begun = await posts.fromTemplate({ id, programme: asked, day: null })
    const phase = present(cycle.phases[0])
    expect(begun.content).toMatchObject({
      ...{ title: `Hari terbuka JKR (${phase.name})`, text: '20 November 2026 {{guests}}' },
      ...{ day: '2026-11-20', time: '09:00', phaseId: phase.id, programme: asked },
    })
    expect(begun.unfilled).toEqual(['guests'])
    expect((await posts.add({ content: begun.content, status: 'idea' })).version).toBe(1)
  })
})

it('a template has every field of a content that a post of it begins with', () => {
  const made = contentOfTemplate(content('Satu', { text: 'Dua', hashtags: ['JKR'] }))
  expect(made).toMatchObject({ title: 'Satu', text: 'Dua', hashtags: ['JKR'] })
})
