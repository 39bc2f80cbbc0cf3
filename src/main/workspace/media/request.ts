/** A picture the page wants to show: `media://thumbnail/check/<id>`. */
export interface MediaRequest {
  readonly size: 'thumbnail' | 'preview'
  /** `redaction`: the redacted copy of an attached picture. */
  readonly of: 'check' | 'image' | 'attachment' | 'redaction'
  readonly id: string
}

export interface Media {
  readonly bytes: Uint8Array
  readonly contentType: string
}
