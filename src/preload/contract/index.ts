import type { SliceClient } from './call.ts'
import { days } from './days.ts'
import { holidayImports } from './holidayImports.ts'
import { accounts } from './accounts.ts'
import { assessmentCarrying } from './assessmentCarrying.ts'
import { assessmentEvidence } from './assessmentEvidence.ts'
import { assessmentFindings } from './assessmentFindings.ts'
import { assessmentHistory } from './assessmentHistory.ts'
import { assessmentReports } from './assessmentReports.ts'
import { assessmentReviews } from './assessmentReviews.ts'
import { assessmentMeasures } from './assessmentMeasures.ts'
import { assessments } from './assessments.ts'
import { attachments } from './attachments.ts'
import { backups } from './backups.ts'
import { assessmentFollowUps } from './assessmentFollowUps.ts'
import { campaignMeasuring } from './campaignMeasuring.ts'
import { campaignReports } from './campaignReports.ts'
import { campaigns } from './campaigns.ts'
import { complaintAnswers } from './complaintAnswers.ts'
import { complaintBreaches } from './complaintBreaches.ts'
import { complaintClosing } from './complaintClosing.ts'
import { complaintDecisions } from './complaintDecisions.ts'
import { complaintDisposals } from './complaintDisposals.ts'
import { complaintFlags } from './complaintFlags.ts'
import { complaintPlaces } from './complaintPlaces.ts'
import { complaintHolds } from './complaintHolds.ts'
import { complaintForwarding } from './complaintForwarding.ts'
import { complaintClocks } from './complaintClocks.ts'
import { complaintGroupAnswers } from './complaintGroupAnswers.ts'
import { complaintGroups } from './complaintGroups.ts'
import { complaintRequests } from './complaintRequests.ts'
import { complaintOverview } from './complaintOverview.ts'
import { complaintLadder } from './complaintLadder.ts'
import { complaintLeaving } from './complaintLeaving.ts'
import { complaintPapers } from './complaintPapers.ts'
import { complaintPosts } from './complaintPosts.ts'
import { complaintImports } from './complaintImports.ts'
import { complaintOfficers } from './complaintOfficers.ts'
import { complaintRepeats } from './complaintRepeats.ts'
import { complaintStatistics } from './complaintStatistics.ts'
import { complaintWarnings } from './complaintWarnings.ts'
import { complaintViews } from './complaintViews.ts'
import { complaints } from './complaints.ts'
import { cycles } from './cycles.ts'
import { frameworks } from './frameworks.ts'
import { gate } from './gate.ts'
import { imageCopies } from './imageCopies.ts'
import { imageDecisions } from './imageDecisions.ts'
import { imageEvents } from './imageEvents.ts'
import { imageFrames } from './imageFrames.ts'
import { imageFix } from './imageFix.ts'
import { imageMetadata } from './imageMetadata.ts'
import { imageReports } from './imageReports.ts'
import { images } from './images.ts'
import { measures } from './measures.ts'
import { office } from './office.ts'
import { people } from './people.ts'
import { postApproval } from './postApproval.ts'
import { postFindings } from './postFindings.ts'
import { postPhases } from './postPhases.ts'
import { postBrought } from './postBrought.ts'
import { postBulk } from './postBulk.ts'
import { postEntering } from './postEntering.ts'
import { postHeld } from './postHeld.ts'
import { postImports } from './postImports.ts'
import { postLeaving } from './postLeaving.ts'
import { postSeries } from './postSeries.ts'
import { postPublication } from './postPublication.ts'
import { postedPictures } from './postedPictures.ts'
import { postResultImports } from './postResultImports.ts'
import { postRecounts } from './postRecounts.ts'
import { postReports } from './postReports.ts'
import { posts } from './posts.ts'
import { postTemplates } from './postTemplates.ts'
import { postToday } from './postToday.ts'
import { planning } from './planning.ts'
import { postViews } from './postViews.ts'
import { reference } from './reference.ts'

/** Everything a page, the command line or a test may ask of the workspace. */
export const contract = {
  gate,
  backups,
  office,
  people,
  days: { ...days, ...holidayImports },
  reference,
  accounts,
  attachments,
  compliance: {
    ...frameworks,
    ...assessments,
    ...assessmentEvidence,
    ...assessmentFindings,
    ...assessmentCarrying,
    ...assessmentHistory,
    ...assessmentMeasures,
    ...assessmentFollowUps,
    ...campaigns,
    ...campaignMeasuring,
    ...campaignReports,
    ...assessmentReviews,
    ...assessmentReports,
    ...measures,
  },
  cycles,
  planning,
  images: {
    ...images,
    ...imageCopies,
    ...imageDecisions,
    ...imageEvents,
    ...imageFix,
    ...imageFrames,
    ...imageMetadata,
    ...imageReports,
  },
  posts: {
    ...posts,
    ...postApproval,
    ...postFindings,
    ...postBrought,
    ...postHeld,
    ...postPublication,
    ...postedPictures,
    ...postViews,
    ...postPhases,
    ...postReports,
    ...postRecounts,
    ...postEntering,
    ...postBulk,
    ...postSeries,
    ...postImports,
    ...postResultImports,
    ...postLeaving,
    ...postTemplates,
    ...postToday,
  },
  complaints: {
    ...complaints,
    ...complaintClocks,
    ...complaintOfficers,
    ...complaintRepeats,
    ...complaintGroups,
    ...complaintDecisions,
    ...complaintGroupAnswers,
    ...complaintViews,
    ...complaintWarnings,
    ...complaintLadder,
    ...complaintAnswers,
    ...complaintForwarding,
    ...complaintClosing,
    ...complaintFlags,
    ...complaintPlaces,
    ...complaintHolds,
    ...complaintDisposals,
    ...complaintRequests,
    ...complaintBreaches,
    ...complaintOverview,
    ...complaintPosts,
    ...complaintStatistics,
    ...complaintLeaving,
    ...complaintPapers,
    ...complaintImports,
  },
} as const

export type Contract = typeof contract
export type SliceName = keyof Contract

/** The page's view of the workspace: `workspace.images.checkFiles({ … })`. */
export type Workspace = { readonly [S in SliceName]: SliceClient<Contract[S]> }
