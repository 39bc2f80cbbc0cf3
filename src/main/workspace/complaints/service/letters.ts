import { PrintId } from '#contract/complaintAnswers'
import type { ComplaintId } from '#contract/complaintFields'
import type { CommandContext } from '../../context.ts'
import { insertLetter, insertPrint, letterOf, nextLetterSerial } from '../queries/letters.ts'
import type { LetterOf } from '../queries/letters.ts'
import { knownOpen, tell } from './known.ts'

/**
 * Prints a letter of a case once more; at its first printing it is given its number, the next one
 * within the case (table B 16: numbered letters, reprint trail).
 * @param version of the text that is printed
 */
export async function printLetter(
  context: CommandContext,
  complaintId: ComplaintId,
  of: LetterOf,
  version: number,
): Promise<PrintId> {
  const { db, writer, newId, clock, actor, record } = context
  const known = await letterOf(db, of)
  const { id: letterId, number } = known ?? (await numberLetter(context, complaintId, of))
  const printId = PrintId.parse(newId())
  const copy = (known?.prints.length ?? 0) + 1
  await insertPrint(writer, {
    ...{ id: printId, letter_id: letterId, copy, at: clock.now(), by_id: actor.id, version },
  })
  record('complaint_letter_print', printId, ['letter_id', 'copy', 'version'])
  await tell(context, complaintId, {
    kind: 'letter-printed',
    changes: [{ field: 'letter', before: null, after: `${number} (${copy})` }],
  })
  return printId
}

async function numberLetter(context: CommandContext, complaintId: ComplaintId, of: LetterOf) {
  const { db, writer, newId, record } = context
  const { row } = await knownOpen(db, complaintId)
  const serial = await nextLetterSerial(db, complaintId)
  const letter = { id: newId(), number: `${row.number}/${serial}` }
  await insertLetter(writer, {
    ...{ ...letter, complaint_id: complaintId, serial },
    answer_id: 'answerId' in of ? of.answerId : null,
    forwarding_id: 'forwardingId' in of ? of.forwardingId : null,
    reminder_id: 'reminderId' in of ? of.reminderId : null,
  })
  record('complaint_letter', letter.id, ['complaint_id', 'number'])
  return letter
}
