import type { ComplaintFields, ComplaintNumber, Contact } from '#contract/complaintFields'
import { roadName } from '#contract/roads'
import { phoneKey, signsKey } from './keys.ts'
import { wordsOf } from './words.ts'

/** The words by which a complaint is found, each once, in one line. */
export function indexLine(
  number: ComplaintNumber | '',
  fields: ComplaintFields,
  contact: Contact | null,
  oldReference: string,
): string {
  const texts = [
    number,
    oldReference,
    fields.reference,
    fields.what,
    ...Object.values(fields.answers),
    fields.place,
    fields.district,
    placeOnRoad(fields),
    ...(contact === null ? [] : [contact.name, contact.email, contact.address]),
  ]
  const numbers = [
    signsKey(fields.reference),
    signsKey(oldReference),
    ...(contact === null ? [] : [phoneKey(contact.phone), signsKey(contact.identityNumber)]),
  ].filter((word) => word !== '')
  return [...new Set([...texts.flatMap(wordsOf), ...numbers])].join(' ')
}

/** As people write it: `FT04 km 12 14`. */
function placeOnRoad({ road, fromMetres, toMetres }: ComplaintFields): string {
  const kilometres = [fromMetres, toMetres].flatMap((metres) =>
    metres === null ? [] : [String(Math.floor(metres / 1_000))],
  )
  const parts = kilometres.length === 0 ? [] : ['km', ...kilometres]
  return [...(road === null ? [] : [roadName(road)]), ...parts].join(' ')
}
