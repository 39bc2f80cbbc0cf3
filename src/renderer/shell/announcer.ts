import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What screen readers are told without moving the focus. */
export const useAnnouncer = defineStore('announcer', () => {
  const text = ref('')
  let turn = false

  /** The same sentence twice is said twice: an invisible difference makes it new. */
  function say(sentence: string): void {
    turn = !turn
    text.value = turn ? sentence : `${sentence}\u200b`
  }

  return { text, say }
})
