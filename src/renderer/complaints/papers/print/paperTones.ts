import type { Tone } from '../../../ui/tone'

/** How the tones of the window are told on paper. */
export const paperTones = {
  success: 'good',
  warning: 'attention',
  danger: 'bad',
  neutral: 'plain',
  info: 'plain',
} as const satisfies Record<Tone, string>
