/** Fields whose parts are choices from a list, not words. */
const choiceFields: ReadonlySet<string> = new Set([
  ...['kind', 'phaseId', 'category', 'approach', 'thrusts', 'segments', 'day', 'time'],
  ...['requestedOn', 'deliveredOn', 'ownerId', 'designerId', 'approverId'],
  ...['programme.day', 'programme.time', 'programme.state', 'programme.guests'],
  ...['hashtags', 'links', 'images', 'accounts', 'own', 'slot'],
])

/** A field of a difference: its kind, and the account or picture it belongs to. */
export interface DifferenceField {
  readonly name: string
  readonly of: string | null
}

/** `account:1f…` is the text of one account; `programme.day` stands for itself. */
export function fieldParts(field: string): DifferenceField {
  const at = field.indexOf(':')
  return at === -1
    ? { name: field, of: null }
    : { name: field.slice(0, at), of: field.slice(at + 1) }
}

export function isChoiceField(field: string): boolean {
  return choiceFields.has(fieldParts(field).name)
}
