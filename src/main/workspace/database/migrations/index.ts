import type { Migration } from 'kysely/migration'
import * as foundation from './0010-foundation.ts'
import * as images from './0020-images.ts'
import * as derivations from './0030-derivations.ts'
import * as decidedPairs from './0040-decided-pairs.ts'
import * as mediums from './0050-mediums.ts'
import * as parts from './0060-parts.ts'
import * as roles from './0070-roles.ts'
import * as days from './0080-days.ts'
import * as reference from './0090-reference.ts'
import * as accounts from './0100-accounts.ts'
import * as checkParts from './0110-check-parts.ts'
import * as cycles from './0120-cycles.ts'
import * as planning from './0130-planning.ts'
import * as posts from './0140-posts.ts'
import * as savedViews from './0150-saved-views.ts'
import * as approval from './0160-approval.ts'
import * as termChecks from './0170-term-checks.ts'
import * as imports from './0190-imports.ts'
import * as templates from './0200-templates.ts'
import * as series from './0210-series.ts'
import * as attachments from './0220-attachments.ts'
import * as planIndexes from './0230-plan-indexes.ts'
import * as resultsAndMemory from './0240-results-and-memory.ts'
import * as integrity from './0250-integrity.ts'
import * as termPassages from './0260-term-passages.ts'
import * as firstSlots from './0270-first-slots.ts'
import * as blackoutAllowances from './0280-blackout-allowances.ts'
import * as seriesFilter from './0290-series-filter.ts'
import * as complaints from './0300-complaints.ts'
import * as complaintClocks from './0310-complaint-clocks.ts'
import * as imageChoices from './0330-image-choices.ts'
import * as outsideSigners from './0340-outside-signers.ts'
import * as postedTexts from './0350-posted-texts.ts'
import * as trashAndMovedDays from './0360-trash-and-moved-days.ts'
import * as imageLookups from './0370-image-lookups.ts'
import * as complaintAnswers from './0380-complaint-answers.ts'
import * as complaintForwarding from './0390-complaint-forwarding.ts'
import * as complaintClosing from './0400-complaint-closing.ts'
import * as complainantFlags from './0410-complainant-flags.ts'
import * as complaintTies from './0420-complaint-ties.ts'
import * as complaintFigures from './0430-complaint-figures.ts'
import * as complaintTakeouts from './0440-complaint-takeouts.ts'
import * as complaintImports from './0450-complaint-imports.ts'
import * as complaintDisposals from './0460-complaint-disposals.ts'
import * as personRights from './0470-person-rights.ts'
import * as breaches from './0480-breaches.ts'
import * as attachmentRedactions from './0490-attachment-redactions.ts'
import * as frameworks from './0500-frameworks.ts'
import * as assessments from './0510-assessments.ts'
import * as assessmentEvidence from './0520-assessment-evidence.ts'
import * as assessmentFindings from './0530-assessment-findings.ts'
import * as attachmentLooks from './0550-attachment-looks.ts'
import * as assessmentMeasures from './0560-assessment-measures.ts'
import * as campaigns from './0570-campaigns.ts'
import * as assessmentReviews from './0590-assessment-reviews.ts'
import * as keptLimits from './0620-kept-limits.ts'
import * as holidayImports from './0630-holiday-imports.ts'
import * as answersAndDecisions from './0640-answers-and-decisions.ts'
import * as settledWithoutAnswer from './0670-settled-without-answer.ts'
import * as agencyReminders from './0680-agency-reminders.ts'
import * as complaintWarnings from './0690-complaint-warnings.ts'
import * as safetyInHours from './0750-safety-in-hours.ts'
import * as complaintPosts from './0760-complaint-posts.ts'
import * as campaignMeasurings from './0780-campaign-measurings.ts'
import * as standingVerdicts from './0790-standing-verdicts.ts'
import * as complaintLinks from './0800-complaint-links.ts'
import * as assessmentAnswerers from './0810-assessment-answerers.ts'
import * as sealedSnapshots from './0820-sealed-snapshots.ts'

/**
 * Every step the schema has taken, in order, numbered in tens. A released step is frozen: it
 * imports nothing of ours and is never edited (docs/adding-a-slice.md says how to add one).
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010-foundation': foundation,
  '0020-images': images,
  '0030-derivations': derivations,
  '0040-decided-pairs': decidedPairs,
  '0050-mediums': mediums,
  '0060-parts': parts,
  '0070-roles': roles,
  '0080-days': days,
  '0090-reference': reference,
  '0100-accounts': accounts,
  '0110-check-parts': checkParts,
  '0120-cycles': cycles,
  '0130-planning': planning,
  '0140-posts': posts,
  '0150-saved-views': savedViews,
  '0160-approval': approval,
  '0170-term-checks': termChecks,
  '0190-imports': imports,
  '0200-templates': templates,
  '0210-series': series,
  '0220-attachments': attachments,
  '0230-plan-indexes': planIndexes,
  '0240-results-and-memory': resultsAndMemory,
  '0250-integrity': integrity,
  '0260-term-passages': termPassages,
  '0270-first-slots': firstSlots,
  '0280-blackout-allowances': blackoutAllowances,
  '0290-series-filter': seriesFilter,
  '0300-complaints': complaints,
  '0310-complaint-clocks': complaintClocks,
  '0330-image-choices': imageChoices,
  '0340-outside-signers': outsideSigners,
  '0350-posted-texts': postedTexts,
  '0360-trash-and-moved-days': trashAndMovedDays,
  '0370-image-lookups': imageLookups,
  '0380-complaint-answers': complaintAnswers,
  '0390-complaint-forwarding': complaintForwarding,
  '0400-complaint-closing': complaintClosing,
  '0410-complainant-flags': complainantFlags,
  '0420-complaint-ties': complaintTies,
  '0430-complaint-figures': complaintFigures,
  '0440-complaint-takeouts': complaintTakeouts,
  '0450-complaint-imports': complaintImports,
  '0460-complaint-disposals': complaintDisposals,
  '0470-person-rights': personRights,
  '0480-breaches': breaches,
  '0490-attachment-redactions': attachmentRedactions,
  '0500-frameworks': frameworks,
  '0510-assessments': assessments,
  '0520-assessment-evidence': assessmentEvidence,
  '0530-assessment-findings': assessmentFindings,
  '0550-attachment-looks': attachmentLooks,
  '0560-assessment-measures': assessmentMeasures,
  '0570-campaigns': campaigns,
  '0590-assessment-reviews': assessmentReviews,
  '0620-kept-limits': keptLimits,
  '0630-holiday-imports': holidayImports,
  '0640-answers-and-decisions': answersAndDecisions,
  '0670-settled-without-answer': settledWithoutAnswer,
  '0680-agency-reminders': agencyReminders,
  '0690-complaint-warnings': complaintWarnings,
  '0750-safety-in-hours': safetyInHours,
  '0760-complaint-posts': complaintPosts,
  '0780-campaign-measurings': campaignMeasurings,
  '0790-standing-verdicts': standingVerdicts,
  '0800-complaint-links': complaintLinks,
  '0810-assessment-answerers': assessmentAnswerers,
  '0820-sealed-snapshots': sealedSnapshots,
}
