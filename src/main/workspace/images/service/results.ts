import { ImageKind, type Medium } from '#contract/findings'
import type { Repeat } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import { CheckId } from '#contract/values'
import type { JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import type { CheckedSource, CheckSource, EarlierCheck, FoundRepeat } from '../engine/check.ts'
import type { Looked } from '../medium/facts.ts'
import { checkPartsOf, insertCheckParts } from '../queries/checkParts.ts'
import { kindsSaid, updateCheck } from '../queries/checks.ts'
import { insertRepeats, repeatsOf } from '../queries/repeats.ts'
import { partsVersion } from '../repeats/parts/parts.ts'
import type { ImageCheckPartsRow, ImageCheckRow, ImageRepeatRow } from '../tables.ts'
import type { JudgedKind } from '../rules/kind.ts'
import { judgePicture, type Judged } from '../rules/verdict.ts'
import { measurementOf, mediumFactsOf, type StoredMeasurement } from './judging.ts'
import { readKinship } from './kinship.ts'
import { partsColumns } from './libraryParts.ts'
import { applyRemembered } from './pairWords.ts'
import { rulesInForce } from './rulesSetting.ts'
import { sourceOf } from './sources.ts'

/** Stored rows as the engine takes them, with what an interrupted check already found. */
export async function toSources(
  db: Reader,
  media: MediaStore,
  rows: readonly ImageCheckRow[],
): Promise<CheckSource[]> {
  const checked = rows.filter((row) => row.state === 'checked').map((row) => CheckId.parse(row.id))
  const repeats = await repeatsOf(db, checked)
  const parts = await checkPartsOf(db, checked, partsVersion)
  const isKin = await readKinship(db)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    // Asked for one at a time: what was pasted is not held in memory for the whole batch.
    source: () => sourceOf(row, media),
    ...(row.kind_guessed === 0 && { kind: ImageKind.parse(row.kind) }),
    trouble: null,
    earlier:
      row.state === 'checked'
        ? earlierCheck(row, repeats.get(row.id) ?? [], parts.get(row.id) ?? null)
        : null,
    isKin,
  }))
}

function earlierCheck(
  row: ImageCheckRow,
  found: readonly Repeat[],
  keptParts: string | null,
): EarlierCheck {
  const repeats = found.map(({ of, relation, mirrored, changed }): FoundRepeat => ({
    of: {
      where: of.where,
      id: of.where === 'batch' ? of.checkId : of.imageId,
      name: of.name,
    },
    relation,
    mirrored,
    changed,
  }))
  const facts = mediumFactsOf(row)
  if (facts !== null) return { kind: 'medium', facts, repeats }
  const measurement = measurementOf(row)
  if (measurement === null || row.fingerprint === null) return { kind: 'unreadable' }
  const fingerprint = Buffer.from(row.fingerprint, 'base64')
  const parts = keptParts === null ? null : Buffer.from(keptParts, 'base64')
  return { kind: 'measured', measurement, fingerprint, parts, repeats }
}

/**
 * Saves a handful of results in one transaction; their thumbnails first. The kind and the rules are
 * those of the moment: a person may have said the kind of a waiting picture, or changed the rules,
 * since the check began.
 */
export async function saveResults(
  job: JobContext,
  media: MediaStore,
  results: readonly CheckedSource[],
): Promise<void> {
  for (const { id, measured } of results) {
    if (measured.kind !== 'measured' || measured.thumbnail === null) continue
    await media.put('thumbnail', id, measured.thumbnail.bytes)
  }
  await job.write(async (context) => {
    const { db, writer, newId, record } = context
    const rules = await rulesInForce(db)
    const saidKinds = await kindsSaid(
      db,
      results.map(({ id }) => CheckId.parse(id)),
    )
    for (const result of results) {
      const said = saidKinds.get(result.id) ?? null
      await updateCheck(writer, CheckId.parse(result.id), checkedColumns(result, said, rules))
      record('image_check', result.id, ['state', 'measurement', 'findings', 'verdict'])
    }
    await insertCheckParts(writer, results.flatMap(partsRow))
    // After all of them: a repeat may point at a file of the same handful.
    const repeats = results.flatMap((result) =>
      result.repeats.map((repeat) => repeatRow(newId(), result.id, repeat)),
    )
    await insertRepeats(writer, repeats)
    const ids = repeats.map((repeat) => CheckId.parse(repeat.check_id))
    await applyRemembered(context, [...new Set(ids)])
  })
}

function partsRow({ id, measured }: CheckedSource): ImageCheckPartsRow[] {
  if (measured.kind !== 'measured' || measured.parts === null) return []
  return [{ check_id: id, ...partsColumns(measured.parts) }]
}

function checkedColumns(checked: CheckedSource, said: ImageKind | null, rules: SizeRules) {
  const { measured } = checked
  const kind = said ?? checked.kind
  const isGuessed = said === null && checked.kindGuessed
  const { findings, verdict } = judgedAgain(checked, { kind, isGuessed }, rules)
  return {
    state: 'checked' as const,
    kind,
    kind_guessed: isGuessed ? 1 : 0,
    verdict,
    ...knownColumns(measured),
    measurement: JSON.stringify(storedOf(measured)),
    fingerprint:
      measured.kind === 'measured' ? Buffer.from(measured.fingerprint).toString('base64') : null,
    findings: JSON.stringify(findings),
  }
}

/** By the kind and the rules of the moment, which concern pictures alone. */
function judgedAgain(checked: CheckedSource, as: JudgedKind, rules: SizeRules): Judged {
  const { measured, repeats } = checked
  if (measured.kind !== 'measured') return { ...checked, findings: [...checked.findings] }
  return judgePicture(
    measured.measurement,
    as,
    rules,
    repeats.map(({ relation, of }) => ({ relation, name: of.name, decision: null })),
  )
}

function storedOf(measured: Looked): StoredMeasurement {
  if (measured.kind !== 'measured') return measured
  return { kind: 'measured', measurement: measured.measurement }
}

function knownColumns(measured: Looked) {
  const known =
    measured.kind === 'medium'
      ? measured.facts
      : measured.kind === 'measured'
        ? { ...pictureOnly, ...measured.measurement, pages: null }
        : { ...pictureOnly, ...measured.unreadable, medium: damaged(measured), format: null }
  const { width, height, format, byteSize, bytesHash, medium, duration, pages } = known
  const size = { width, height, format, byte_size: byteSize, bytes_hash: bytesHash }
  const frame = measured.kind === 'unreadable' ? ('none' as const) : ('not-yet' as const)
  return { ...size, medium, duration, pages, frame }
}

/** What a file that could not be read was going to be. */
function damaged({ unreadable: { code } }: Extract<Looked, { kind: 'unreadable' }>): Medium {
  if (code === 'damaged-video') return 'video'
  return code === 'damaged-document' ? 'document' : 'picture'
}

const pictureOnly = { medium: 'picture', duration: null, pages: null } as const

export function repeatRow(id: string, checkId: string, repeat: FoundRepeat): ImageRepeatRow {
  return {
    id,
    check_id: checkId,
    of_check_id: repeat.of.where === 'batch' ? repeat.of.id : null,
    of_image_id: repeat.of.where === 'library' ? repeat.of.id : null,
    relation: repeat.relation,
    mirrored: repeat.mirrored ? 1 : 0,
    changed: JSON.stringify(repeat.changed),
    outcome: null,
    reason: null,
    decided_by: null,
    decided_at: null,
  }
}
