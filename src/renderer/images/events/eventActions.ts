import type { Action } from '../../shell/actions'
import type { Say } from '../../words/useWords'
import { explained } from '../checkActions'

interface EventDoings {
  readonly save: () => void
  readonly step: (by: 1 | -1) => void
  /** Picks the photo that is shown large, or not. */
  readonly toggle: () => void
  /** From the large photo to all, and from all to the list. */
  readonly back: () => void
  readonly isLarge: boolean
  readonly canSave: boolean
}

/** Keys and palette entries of the photos of events. */
export function eventActions(t: Say, doings: EventDoings): Action[] {
  const { isLarge, step } = doings
  const previous = { id: 'event-previous', label: t('images.events.previous'), key: 'ArrowLeft' }
  const next = { id: 'event-next', label: t('images.events.next'), key: 'ArrowRight' }
  return [
    {
      ...{ id: 'event-save', label: t('images.events.saveStates.ready'), key: 'ctrl+Enter' },
      enabled: doings.canSave,
      run: doings.save,
    },
    {
      ...{ id: 'event-back', key: 'Escape', run: doings.back },
      label: isLarge ? t('images.events.backToAll') : t('images.events.back'),
    },
    { ...previous, explainedOnly: !isLarge, run: () => step(-1) },
    { ...next, explainedOnly: !isLarge, run: () => step(1) },
    {
      ...{ id: 'event-toggle', label: t('images.events.keys.toggle'), key: ' ' },
      explainedOnly: !isLarge,
      run: doings.toggle,
    },
    ...(isLarge
      ? []
      : [
          explained('event-up', t('images.keys.moveUp'), 'ArrowUp'),
          explained('event-down', t('images.keys.moveDown'), 'ArrowDown'),
          explained('event-large', t('images.events.keys.large'), 'Enter'),
        ]),
  ]
}
