import type { Import, Source } from './sources.ts'

/** A sentence that says where, what, and what to do instead. */
export type Complaint = string

/** Slices import downwards only: from a smaller number. Equal numbers do not know each other. */
const levels: Record<string, number> = {
  office: 0,
  people: 0,
  days: 0,
  reference: 1,
  images: 1,
  attachments: 1,
  accounts: 2,
  cycles: 3,
  planning: 3,
  posts: 4,
  complaints: 5,
  compliance: 6,
  insights: 7,
  backups: 8,
}

/** Packages of the workspace, each with the rooms that may use it ('' = all). */
const workspacePackages: Record<string, readonly string[]> = {
  kysely: [''],
  'kysely/migration': ['database/'],
  'kysely/readonly': ['database/'],
  zod: [''],
  birpc: [''],
  'csv-stringify/sync': ['reports/'],
  'date-fns': [''],
  diff: ['posts/'],
  'ical-generator': ['posts/'],
  'read-excel-file/node': ['sheets/'],
  'write-excel-file/node': ['reports/'],
  'rrule-temporal': ['posts/'],
  'temporal-polyfill': ['posts/'],
  'better-sqlite3': ['database/'],
  pg: ['database/'],
  sharp: ['media/', 'images/'],
  'file-type': ['media/', 'images/', 'attachments/'],
  mediabunny: ['images/medium/'],
  'pdfjs-dist/legacy/build/pdf.mjs': ['images/medium/'],
  'pdfjs-dist/legacy/build/pdf.worker.mjs': ['images/medium/'],
}

const workspace = 'src/main/workspace/'
const contract = 'src/preload/contract/'
/** Lists the application ships; the bundler takes them into the workspace's code. */
const shippedLists = 'resources/reference/'

type Rule = (source: Source, taken: Import) => Complaint | false

/** Rule 1: Electron stays in the desktop shell and the preload script. */
const electronInTheShell: Rule = ({ path }, { to, typeOnly }) =>
  path.startsWith('src/') &&
  isElectron(to) &&
  !/^src\/main\/(index\.ts|desktop\/)/.test(path) &&
  path !== 'src/preload/index.ts' &&
  !(typeOnly && path.startsWith('src/main/hosts/')) &&
  'keep Electron in src/main/desktop and hand in what is needed from there (hosts: types only)'

/** Rule 2: the workspace runs in plain Node, whoever hosts it. */
const workspaceAlone: Rule = ({ path }, { to }) => {
  if (!path.startsWith(workspace) || isElectron(to)) return false
  if (to.startsWith(workspace) || to.startsWith(contract) || to.startsWith('node:')) return false
  if (to.startsWith(shippedLists)) return false
  if (to.startsWith('src/')) return 'the workspace knows no host: pass it in through its options'
  const rooms = workspacePackages[to]
  if (rooms === undefined) {
    return 'not on the list of workspace packages in tests/support/architecture/rules.ts'
  }
  const fits = rooms.some((room) => path.startsWith(workspace + room))
  return !fits && `only ${rooms.join(' and ')} may use it: ask that room for what is needed`
}

/** Rule 3: the contract is zod and nothing else; the two sides meet only there. */
const sidesMeetInTheContract: Rule = ({ path }, { to }) => {
  if (path.startsWith(contract)) {
    const fits = to === 'zod' || to.startsWith(contract)
    return !fits && 'the contract is shared by both sides: zod and itself only'
  }
  if (path.startsWith('src/renderer/')) {
    const own = [contract, 'src/renderer/', 'src/preload/desktop.ts', 'resources/']
    const foreign = /^(src|scripts|tests)\//.test(to) && !own.some((start) => to.startsWith(start))
    const node = to.startsWith('node:') || ['kysely', 'better-sqlite3', 'sharp'].includes(to)
    return (foreign || node) && 'the window asks through the contract; add a call there'
  }
  const towardsWindow = path.startsWith('src/') && to.startsWith('src/renderer/')
  return towardsWindow && 'nothing outside the window imports from it'
}

/** What the print engine is made of; the slices bring their documents to it. */
const printTakes = /^src\/renderer\/(print|ui|words|workspace)\/|^src\/renderer\/office\/logo\.ts$/
const shellForPrint = /^src\/renderer\/shell\/(desktop|tokens)\.ts$/

/** Rule 3, in the window: one print engine for all slices, which knows none of them. */
const printKnowsNoSlice: Rule = ({ path }, { to }) =>
  path.startsWith('src/renderer/print/') &&
  to.startsWith('src/renderer/') &&
  !printTakes.test(to) &&
  !shellForPrint.test(to) &&
  'the print engine serves all slices: register the document in <slice>/prints.ts instead'

/** Rule 4: slices look downwards, and at another slice's queries and rules only. */
const slicesLookDownwards: Rule = ({ path }, { to }) => {
  const other = sliceOf(to)
  const own = sliceOf(path)
  if (other === undefined || own === other || !path.startsWith(workspace)) return false
  if (path === `${workspace}database/schema.ts` && to.endsWith('/tables.ts')) return false
  const room = roomOf(path)
  // Files right in the workspace put it together and may see everything.
  if (room === undefined) return false
  if (own === undefined) return `${room} serves all slices and knows none: pass in what it needs`
  const door = /^(queries|rules)(\/|\.ts$)/.test(to.slice(`${workspace}${other}/`.length))
  if (!door) return `of another slice only queries and rules are open, and this is neither`
  const downwards = (levels[other] ?? 0) < (levels[own] ?? 0)
  return !downwards && `${own} is not above ${other}: compose the two in the window from two calls`
}

/** Rule 5: SQL by hand only where rows are read and written. */
const sqlInQueries: Rule = ({ path }, { to, names }) =>
  path.startsWith('src/') &&
  to === 'kysely' &&
  names.includes('sql') &&
  !/\/(queries(\.ts|\/)|database\/)/.test(path) &&
  'the sql tag belongs in queries.ts or database/'

const importRules = [
  electronInTheShell,
  workspaceAlone,
  sidesMeetInTheContract,
  printKnowsNoSlice,
  slicesLookDownwards,
  sqlInQueries,
]

export function brokenImports(sources: readonly Source[]): Complaint[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((taken) =>
      importRules
        .map((rule) => rule(source, taken))
        .filter((said) => said !== false)
        .map((said) => `${source.path} imports ${taken.to}: ${said}`),
    ),
  )
}

/** Rule 4, last part: rows are written by the slice that owns the table. */
export function foreignWrites(sources: readonly Source[]): Complaint[] {
  return sources.flatMap(({ path, writes }) => {
    const slice = sliceOf(path)
    if (slice === undefined) return []
    const tables = sources.find((one) => one.path === `${workspace}${slice}/tables.ts`)?.text ?? ''
    return writes
      .filter((table) => !new RegExp(`^\\s+${table}: `, 'm').test(tables))
      .map((table) => `${path} writes ${table}, which ${slice}/tables.ts does not own`)
  })
}

/** Rule 4, no cycles: a file that needs itself through others cannot be read or tested alone. */
export function cycles(sources: readonly Source[]): Complaint[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const found: Complaint[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push(`${[...trail.slice(trail.indexOf(path)), path].join(' → ')}: cut this circle`)
      return
    }
    if (done.has(path)) return
    const taken = byPath.get(path)?.imports ?? []
    for (const { to, typeOnly } of taken) if (!typeOnly) walk(to, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) walk(path, [])
  return found
}

/** Rule 6: small files, exported by name, no checker silenced without a reason. */
export function untidyFiles(sources: readonly Source[]): Complaint[] {
  return sources.flatMap(({ path, lines, defaultExport, unexplained }) => {
    const limit = path.endsWith('.vue') ? 200 : 300
    const exempt = /(^|\/)(words(\.ts|\/)|[A-Za-z]*Words\.ts|data\/)/.test(path)
    const config = /\.(config|d)\.(ts|mjs)$/.test(path)
    return [
      lines > limit && !exempt && `${path} has ${lines} lines: divide it (limit ${limit})`,
      defaultExport && !config && `${path} has a default export: export by name`,
      ...unexplained.map((text) => `${path}: "${text.trim()}" gives no reason; add one after --`),
    ].filter((said) => said !== false)
  })
}

function isElectron(to: string): boolean {
  return to === 'electron' || to.startsWith('electron/')
}

/** The folder of the workspace that a file stands in; undefined for files right in it. */
function roomOf(path: string): string | undefined {
  const [room, rest] = path.slice(workspace.length).split('/')
  return path.startsWith(workspace) && rest !== undefined ? room : undefined
}

function sliceOf(path: string): string | undefined {
  const room = roomOf(path)
  return room !== undefined && room in levels ? room : undefined
}
