import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { transitions, type Asks } from '#contract/complaintStatus'
import { statusWords } from '../src/main/workspace/complaints/reports/registerWords.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

describe('the documents', () => {
  it.each(pages)('%s leads nowhere that does not exist', (page) => {
    const text = readFileSync(join(root, page), 'utf8')
    const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    )
    const missing = targets.filter((target) => !existsSync(join(root, dirname(page), target)))
    expect(missing).toEqual([])
  })

  it('name only commands that package.json has', () => {
    const text = readFileSync(join(root, 'README.md'), 'utf8')
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it('tell every step that a complaint can take, and no other', () => {
    const asked: Readonly<Record<Asks, string>> = {
      ...{ nothing: '–', reason: 'Sebab', closing: 'Senarai sebelum ditutup lengkap' },
      master: 'Aduan yang diulang',
    }
    const text = readFileSync(join(root, 'docs', 'complaint-statuses.md'), 'utf8')
    const [, , ...told] = text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
          .join(' → '),
      )
    const words = new Map<string, string>(
      Object.entries(statusWords).map(([status, { ms }]) => [status, ms]),
    )
    const steps = Object.entries(transitions).flatMap(([from, ways]) =>
      Object.entries(ways).map(([to, asks]) =>
        [words.get(from), words.get(to), asked[asks]].join(' → '),
      ),
    )
    expect(told).toEqual(steps)
  })
})
