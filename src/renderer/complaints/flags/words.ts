import { inBothLanguages } from '../../words/tree'

/** Texts of care with a complainant. */
export const flagWords = inBothLanguages(
  {
    flags: {
      inForce: 'Perlu perhatian semasa berurusan',
      waits: 'Cadangan perhatian, menunggu kelulusan',
      reason: 'Sebab',
      reviewOn: 'Tarikh semakan',
      askedBy: 'Dicadangkan oleh {name}',
      approvedBy: 'diluluskan oleh {name}',
      reviewBy: 'Semakan: {day}',
      always: 'Aduan baharu tetap didaftarkan dan dijawab seperti biasa.',
      ask: 'Cadang perhatian',
      approve: 'Luluskan',
      keep: 'Kekalkan selepas semakan',
      end: 'Tamatkan',
      asked: 'Cadangan direkodkan; menunggu kelulusan orang lain',
      approved: 'Perhatian diluluskan',
      kept: 'Tarikh semakan ditetapkan semula',
      ended: 'Perhatian ditamatkan',
      dayMissing: 'Pilih tarikh semakan.',
      board: 'Semakan pengadu',
    },
  },
  {
    flags: {
      inForce: 'Care is needed in dealings',
      waits: 'Care proposed, waiting for approval',
      reason: 'Reason',
      reviewOn: 'Day of review',
      askedBy: 'Proposed by {name}',
      approvedBy: 'approved by {name}',
      reviewBy: 'Review: {day}',
      always: 'A new complaint is registered and answered as any other.',
      ask: 'Propose care',
      approve: 'Approve',
      keep: 'Keep after the review',
      end: 'End',
      asked: 'The proposal is recorded; it waits for another person',
      approved: 'Care approved',
      kept: 'The day of review is set anew',
      ended: 'Care ended',
      dayMissing: 'Choose the day of review.',
      board: 'Reviews of complainants',
    },
  },
)
