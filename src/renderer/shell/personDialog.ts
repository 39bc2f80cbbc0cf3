import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Person } from '#contract/people'

/** The dialog that asks who is at the keyboard, and for whose PIN. */
export const usePersonDialog = defineStore('person-dialog', () => ({
  open: ref(false),
  /** Whose PIN is asked for; null while a person is being chosen. */
  asked: shallowRef<Person | null>(null),
}))
