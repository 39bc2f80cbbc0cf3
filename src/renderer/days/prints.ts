import { printDocument, type PrintDocument } from '../print/printDocument'

/** What is printed of working days. */
export const dayPrints: readonly PrintDocument[] = [
  printDocument('working-days', 'days', 'explain', () => import('./print/CountSheet.vue')),
]
