import { ChevronDown, ChevronUp } from '@lucide/vue'
import type { Component } from 'vue'
import type { Uneven } from './rhythmView'
import { signsClass, signsIn } from './signs'

/** A sign of the strip, in the window's words. */
export interface StripMark {
  readonly standing: Uneven
  readonly channel: Component
  readonly accounts: number
  /** `Facebook: 1 akaun lebih` */
  readonly words: string
}

export const standingIcons: Readonly<Record<Uneven, Component>> = {
  over: ChevronUp,
  under: ChevronDown,
}

/**
 * The thin strip of a day as plain DOM, one button: which channels stand over or under their guide,
 * and with how many accounts.
 */
export function rhythmStrip(): HTMLButtonElement {
  const strip = document.createElement('button')
  strip.type = 'button'
  strip.className = 'plain-button day-rhythm figures'
  strip.tabIndex = -1
  strip.setAttribute('aria-haspopup', 'dialog')
  return strip
}

/** Writes the signs, at least one, into a strip that stands already; one alone is the strip itself. */
export function tellRhythm(strip: HTMLElement, marks: readonly StripMark[], label: string): void {
  const words = [label, ...marks.map((mark) => mark.words)].join('\n')
  if (strip.title === words) return
  strip.title = words
  strip.setAttribute('aria-label', words.replaceAll('\n', ', '))
  const [only] = marks
  if (marks.length === 1 && only !== undefined) {
    strip.className = `plain-button day-rhythm figures is-one ${markClass(only)}`
    strip.textContent = String(only.accounts)
    return
  }
  strip.className = 'plain-button day-rhythm figures'
  strip.replaceChildren(...marks.map(markElement))
}

function markElement(mark: StripMark): HTMLElement {
  const element = document.createElement('span')
  element.className = markClass(mark)
  element.setAttribute('aria-hidden', 'true')
  element.textContent = String(mark.accounts)
  return element
}

function markClass({ standing, channel }: StripMark): string {
  const ink = standing === 'over' ? 'warning' : 'textSoft'
  return `rhythm-mark is-${standing} ${signsClass(signsIn([standingIcons[standing], channel], ink))}`
}
