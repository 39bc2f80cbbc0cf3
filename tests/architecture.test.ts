import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { brokenImports, cycles, foreignWrites, untidyFiles } from './support/architecture/rules.ts'
import { readSource, readSources } from './support/architecture/sources.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = readSources(root, ['src', 'tests', 'scripts'])

describe('this tree', () => {
  it('imports only what each side and each slice may know', () => {
    expect(brokenImports(sources)).toEqual([])
  })

  it('writes a table only from the slice that owns it', () => {
    expect(foreignWrites(sources)).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(cycles(sources.filter(({ path }) => path.startsWith('src/')))).toEqual([])
  })

  it('keeps files small, exports named and suppressions explained', () => {
    expect(untidyFiles(sources)).toEqual([])
  })
})

describe('the rules themselves', () => {
  it.each([
    ['src/main/workspace/images/service.ts', "import { app } from 'electron'", 'electron'],
    ['src/main/hosts/utility.ts', "import { app } from 'electron'", 'electron'],
    ['src/main/workspace/open.ts', "import { x } from '../desktop/window.ts'", 'desktop/window'],
    ['src/main/workspace/open.ts', "import { PGlite } from '@electric-sql/pglite'", 'pglite'],
    ['src/main/workspace/people/queries.ts', "import Db from 'better-sqlite3'", 'database/'],
    ['src/main/workspace/people/service.ts', "const s = require('sharp')", 'sharp'],
    ['src/main/workspace/open.ts', "createRequire(import.meta.url)('sharp')", 'sharp'],
    ['src/preload/contract/images.ts', "import { join } from 'node:path'", 'node:path'],
    ['src/renderer/images/List.vue', "import { x } from '../../main/workspace/open'", 'open.ts'],
    ['src/renderer/main.ts', "void import('node:fs')", 'node:fs'],
    ['src/renderer/print/PrintPage.vue', "import { x } from '../images/prints'", 'prints'],
    ['src/main/index.ts', "export * from '../renderer/main'", 'renderer/main'],
    ['src/main/workspace/images/rules.ts', "import { x } from '../posts/rules.ts'", 'posts'],
    ['src/main/workspace/posts/rules.ts', "import { x } from '../images/service.ts'", 'service'],
    ['src/main/workspace/media/store.ts', "import { x } from '../images/queries.ts'", 'media'],
    ['src/main/workspace/images/service.ts', "import { sql } from 'kysely'", 'sql tag'],
  ])('refuse in %s: %s', (path, code, named) => {
    const text = path.endsWith('.vue') ? `<script setup lang="ts">\n${code}\n</script>` : code
    expect(brokenImports([readSource(path, text)])).toEqual([expect.stringContaining(named)])
  })

  it.each([
    ['src/main/desktop/window.ts', "import { BrowserWindow } from 'electron'"],
    ['src/main/hosts/utility.ts', "import type { MessagePortMain } from 'electron'"],
    ['src/main/workspace/database/schema.ts', "import type { T } from '../images/tables.ts'"],
    ['src/main/workspace/posts/service.ts', "import { x } from '../images/queries/library.ts'"],
    ['src/main/workspace/open.ts', "import { x } from './images/service.ts'"],
    [
      'src/main/workspace/days/reference.ts',
      "import x from '../../../../resources/reference/a.json'",
    ],
    ['src/main/workspace/images/queries/library.ts', "import { sql } from 'kysely'"],
    ['src/renderer/main.ts', "import { Image } from '#contract/images'"],
  ])('allow in %s: %s', (path, code) => {
    expect(brokenImports([readSource(path, code)])).toEqual([])
  })

  it('notice a write to the table of another slice', () => {
    const files = [
      readSource('src/main/workspace/images/tables.ts', 'export interface T {\n  image: Row\n}'),
      readSource('src/main/workspace/images/queries.ts', "db.updateTable('image')"),
      readSource('src/main/workspace/posts/queries.ts', "db.deleteFrom('image')"),
    ]
    expect(foreignWrites(files)).toEqual([expect.stringContaining('posts/queries.ts writes image')])
  })

  it('notice a circle, but not one of types alone', () => {
    const one = readSource('src/a.ts', "import { b } from './b.ts'")
    const back = readSource('src/b.ts', "import { a } from './a.ts'")
    const types = readSource('src/b.ts', "import type { A } from './a.ts'")
    expect(cycles([one, back])).toEqual(['src/a.ts → src/b.ts → src/a.ts: cut this circle'])
    expect(cycles([one, types])).toEqual([])
  })

  it('notice long files, default exports and silent suppressions', () => {
    const long = '\n'.repeat(300) + 'const a = 1'
    const silent = ['//', 'eslint-disable-next-line no-console'].join(' ')
    expect(untidyFiles([readSource('src/a.ts', long)])).toHaveLength(1)
    expect(untidyFiles([readSource('src/words.ts', long)])).toEqual([])
    expect(untidyFiles([readSource('src/a.ts', 'export default 1')])).toHaveLength(1)
    expect(untidyFiles([readSource('src/a.ts', 'export default function f() {}')])).toHaveLength(1)
    expect(untidyFiles([readSource('src/a.ts', silent)])).toHaveLength(1)
    expect(
      untidyFiles([readSource('src/a.ts', `${silent} -- the terminal is the page here`)]),
    ).toEqual([])
  })
})
