import type { Action } from '../shell/actions'
import type { Say } from '../words/useWords'
import { compareModes, type CompareMode } from './decideView'

interface DecideDoings {
  readonly same: () => void
  readonly different: () => void
  readonly takeBack: () => void
  readonly step: (by: 1 | -1) => void
  readonly mode: (mode: CompareMode) => void
  readonly group: () => void
  readonly outlines: () => void
  readonly leave: () => void
  readonly isDecided: boolean
  readonly isDecidable: boolean
  readonly hasGroup: boolean
}

/** Keys and palette entries of the decision view. */
export function decideActions(t: Say, doings: DecideDoings): Action[] {
  const open = doings.isDecidable && !doings.isDecided
  return [
    {
      id: 'decide-same',
      label: t('images.decide.same'),
      key: 's',
      enabled: open,
      run: doings.same,
    },
    {
      ...{ id: 'decide-different', label: t('images.decide.different'), key: 'b' },
      enabled: open,
      run: doings.different,
    },
    {
      ...{ id: 'decide-take-back', label: t('images.decide.takeBack'), key: 'u' },
      enabled: doings.isDecided,
      run: doings.takeBack,
    },
    {
      ...{ id: 'decide-previous', label: t('images.decide.previous'), key: 'ArrowUp' },
      run: () => doings.step(-1),
    },
    {
      ...{ id: 'decide-next', label: t('images.decide.next'), key: 'ArrowDown' },
      run: () => doings.step(1),
    },
    ...compareModes.map((mode, place) => ({
      ...{ id: `decide-${mode}`, label: t(`images.decide.${mode}`), key: String(place + 1) },
      run: () => doings.mode(mode),
    })),
    {
      ...{ id: 'decide-group', label: t('images.decide.groupKey'), key: 'k' },
      enabled: doings.hasGroup,
      run: doings.group,
    },
    {
      ...{ id: 'decide-outlines', label: t('images.decide.outlineKey'), key: 't' },
      run: doings.outlines,
    },
    { id: 'decide-leave', label: t('images.decide.back'), key: 'Escape', run: doings.leave },
  ]
}
