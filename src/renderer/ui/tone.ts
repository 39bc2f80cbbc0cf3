/** Colour says nothing alone: icon and word say the same. */
export type Tone = 'success' | 'warning' | 'danger' | 'neutral' | 'info'
