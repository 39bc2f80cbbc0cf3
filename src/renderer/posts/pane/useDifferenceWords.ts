import { AccountId } from '#contract/accounts'
import { useWords } from '../../words/useWords'
import { useEditedPost } from '../form/editedPost'
import { fieldParts, isChoiceField } from './differenceView'

/** Names of fields, and values in words where the content has keys and ids. */
export function useDifferenceWords() {
  const { t, sayKey, hasKey, format } = useWords()
  const { choices } = useEditedPost()

  function accountName(id: string | null): string {
    const known = AccountId.safeParse(id)
    const account = known.success ? choices.accountById.value.get(known.data) : undefined
    return account === undefined
      ? t('posts.pane.history.unknownAccount')
      : `${account.name} (${choices.channelName(account.channel)})`
  }

  function fieldName(field: string): string {
    const { name, of } = fieldParts(field)
    if (name === 'account' || name === 'own' || name === 'slot') {
      return t(`posts.pane.history.of.${name}`, { account: accountName(of) })
    }
    const key = `posts.pane.fields.${name.replace('programme.', 'programme_')}`
    return hasKey(key) ? sayKey(key) : name
  }

  function dayOrTime(text: string): string {
    return /^\d{4}-/.test(text) ? format.value.day(text) : text
  }

  function valueOf(field: string, text: string): string {
    const { name } = fieldParts(field)
    switch (name) {
      case 'kind':
        return sayKey(`posts.kind.${text}`)
      case 'category':
        return choices.nameIn('wave-categories', text)
      case 'approach':
        return choices.nameIn('approaches', text)
      case 'thrusts':
      case 'segments':
        return choices.nameIn(name, text)
      case 'programme.state':
        return sayKey(`states.${text}`)
      case 'ownerId':
      case 'designerId':
      case 'approverId':
        return choices.personName(text)
      case 'accounts':
        return accountName(text)
      case 'own':
        return t('posts.pane.accounts.ownText')
      case 'phaseId':
        return choices.phaseName(text)
      case 'hashtags':
        return `#${text}`
      default:
        return isChoiceField(field) ? dayOrTime(text) : text
    }
  }

  return {
    ...{ fieldName, valueOf, isChoice: isChoiceField },
    /** The picture that a part stands for; null for everything else. */
    imageOf: (field: string, text: string) => (field === 'images' ? text : null),
  }
}
