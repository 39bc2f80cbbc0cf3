import { describe, expect, it } from 'vitest'
import { ReferenceList, SettledStatus } from '#contract/reference'
import { StateCode } from '#contract/states'
import { shippedAccounts } from '../../../src/main/workspace/accounts/load.ts'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { itemsIn } from './itemsIn.ts'

const lists = shippedLists()
const accounts = shippedAccounts()
const everything = [
  ...ReferenceList.options.map((list) => [list, lists[list].items] as const),
  ['accounts', accounts] as const,
]

describe.each(everything)('resources/reference/%s.json', (_, items) => {
  it('has no key twice, and no name twice in either language', () => {
    for (const part of ['key', 'ms', 'en'] as const) {
      const values = items.map((item) => item[part].toLowerCase())
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([])
    }
  })

  it('cites a clause of a source for each, or says that it is ours', () => {
    const sources =
      /^(KKS [A-M]|JKR, |JaPen, |Jatim \d|Melaka \d|ISO 3166-2:MY$|KKR 21\.3\.2023$|JKR Perak, |JKR No Wrong Door$|BPA$|ours$)/
    expect(items.filter(({ clause }) => !sources.test(clause))).toEqual([])
  })
})

// Counted in the sources themselves.
it.each([
  ['phases', 5],
  ['stages', 3],
  ['wave-categories', 7],
  ['approaches', 3],
  ['thrusts', 4],
  ['segments', 18],
  ['channels', 5],
  ['states', 16],
  ['production-times', 8],
  ['complaint-kinds', 6],
  ['urgent-kinds', 2],
  ['clock-sets', 9],
] as const)('%s: %i of them', (list, count) => {
  expect(lists[list].items).toHaveLength(count)
})

describe('what the sources say', () => {
  it('of standard answers: nine kinds (KKS G), and letters to who is to act', () => {
    const all = itemsIn(lists, 'standard-answers')
    const to = all.map((item) => `${item.to} ${item.clause}`)
    expect(to.filter((each) => each === 'complainant KKS G')).toHaveLength(9)
    expect(to.slice(9)).toEqual([
      ...['agency KKS F1', 'agency JKR No Wrong Door'],
      ...['complainant ours', 'complainant ours', 'complainant ours', 'agency-reminder ours'],
    ])
    // For each way a complaint is closed from there are words that say so.
    const told = all.flatMap(({ statuses }) => statuses)
    expect(SettledStatus.options.filter((status) => !told.includes(status))).toEqual([])
    const kinds = itemsIn(lists, 'complaint-kinds').map(({ key }) => key)
    expect(all.flatMap((item) => item.kinds).filter((kind) => !kinds.includes(kind))).toEqual([])
  })

  it('of other agencies: told within 14 days what became of it (JKR No Wrong Door)', () => {
    const others = itemsIn(lists, 'agencies').filter(({ ours }) => !ours)
    expect(others.map(({ followUp }) => `${followUp.amount} ${followUp.unit}`)).toEqual(
      others.map(() => '14 calendar-days'),
    )
    // Whoever KKS H names can be forwarded to.
    const named = itemsIn(lists, 'complaint-kinds').flatMap(({ responders }) => responders)
    const shorts = itemsIn(lists, 'agencies').map(({ short }) => short)
    expect(named.filter((short) => short !== 'JKR' && !shorts.includes(short))).toEqual([])
  })

  it('of the five phases: 2015 to 2019, each in a colour of its own (JKR)', () => {
    const phases = itemsIn(lists, 'phases')
    expect(phases.map(({ number, year }) => [number, year])).toEqual([
      [1, 2015],
      [2, 2016],
      [3, 2017],
      [4, 2018],
      [5, 2019],
    ])
    expect(new Set(phases.map(({ colour }) => colour)).size).toBe(5)
  })

  it('of the stages: guidance runs through the first two (JKR)', () => {
    expect(itemsIn(lists, 'stages').map(({ guided }) => guided)).toEqual([true, true, false])
  })

  it('of who answers a complaint first (KKS H)', () => {
    const kinds = itemsIn(lists, 'complaint-kinds')
    expect(kinds.map(({ key, responders, ours }) => [key, responders.join(', '), ours])).toEqual([
      ['federal-road', 'KKR, JKR', true],
      ['state-road', 'JKR Ibu Pejabat', true],
      ['tolled-highway', 'LLM', false],
      ['policy', 'KKR', false],
      ['construction-safety', 'CIDB', false],
      ['other-agency', '', false],
    ])
  })

  it('of dangers: traffic control within an hour, a pothole within a day (KKR 21.3.2023)', () => {
    expect(itemsIn(lists, 'urgent-kinds').map(({ key, hours }) => [key, hours])).toEqual([
      ['traffic-control', 1],
      ['pothole', 24],
    ])
  })

  it('of the segments: ten direct and eight indirect (KKS A)', () => {
    const groups = itemsIn(lists, 'segments').map(({ group }) => group)
    expect(groups.filter((group) => group === 'direct')).toHaveLength(10)
    expect(groups.filter((group) => group === 'indirect')).toHaveLength(8)
  })

  it('of the rhythm and the text limits (KKS E, Jatim)', () => {
    const channels = itemsIn(lists, 'channels')
    expect(
      channels.map(({ key, perDay, textLimitSource }) => [
        key,
        perDay === null ? 'as needed' : `${perDay.min}–${perDay.max}`,
        textLimitSource,
      ]),
    ).toEqual([
      ['facebook', '2–3', 1000],
      ['x', '5–10', 140],
      ['youtube', 'as needed', null],
      ['instagram', 'as needed', null],
      ['blog', 'as needed', null],
    ])
    expect(channels.find(({ key }) => key === 'x')?.textLimit).toBe(280)
  })

  it('of the purposes of the channels (KKS D)', () => {
    const purposes = Object.fromEntries(
      itemsIn(lists, 'channels').map((channel) => [channel.key, channel.purposes]),
    )
    const four = ['complaints', 'promotion', 'information', 'image']
    expect(purposes).toEqual({
      facebook: four,
      x: four,
      youtube: ['promotion', 'information'],
      instagram: ['promotion', 'information'],
      blog: ['expert'],
    })
  })

  it('of production, in working days (JaPen; photo album and text are ours)', () => {
    const days = itemsIn(lists, 'production-times').map(({ key, workingDays, clause }) => [
      key,
      workingDays,
      clause === 'ours',
    ])
    expect(days).toEqual([
      ['infographic', 1, false],
      ['videographic', 2, false],
      ['vox-pop', 2, false],
      ['video-mcp', 3, false],
      ['video-scp', 5, false],
      ['photo-album', 1, true],
      ['text', 1, true],
      ['upload', 1, false],
    ])
  })

  it('of the states: all of them by their codes', () => {
    expect(lists.states.items.map(({ key }) => key)).toEqual(StateCode.options)
  })

  it('of the accounts: 7 central and 14 of states, all on X, none of Sabah or Sarawak (KKS C)', () => {
    expect(accounts).toHaveLength(21)
    expect(accounts.every(({ channel }) => channel === 'x')).toBe(true)
    const central = accounts.filter(({ state }) => state === null)
    expect(central.map(({ handle }) => handle)).toEqual([
      'PetrajayaMP',
      'RosnahARS',
      'MOWorks',
      'JKRMalaysia',
      'RakanKKR',
      'CIDB_Malaysia',
      'LLMinfotrafik',
    ])
    const ofStates = accounts.filter(({ state }) => state !== null)
    expect(ofStates.map(({ state, handle }) => [state, handle])).toEqual([
      ['MY-01', 'JKRJohor'],
      ['MY-04', 'JKRMelaka'],
      ['MY-05', 'JKRNS'],
      ['MY-10', 'JKRSelangor'],
      ['MY-14', 'JKRKualaLumpur'],
      ['MY-16', 'JKRPutrajaya'],
      ['MY-08', 'JKRPerak'],
      ['MY-07', 'JKRPulauPinang'],
      ['MY-02', 'jkr_kedah'],
      ['MY-09', 'JKRPerlis'],
      ['MY-03', 'JKRKelantan'],
      ['MY-11', 'JKRTerengganu'],
      ['MY-06', 'JKRPAHANG'],
      ['MY-15', 'JKRLabuan'],
    ])
    const channels = new Set(lists.channels.items.map(({ key }) => key))
    expect(accounts.filter(({ channel }) => !channels.has(channel))).toEqual([])
  })

  it('of a category for one channel alone: that channel exists', () => {
    const channels = new Set<string>(lists.channels.items.map(({ key }) => key))
    const named = itemsIn(lists, 'wave-categories').flatMap(({ channel }) => channel ?? [])
    expect(named).toEqual(['blog'])
    expect(named.filter((key) => !channels.has(key))).toEqual([])
  })
})
