import { usePageActions, type Action } from '../shell/actions'
import { useWords, type Say } from '../words/useWords'
import { useMay, type May } from '../workspace/may'

interface CheckDoings {
  readonly add: () => void
  readonly folder: () => void
  readonly search: () => void
  readonly keep: () => void
  readonly decide: () => void
  readonly canKeep: boolean
  readonly canDecide: boolean
}

/** Keys and palette entries of the image check, for as long as its list is shown. */
export function useCheckActions(doings: () => CheckDoings | null): void {
  const { t } = useWords()
  const { may } = useMay()
  usePageActions(() => {
    const now = doings()
    return now === null ? [] : checkActions(t, may, now)
  })
}

function checkActions(t: Say, may: May['may'], doings: CheckDoings): Action[] {
  return [
    {
      ...{ id: 'add-images', label: t('images.add.images'), key: 'n' },
      enabled: may('images.checkFiles'),
      run: doings.add,
    },
    {
      ...{ id: 'add-folder', label: t('images.add.folder') },
      enabled: may('images.checkFiles'),
      run: doings.folder,
    },
    { id: 'search-checks', label: t('images.keys.search'), key: '/', run: doings.search },
    {
      ...{ id: 'keep-images', label: t('images.keys.keep'), key: 's' },
      enabled: doings.canKeep && may('images.keep'),
      run: doings.keep,
    },
    {
      ...{ id: 'decide-repeats', label: t('images.keys.decide'), key: 'p' },
      enabled: doings.canDecide,
      run: doings.decide,
    },
    ...listKeys(t),
    explained('paste', t('images.keys.paste'), 'ctrl+v'),
  ]
}

/** What the list itself listens to, for the page of keys. */
export function listKeys(t: Say): Action[] {
  return [
    explained('list-up', t('images.keys.moveUp'), 'ArrowUp'),
    explained('list-down', t('images.keys.moveDown'), 'ArrowDown'),
    explained('list-open', t('images.keys.open'), 'Enter'),
    explained('list-select', t('images.keys.select'), ' '),
  ]
}

/** A key that the part which has the focus listens to itself. */
export function explained(id: string, label: string, key: string): Action {
  return { id, label, key, explainedOnly: true, run: () => undefined }
}
