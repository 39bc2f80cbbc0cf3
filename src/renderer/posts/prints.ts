import { printDocument, type PrintDocument } from '../print/printDocument'

/** What is printed of posts. */
export const postPrints: readonly PrintDocument[] = [
  printDocument(
    'post-approval',
    'posts',
    'approvalSheet',
    () => import('./print/ApprovalSheet.vue'),
  ),
  printDocument(
    'post-approvals',
    'posts',
    'approvalSheets',
    () => import('./print/ApprovalSheets.vue'),
  ),
  printDocument(
    'post-deadlines',
    'posts',
    'deadlineSheet',
    () => import('./print/DeadlineSheet.vue'),
  ),
  printDocument('plan-month', 'posts', 'planSheet', () => import('./leaving/print/PlanMonth.vue')),
  printDocument('plan-road', 'posts', 'roadSheet', () => import('./leaving/print/PlanRoad.vue')),
  printDocument('plan-list', 'posts', 'planSheet', () => import('./leaving/print/PlanList.vue')),
]
