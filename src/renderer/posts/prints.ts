import { printDocument, type PrintDocument } from '../print/printDocument'

/** What the calendar prints. */
export const postPrints: readonly PrintDocument[] = [
  printDocument('plan-month', 'posts', 'planSheet', () => import('./leaving/print/PlanMonth.vue')),
  printDocument('plan-list', 'posts', 'planSheet', () => import('./leaving/print/PlanList.vue')),
]
