import {
  FrameworkId,
  FrameworkVersionId,
  VersionState,
  type Control,
  type Framework,
  type FrameworkVersion,
  type VersionHead,
} from '#contract/frameworks'
import { Instant, Sha256 } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { arranged } from '../rules/content.ts'
import type { FrameworkRow, FrameworkVersionRow } from '../tables.ts'
import { toControl } from './controlRows.ts'

/** All checklists with the heads of their versions. */
export async function listFrameworks(db: Reader): Promise<Framework[]> {
  const rows = await db.selectFrom('framework').selectAll().orderBy('place').orderBy('id').execute()
  const heads = await headsOf(db)
  return rows.map((row) => toFramework(row, heads))
}

export async function findFramework(db: Reader, id: FrameworkId): Promise<Framework | null> {
  const row = await db.selectFrom('framework').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toFramework(row, await headsOf(db, id))
}

export async function findVersion(
  db: Reader,
  id: FrameworkVersionId,
): Promise<FrameworkVersion | null> {
  const row = await selectVersions(db).where('framework_version.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const controls = await controlsOf(db, id)
  return { ...toHead(row, countsOf(controls)), controls }
}

/** The controls of a version as they are read. */
export async function controlsOf(db: Reader, id: FrameworkVersionId): Promise<Control[]> {
  const rows = await db
    .selectFrom('framework_control')
    .selectAll()
    .where('version_id', '=', id)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return arranged(rows.map(toControl))
}

/** The version of a checklist that says what this hash is of; null where none does any more. */
export async function versionOfHash(
  db: Reader,
  id: FrameworkId,
  hash: string,
): Promise<FrameworkVersionId | null> {
  const row = await db
    .selectFrom('framework_version')
    .select('id')
    .where('framework_id', '=', id)
    .where('hash', '=', hash)
    .orderBy('number')
    .orderBy('id')
    .executeTakeFirst()
  return row === undefined ? null : FrameworkVersionId.parse(row.id)
}

/**
 * Controls of a checklist as the newest version has them that knows them: for what hangs on one that
 * a later version no longer has. They are never asked again.
 */
export async function lostControls(
  db: Reader,
  id: FrameworkId,
  keys: readonly string[],
): Promise<Control[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('framework_control')
    .innerJoin('framework_version', 'framework_version.id', 'framework_control.version_id')
    .selectAll('framework_control')
    .where('framework_id', '=', id)
    .where('control_key', 'in', [...keys])
    .orderBy('number', 'desc')
    .orderBy('framework_control.id')
    .execute()
  const newest = new Map(rows.toReversed().map((row) => [row.control_key, toControl(row)]))
  return [...newest.values()].map((control) => ({
    ...{ ...control, parent: null, retired: control.retired ?? '' },
  }))
}

/** The number of the newest version of each shipped checklist, by its key. */
export async function shippedNumbers(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('framework')
    .innerJoin('framework_version', 'framework_version.framework_id', 'framework.id')
    .where('shipped_key', 'is not', null)
    .select((e) => ['shipped_key', e.fn.max<number | null>('number').as('number')])
    .groupBy('shipped_key')
    .orderBy('shipped_key')
    .execute()
  return new Map(rows.map((row) => [row.shipped_key ?? '', row.number ?? 0]))
}

export async function shippedFramework(db: Reader, key: string): Promise<FrameworkId | null> {
  const row = await db
    .selectFrom('framework')
    .select('id')
    .where('shipped_key', '=', key)
    .executeTakeFirst()
  return row === undefined ? null : FrameworkId.parse(row.id)
}

/** The place behind the last checklist. */
export async function nextFrameworkPlace(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('framework')
    .select((e) => e.fn.max<number | null>('place').as('last'))
    .executeTakeFirst()
  return (row?.last ?? -1) + 1
}

type VersionWithName = FrameworkVersionRow & { publisher: string | null }
type Counts = Pick<VersionHead, 'asked' | 'measured'>

function selectVersions(db: Reader) {
  return db
    .selectFrom('framework_version')
    .leftJoin('person', 'person.id', 'framework_version.published_by')
    .selectAll('framework_version')
    .select('person.name as publisher')
}

/** Heads of the versions that are not discarded, the draft first, then newest first. */
async function headsOf(db: Reader, id?: FrameworkId): Promise<VersionHead[]> {
  const rows = await selectVersions(db)
    .where('state', '!=', 'discarded')
    .$if(id !== undefined, (q) => q.where('framework_id', '=', id ?? ''))
    .orderBy('state')
    .orderBy('number', 'desc')
    .orderBy('framework_version.id')
    .execute()
  // A few hundred short rows; a heading is known by what stands under it.
  const controls = await db
    .selectFrom('framework_control')
    .select(['version_id', 'control_key as key', 'parent_key as parent'])
    .select(['measurement', 'retired_reason as retired'])
    .orderBy('id')
    .execute()
  const byVersion = new Map<string, typeof controls>()
  for (const each of controls) {
    byVersion.set(each.version_id, [...(byVersion.get(each.version_id) ?? []), each])
  }
  return rows.map((row) => toHead(row, countsOf(byVersion.get(row.id) ?? [])))
}

/** What it takes of a control to count it. */
interface Countable {
  readonly key: string
  readonly parent: string | null
  readonly retired: string | null
  readonly measurement: string | null
}

function countsOf(controls: readonly Countable[]): Counts {
  const headings = new Set(controls.map(({ parent }) => parent))
  const asked = controls.filter(({ key, retired }) => retired === null && !headings.has(key))
  const measured = asked.filter(({ measurement }) => measurement !== null)
  return { asked: asked.length, measured: measured.length }
}

function toFramework(row: FrameworkRow, heads: readonly VersionHead[]): Framework {
  return {
    id: FrameworkId.parse(row.id),
    shipped: row.shipped_key,
    copiedFrom: row.copied_from === null ? null : FrameworkVersionId.parse(row.copied_from),
    removed: row.removed_at !== null,
    versions: heads.filter(({ frameworkId }) => frameworkId === row.id),
  }
}

function toHead(row: VersionWithName, counts: Counts): VersionHead {
  return {
    id: FrameworkVersionId.parse(row.id),
    frameworkId: FrameworkId.parse(row.framework_id),
    state: VersionState.parse(row.state),
    number: row.number,
    title: { ms: row.title_ms, en: row.title_en },
    source: row.source,
    hash: row.hash === null ? null : Sha256.parse(row.hash),
    publishedAt: row.published_at === null ? null : Instant.parse(row.published_at),
    publishedBy: row.publisher,
    ...counts,
  }
}
