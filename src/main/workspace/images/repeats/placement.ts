/** Where one picture lies in another, and how it was brightened. */

/** Takes a place in the kept picture (0–1 of its width and height) to one in the questioned. */
export interface Placement {
  scaleX: number
  scaleY: number
  shiftX: number
  shiftY: number
}

/** Questioned grey = gain · kept grey + offset. */
export interface Tone {
  gain: number
  offset: number
}

export interface Alignment extends Placement, Tone {}

export const samePlace: Placement = { scaleX: 1, scaleY: 1, shiftX: 0, shiftY: 0 }
