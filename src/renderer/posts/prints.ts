import { printDocument, type PrintDocument } from '../print/printDocument'

/** What is printed of posts. */
export const postPrints: readonly PrintDocument[] = [
  printDocument(
    'post-approval',
    'posts',
    'approvalSheet',
    () => import('./print/ApprovalSheet.vue'),
  ),
]
