import { describe, expect, it } from 'vitest'
import type { DesktopRequest } from '../../src/preload/desktop.ts'
import { menuTemplate } from '../../src/main/desktop/menu.ts'
import { menuWords } from '../../src/main/desktop/menuWords.ts'

type Entry = ReturnType<typeof menuTemplate>[number]

function entries(template: Entry[]): Entry[] {
  return template.flatMap((entry) => [
    entry,
    ...(Array.isArray(entry.submenu) ? entries(entry.submenu) : []),
  ])
}

const quiet = { platform: 'linux', developer: false, send: () => undefined } as const

describe('the menu', () => {
  it.each(['ms', 'en'] as const)('says everything in %s', (language) => {
    const words = new Set<string>(Object.values(menuWords[language]))
    const ownNames = [menuWords.ms.ownName, menuWords.en.ownName]
    const labels = entries(menuTemplate({ ...quiet, language }))
      .filter((entry) => entry.type !== 'separator')
      .map((entry) => entry.label ?? '(none)')
    expect(
      labels.filter((label) => !words.has(label) && !ownNames.includes(label as never)),
    ).toEqual([])
  })

  it('has a word for everything in both languages', () => {
    expect(Object.keys(menuWords.en)).toEqual(Object.keys(menuWords.ms))
  })

  it('asks the page for all that it can be asked', () => {
    const asked: DesktopRequest[] = []
    const template = menuTemplate({ ...quiet, language: 'ms', send: (each) => asked.push(each) })
    for (const { click } of entries(template)) Reflect.apply(click ?? (() => undefined), null, [])
    expect(asked.sort()).toEqual([
      'about',
      'add-images',
      'command-palette',
      'language-en',
      'language-ms',
      'lock',
      'lock-screen',
      'settings',
      'shortcuts',
      'switch-person',
    ])
  })

  it('gives no key twice', () => {
    const keys = entries(menuTemplate({ ...quiet, language: 'ms' })).flatMap(
      ({ accelerator }) => accelerator ?? [],
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('offers developer tools to developers only', () => {
    const roles = (developer: boolean) =>
      entries(menuTemplate({ ...quiet, language: 'ms', developer })).map(({ role }) => role)
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(false)).not.toContain('forceReload')
    expect(roles(true)).toContain('toggleDevTools')
  })
})
