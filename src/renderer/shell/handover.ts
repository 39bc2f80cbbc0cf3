import { defineStore } from 'pinia'
import { ref } from 'vue'

/**
 * When somebody else unlocks the screen: what the person before had open is put away. Pages begin
 * anew (`seat` is their key), and what outlives a page says here how it is emptied. Half-typed posts
 * are kept as drafts of their owner.
 */
export const useHandover = defineStore('handover', () => {
  const seat = ref(0)
  const resets = new Set<() => void>()

  /** @param reset empties what stays in memory when a page is left */
  function onHandover(reset: () => void): void {
    resets.add(reset)
  }

  function handOver(): void {
    for (const reset of resets) reset()
    seat.value += 1
  }

  return { seat, onHandover, handOver }
})
