import { printDocument, type PrintDocument } from '../print/printDocument'

/** What the image slice prints. */
export const imagePrints: readonly PrintDocument[] = [
  printDocument('image-batch', 'images', 'batchReport', () => import('./print/BatchReport.vue')),
  printDocument(
    'image-library',
    'images',
    'librarySheet',
    () => import('./print/LibrarySheet.vue'),
  ),
]
