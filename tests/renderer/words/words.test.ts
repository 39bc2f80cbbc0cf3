import { describe, expect, it } from 'vitest'
import type { Slice } from '#contract/call'
import { contract } from '#contract/index'
import { reasonsByCode } from '#contract/errors'
import { createWords } from '../../../src/renderer/words/i18n'
import { messages } from '../../../src/renderer/words/messages'

type Tree = { readonly [key: string]: string | Tree }

function textsOf(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsOf(value, `${path}${key}.`),
  )
}

function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort()
}

const ms = textsOf(messages.ms)
const en = new Map(textsOf(messages.en))
const everything = [...ms, ...en]

describe('the texts', () => {
  it('exist under the same keys in Malay and in English', () => {
    expect([...en.keys()].sort()).toEqual(ms.map(([key]) => key).sort())
  })

  it("of the image slice are all there: no file takes the name of another's branch", () => {
    const files = import.meta.glob<Readonly<Record<string, { readonly ms: Tree }>>>(
      ['../../../src/renderer/images/words/*.ts', '!**/index.ts'],
      { eager: true },
    )
    const branches = Object.values(files).flatMap((file) =>
      Object.values(file).flatMap(({ ms: part }) => Object.keys(part)),
    )
    expect(branches.length).toBeGreaterThan(15)
    expect(branches.sort()).toEqual(Object.keys(messages.ms.images).sort())
  })

  it('have the same placeholders in both languages', () => {
    const differing = ms.filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(en.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it('are whole: none is empty, or begins or ends with a space to be glued to another', () => {
    expect(everything.filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([])
  })

  it('stay calm: no exclamation marks, and nobody says "kami" or "we"', () => {
    expect(everything.filter(([, text]) => /!|\bkami\b|\bwe\b/i.test(text))).toEqual([])
  })

  it('can all be compiled and filled in', () => {
    const i18n = createWords('ms')
    const left = everything
      .map(([key, text]) => {
        const filled = Object.fromEntries(placeholdersOf(text).map((name) => [name, `<${name}>`]))
        return i18n.global.t(key, filled, 2)
      })
      .filter((text) => /[{}]|\s\|\s/.test(text))
    expect(left).toEqual([])
  })

  it('choose the English singular by the count', () => {
    const i18n = createWords('en')
    const counted = [0, 1, 2].map((count) =>
      i18n.global.t('shell.palette.count', { count: String(count) }, count),
    )
    expect(counted).toEqual(['0 results', '1 result', '2 results'])
  })
})

describe('every reason a call can fail for', () => {
  const reasons = Object.values(reasonsByCode).flat()
  const said = new Set(ms.map(([key]) => key))

  it('has a sentence', () => {
    expect(reasons.filter((reason) => !said.has(`errors.${reason}`))).toEqual([])
  })

  it('and there are no sentences for reasons that are gone', () => {
    const known = new Set<string>(reasons.map((reason) => `errors.${reason}`))
    const left = ms
      .map(([key]) => key)
      .filter((key) => key.startsWith('errors.') && !known.has(key))
    expect(left).toEqual([])
  })
})

describe('every change the audit log can name', () => {
  it('has words of its own', () => {
    const said = new Set(ms.map(([key]) => key))
    const slices: Readonly<Record<string, Slice>> = contract
    const changes = Object.entries(slices).flatMap(([slice, calls]) =>
      Object.entries(calls)
        .filter(([, call]) => call.kind === 'job' || (call.kind === 'command' && call.audited))
        .map(([name]) => `office.auditLog.actions.${slice}.${name}`),
    )
    expect(changes.length).toBeGreaterThan(10)
    expect(changes.filter((key) => !said.has(key))).toEqual([])
  })
})
