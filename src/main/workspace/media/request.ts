/** A picture the page wants to show: `media://thumbnail/check/<id>`. */
export interface MediaRequest {
  readonly size: 'thumbnail' | 'preview'
  readonly of: 'check' | 'image' | 'attachment'
  readonly id: string
}

export interface Media {
  readonly bytes: Uint8Array
  readonly contentType: string
}
