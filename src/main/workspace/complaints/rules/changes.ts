import type { ComplaintFields } from '#contract/complaintFields'
import type { EventChange } from '#contract/complaintEvents'

/** What was and what became of every field that differs, in the order of the fields. */
export function changesBetween(before: ComplaintFields, after: ComplaintFields): EventChange[] {
  const { answers: was, ...fieldsBefore } = before
  const { answers: is, ...fieldsAfter } = after
  const old = new Map<string, unknown>(Object.entries(fieldsBefore))
  const changed = Object.entries(fieldsAfter).flatMap(([field, value]) =>
    old.get(field) === value ? [] : [{ field, before: told(old.get(field)), after: told(value) }],
  )
  const questions = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  const answered = questions.flatMap((key) =>
    was[key] === is[key]
      ? []
      : [{ field: `answers.${key}`, before: was[key] ?? null, after: is[key] ?? null }],
  )
  return [...changed, ...answered]
}

function told(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
