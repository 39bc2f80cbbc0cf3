import { defineStore } from 'pinia'
import { reactive, toRefs } from 'vue'
import type { Language } from '#contract/values'

/** What a person has typed on the way in; an error or a crash of the workspace loses none of it. */
export interface FirstRunForm {
  step: number
  language: Language
  unitName: string
  letterhead: string
  logo: string | null
  name: string
  post: string
  passphrase: string
  passphraseAgain: string
  /** Null until the workspace has made one. */
  recoveryCode: string | null
  typedCode: string
}

interface StartState {
  form: FirstRunForm
  /** The workspace is being made: the gate opens a moment before the call that made it ends. */
  isMaking: boolean
  /** The workspace was just made; its last screen waits to be left. */
  showsDone: boolean
  /** A backup is brought back instead of a workspace being made. */
  restoresInstead: boolean
  /** It was opened with the recovery code: a new passphrase comes first. */
  needsNewPassphrase: boolean
  /** The workspace process stopped while it was open and was started again. */
  wasInterrupted: boolean
}

export const useStart = defineStore('start', () => {
  const state = reactive<StartState>({
    form: emptyForm(),
    isMaking: false,
    showsDone: false,
    restoresInstead: false,
    needsNewPassphrase: false,
    wasInterrupted: false,
  })

  /** Secrets stay no longer than they are needed. */
  function forgetSecrets(): void {
    Object.assign(state.form, { passphrase: '', passphraseAgain: '', typedCode: '' })
    state.form.recoveryCode = null
  }

  return { ...toRefs(state), forgetSecrets }
})

export function emptyForm(): FirstRunForm {
  return {
    step: 0,
    language: 'ms',
    unitName: '',
    letterhead: '',
    logo: null,
    name: '',
    post: '',
    passphrase: '',
    passphraseAgain: '',
    recoveryCode: null,
    typedCode: '',
  }
}
