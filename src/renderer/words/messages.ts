import { holidayImportWords } from '../days/importing/words'
import { daysWords } from '../days/words'
import { accountWords } from '../accounts/words'
import { attachmentWords } from '../attachments/words'
import { backupWords } from '../backups/words'
import { meanwhileWords } from '../complaints/case/meanwhile/words'
import { caseWords } from '../complaints/case/words'
import { clockWhyWords } from '../complaints/clocks/whyWords'
import { answerWords } from '../complaints/answers/words'
import { decisionWords } from '../complaints/decisions/words'
import { togetherWords } from '../complaints/together/words'
import { closingWords } from '../complaints/closing/words'
import { breachWords } from '../complaints/breaches/words'
import { disposalWords } from '../complaints/disposal/words'
import { flagWords } from '../complaints/flags/words'
import { forwardingWords } from '../complaints/forwarding/words'
import { clockWords } from '../complaints/clocks/words'
import { complaintFieldWords } from '../complaints/fields/words'
import { groupWords } from '../complaints/groups/words'
import { holdWords } from '../complaints/holds/words'
import { intakeWords } from '../complaints/intake/words'
import { rightsWords } from '../complaints/rights/words'
import { overviewWords } from '../complaints/overview/words'
import { statisticWords } from '../complaints/overview/print/words'
import { paperWords } from '../complaints/papers/words'
import { complaintImportWords } from '../complaints/importing/words'
import { officerWords } from '../complaints/officers/words'
import { repeatWords } from '../complaints/repeats/words'
import { complaintsTodayWords } from '../complaints/today/words'
import { complaintWarningWords } from '../complaints/warnings/words'
import { complaintWords } from '../complaints/words'
import { measureWords } from '../compliance/measures/words'
import { campaignWords } from '../compliance/campaigns/words'
import { followUpWords } from '../compliance/follow/words'
import { followWords } from '../compliance/assess/followWords'
import { historyWords } from '../compliance/assess/history/words'
import { measuringWords } from '../compliance/assess/measuringWords'
import { assessWords } from '../compliance/assess/words'
import { assessmentPaperWords } from '../compliance/assess/print/words'
import { reviewWords } from '../compliance/assess/review/words'
import { complianceWords } from '../compliance/words'
import { cycleWords } from '../cycles/words'
import { enteringWords } from '../entering/words'
import { imagesWords } from '../images/words/index'
import { officeWords } from '../office/words'
import { peopleWords } from '../people/words'
import { planningWords } from '../planning/words'
import { postFindingWords } from '../posts/findings/findingWords'
import { gridWords } from '../posts/grid/words'
import { heldOverWords } from '../posts/heldOver/words'
import { phaseViewWords } from '../posts/phaseWords'
import { postApprovalWords } from '../posts/approval/words'
import { boardWords } from '../posts/boardWords'
import { resultImportWords } from '../posts/entering/bringWords'
import { postPaneWords } from '../posts/paneWords'
import { postPublicationWords } from '../posts/publication/words'
import { postSaverWords } from '../posts/saverWords'
import { postDueWords } from '../posts/today/dueWords'
import { postSeriesWords } from '../posts/series/words'
import { postTemplateWords } from '../posts/templates/words'
import { postWords } from '../posts/words'
import { printWords } from '../print/words'
import { referenceWords } from '../reference/words'
import { reminderWords } from '../reminders/words'
import { shellWords } from '../shell/words'
import { startWords } from '../start/words'
import { commonWords } from './common'
import { errorWords } from './errors'
import { stateWords } from './states'

/** All texts of the window, one branch per slice. */
export const messages = {
  ms: {
    accounts: accountWords.ms,
    attachments: attachmentWords.ms,
    backups: backupWords.ms,
    common: commonWords.ms,
    complaints: {
      ...complaintWords.ms,
      ...complaintFieldWords.ms,
      ...intakeWords.ms,
      ...caseWords.ms,
      ...meanwhileWords.ms,
      ...answerWords.ms,
      ...togetherWords.ms,
      ...decisionWords.ms,
      ...forwardingWords.ms,
      ...closingWords.ms,
      ...flagWords.ms,
      ...holdWords.ms,
      ...rightsWords.ms,
      ...breachWords.ms,
      ...disposalWords.ms,
      ...clockWords.ms,
      ...clockWhyWords.ms,
      ...complaintsTodayWords.ms,
      ...complaintWarningWords.ms,
      ...paperWords.ms,
      ...officerWords.ms,
      ...repeatWords.ms,
      ...complaintImportWords.ms,
      ...groupWords.ms,
      ...overviewWords.ms,
      ...statisticWords.ms,
    },
    compliance: {
      ...complianceWords.ms,
      ...reviewWords.ms,
      ...assessmentPaperWords.ms,
      ...assessWords.ms,
      ...followWords.ms,
      ...followUpWords.ms,
      ...historyWords.ms,
      ...measuringWords.ms,
      ...campaignWords.ms,
    },
    cycles: cycleWords.ms,
    days: { ...daysWords.ms, ...holidayImportWords.ms },
    entering: enteringWords.ms,
    errors: errorWords.ms,
    images: imagesWords.ms,
    measures: measureWords.ms,
    office: officeWords.ms,
    people: peopleWords.ms,
    planning: planningWords.ms,
    posts: {
      ...postWords.ms,
      ...postPaneWords.ms,
      ...postFindingWords.ms,
      ...heldOverWords.ms,
      ...gridWords.ms,
      ...phaseViewWords.ms,
      ...postApprovalWords.ms,
      ...postPublicationWords.ms,
      ...postSaverWords.ms,
      ...postTemplateWords.ms,
      ...postSeriesWords.ms,
      ...boardWords.ms,
      ...postDueWords.ms,
      ...resultImportWords.ms,
    },
    print: printWords.ms,
    reference: referenceWords.ms,
    reminders: reminderWords.ms,
    shell: shellWords.ms,
    start: startWords.ms,
    states: stateWords.ms,
  },
  en: {
    accounts: accountWords.en,
    attachments: attachmentWords.en,
    backups: backupWords.en,
    common: commonWords.en,
    complaints: {
      ...complaintWords.en,
      ...complaintFieldWords.en,
      ...intakeWords.en,
      ...caseWords.en,
      ...meanwhileWords.en,
      ...answerWords.en,
      ...togetherWords.en,
      ...decisionWords.en,
      ...forwardingWords.en,
      ...closingWords.en,
      ...flagWords.en,
      ...holdWords.en,
      ...rightsWords.en,
      ...breachWords.en,
      ...disposalWords.en,
      ...clockWords.en,
      ...clockWhyWords.en,
      ...complaintsTodayWords.en,
      ...complaintWarningWords.en,
      ...paperWords.en,
      ...officerWords.en,
      ...repeatWords.en,
      ...complaintImportWords.en,
      ...groupWords.en,
      ...overviewWords.en,
      ...statisticWords.en,
    },
    compliance: {
      ...complianceWords.en,
      ...reviewWords.en,
      ...assessmentPaperWords.en,
      ...assessWords.en,
      ...followWords.en,
      ...followUpWords.en,
      ...historyWords.en,
      ...measuringWords.en,
      ...campaignWords.en,
    },
    cycles: cycleWords.en,
    days: { ...daysWords.en, ...holidayImportWords.en },
    entering: enteringWords.en,
    errors: errorWords.en,
    images: imagesWords.en,
    measures: measureWords.en,
    office: officeWords.en,
    people: peopleWords.en,
    planning: planningWords.en,
    posts: {
      ...postWords.en,
      ...postPaneWords.en,
      ...postFindingWords.en,
      ...heldOverWords.en,
      ...gridWords.en,
      ...phaseViewWords.en,
      ...postApprovalWords.en,
      ...postPublicationWords.en,
      ...postSaverWords.en,
      ...postTemplateWords.en,
      ...postSeriesWords.en,
      ...boardWords.en,
      ...postDueWords.en,
      ...resultImportWords.en,
    },
    print: printWords.en,
    reference: referenceWords.en,
    reminders: reminderWords.en,
    shell: shellWords.en,
    start: startWords.en,
    states: stateWords.en,
  },
} as const
