export interface ImageTables {
  image_batch: ImageBatchRow
  image_check: ImageCheckRow
  image_check_parts: ImageCheckPartsRow
  image_repeat: ImageRepeatRow
  image: ImageRow
  image_tag: ImageTagRow
  image_decision: ImageDecisionRow
  image_pair: ImagePairRow
  image_choice: ImageChoiceRow
  image_derivation: ImageDerivationRow
}

/** What was dropped, pasted or picked together. */
export interface ImageBatchRow {
  id: string
  started_at: string
  finished_at: string | null
  started_by: string
  /** What a person said all of it is; null = guessed picture by picture. */
  kind: string | null
}

/** What a file is, and what only videos and PDFs have. */
interface MediumColumns {
  medium: 'picture' | 'video' | 'document'
  /** Of a video, in seconds; null where it could not be read. */
  duration: number | null
  /** Of a PDF; null where they could not be counted. */
  pages: number | null
  /** Of a video or PDF: `drawn` has a thumbnail, `none` cannot have one here. */
  frame: 'not-yet' | 'drawn' | 'none'
}

/** One file of a batch. JSON columns hold values the contract or the measuring code validates. */
export interface ImageCheckRow extends MediumColumns {
  id: string
  batch_id: string
  position: number
  /** Null for a pasted picture; its bytes then wait in the media store. */
  path: string | null
  /** Base64 of the path's bytes where they are not UTF-8. */
  raw_path: string | null
  name: string
  state: 'waiting' | 'checked'
  kind: string
  /** 1 = the kind was guessed, 0 = a person said it. */
  kind_guessed: number
  verdict: string | null
  width: number | null
  height: number | null
  format: string | null
  byte_size: number | null
  bytes_hash: string | null
  /** JSON: the measurement without its binary parts; null until checked or when unreadable. */
  measurement: string | null
  /** Base64 of the packed fingerprint. */
  fingerprint: string | null
  /** JSON: every finding, as last worked out. */
  findings: string
  override_reason: string | null
  override_by: string | null
  override_at: string | null
  review: string | null
  reviewed_by: string | null
  reviewed_at: string | null
  kept_as: string | null
}

/** By which a checked picture is found within others; see `repeats/parts/parts.ts`. */
export interface ImageCheckPartsRow {
  check_id: string
  /** Base64. */
  parts: string
  parts_version: number
}

/** A pair of pictures of which one seems to repeat the other, and a person's word on it. */
export interface ImageRepeatRow {
  id: string
  check_id: string
  of_check_id: string | null
  of_image_id: string | null
  relation: string
  /** 1 = one is the other's mirror image. */
  mirrored: number
  /** JSON: regions that differ. */
  changed: string
  outcome: string | null
  reason: string | null
  decided_by: string | null
  decided_at: string | null
}

/** One picture kept in the library. */
export interface ImageRow extends MediumColumns {
  id: string
  name: string
  kind: string
  /** 0: that of a video or PDF that could not be read. */
  width: number
  height: number
  format: string
  byte_size: number
  bytes_hash: string
  measurement: string
  fingerprint: string
  /** Which way of taking fingerprints and sketches made it; others cannot be compared with it. */
  fingerprint_version: number
  /** Base64, see `repeats/parts/parts.ts`; null before they were made, and for what is no picture. */
  parts: string | null
  parts_version: number | null
  findings: string
  override_reason: string | null
  /** JSON: the photo checklist as answered before or after it was kept. */
  review: string | null
  reviewed_by: string | null
  reviewed_at: string | null
  programme: string
  programme_date: string | null
  programme_time: string
  place: string
  guests: string
  alt_text: string
  source: string
  rights: string
  added_at: string
  added_by: string
  trashed_at: string | null
}

export interface ImageTagRow {
  image_id: string
  tag: string
}

/** A person's word on a pair, kept with the picture after its batch is gone. */
export interface ImageDecisionRow {
  /** That of the pair in `image_repeat`, while it exists. */
  id: string
  image_id: string
  /** Of the other picture, as it was called then. */
  name: string
  outcome: string
  reason: string
  decided_by: string
  decided_at: string
  /** SHA-256 of the other picture's bytes; null where that was not written down. */
  other_hash: string | null
  /** When the word was taken back; it can be said again as it was. */
  forgotten_at: string | null
}

/** A picture made here, and what it was made from; both by the hash of their bytes. */
export interface ImageDerivationRow {
  id: string
  result_hash: string
  result_name: string
  original_hash: string
  original_name: string
  /** JSON: the choices it was made by. */
  choices: string
  /** 1 = it was written to a disk, where nobody knows what becomes of it. */
  on_disk: number
  made_at: string
  made_by: string
  /** What was made at once has the same one; null where that was not written down. */
  job_id: string | null
}

/** A person's word on two contents, which holds wherever they meet again. */
export interface ImagePairRow {
  id: string
  /** SHA-256 of the two files' bytes, the lower one first. */
  first_hash: string
  second_hash: string
  outcome: string
  reason: string
  decided_by: string
  decided_at: string
}

/** What choosing among the photos of one event changed of one checklist, so that it can be undone. */
export interface ImageChoiceRow {
  id: string
  /** Counts the choices; one choice has a row for each checklist it changed. */
  number: number
  check_id: string
  /** JSON: review, reviewed_by and reviewed_at of the check. */
  before: string
  after: string
}
