import { describe, expect, it } from 'vitest'
import { fillAnswer } from '#contract/answerText'
import { addressState, toneHints } from '../../../src/main/workspace/complaints/rules/tone.ts'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { itemsIn } from '../reference/itemsIn.ts'

const number = 'ADU-2026-000123'
const good = 'Tuan/Puan, terima kasih. Aduan {nombor} sedang disiasat.'
const rules = (text: string) => toneHints(text, number).map(({ rule, words }) => [rule, words])

describe('tone of an answer', () => {
  it.each<[string, string[][]]>([
    [good, []],
    ['', []],
    [good.replace('{nombor}', number), []],
    ['Dear Sir/Madam, thank you for complaint {nombor}.', []],
    // Melaka 13.4: never emotional.
    [`${good} Sabar!`, [['exclamation', 'Sabar!']]],
    [`${good} SILA BACA dahulu`, [['capitals', 'SILA BACA']]],
    [`${good} Hantar melalui SISPAA.`, []],
    [`${good} JKR dan LLM`, []],
    // Melaka 7: no quarrel with who complains.
    [`${good} Ini salah tuan`, [['blame', 'salah tuan']]],
    [`${good} Ini kecuaian anda sendiri`, [['blame', 'kecuaian anda']]],
    [`${good} Obviously so`, [['blame', 'Obviously']]],
    [`${good} Kesalahan tuanku`, []],
    ['Terima kasih. Aduan {nombor}.', [['greeting', '']]],
    ['Tuan/Puan, aduan {nombor} diterima.', [['thanks', '']]],
    ['Tuan/Puan, terima kasih.', [['number', '']]],
    // Melaka 8: personal data.
    [`${good} Pengadu 900101-14-5677`, [['personal', '900101-14-5677']]],
    [`${good} Hubungi 012-345 6789`, [['personal', '012-345 6789']]],
    [`${good} ali@gmail.com`, [['personal', 'ali@gmail.com']]],
    [`${good} aduan@jkr.gov.my`, []],
    [`${good} {nama}`, [['personal', '{nama}']]],
  ])('of %j hints at %j', (text, hints) => {
    expect(rules(text)).toEqual(hints)
  })

  it('of every standard answer is as it should be, in both languages', () => {
    const all = itemsIn(shippedLists(), 'standard-answers')
    for (const { key, text } of all.filter(({ to }) => to === 'complainant')) {
      expect([key, toneHints(text.ms, number), toneHints(text.en, number)]).toEqual([key, [], []])
    }
  })
})

describe('places of an answer', () => {
  const values = {
    ...{ nombor: number, nama: '', agensi: 'LLM', tarikh: '', perkara: '', tempat: '' },
    ...{ saluran: '', pejabat: '' },
  }
  it.each<[string, string, [string, string][]]>([
    ['Aduan {nombor}', `Aduan ${number}`, []],
    ['{ NOMBOR } kepada {agensi}', `${number} kepada LLM`, []],
    ['Tuan {nama}', 'Tuan {nama}', [['{nama}', 'empty']]],
    ['{nomber} {nomber}', '{nomber} {nomber}', [['{nomber}', 'unknown']]],
    ['{}', '{}', [['{}', 'unknown']]],
    ['{nombor', '{nombor', [['{', 'unknown']]],
    ['nombor}', 'nombor}', [['}', 'unknown']]],
  ])('of %j become %j', (text, filled, problems) => {
    expect(fillAnswer(text, values)).toEqual({
      text: filled,
      problems: problems.map(([placeholder, problem]) => ({ placeholder, problem })),
    })
  })
})

it.each([
  ['', 'missing'],
  ['  ', 'missing'],
  ['12 Jalan Damai, Raub', 'no-postcode'],
  ['12 Jalan Damai, 27600 Raub', 'complete'],
  ['Kotak pos 123456', 'no-postcode'],
])('the address %j is %s', (address, state) => {
  expect(addressState(address)).toBe(state)
})
