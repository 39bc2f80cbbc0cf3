import type { ImportId } from '#contract/postImports'
import type { Instant, PersonId } from '#contract/values'

/** Posts that came in together from a sheet. */
export interface PostImportRow {
  id: ImportId
  file_name: string
  /** JSON: ids of the posts, in the order of their rows. */
  posts: string
  imported_by: PersonId
  imported_at: Instant
  undone_at: Instant | null
}

/** Results that came in together from a sheet. */
export interface ResultImportRow {
  id: ImportId
  file_name: string
  /** JSON: `ImportedResult`s, in the order of their rows. */
  results: string
  imported_by: PersonId
  imported_at: Instant
  undone_at: Instant | null
}
