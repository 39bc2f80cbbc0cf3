import { ChevronDown, ChevronUp } from '@lucide/vue'
import type { Component } from 'vue'
import { iconElement } from './iconTemplates'
import type { Uneven } from './rhythmView'

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
  strip.hidden = true
  strip.setAttribute('aria-haspopup', 'dialog')
  return strip
}

/** Writes the signs into a strip that stands already; without any it is not there. */
export function tellRhythm(
  strip: HTMLButtonElement,
  marks: readonly StripMark[],
  label: string,
): void {
  const words = marks.length === 0 ? '' : [label, ...marks.map((mark) => mark.words)].join('\n')
  if (strip.title === words) return
  strip.hidden = marks.length === 0
  strip.title = words
  strip.setAttribute('aria-label', words.replaceAll('\n', ', '))
  strip.replaceChildren(...marks.map(markElement))
}

function markElement({ standing, channel, accounts }: StripMark): HTMLElement {
  const mark = document.createElement('span')
  mark.className = `rhythm-mark is-${standing}`
  mark.setAttribute('aria-hidden', 'true')
  mark.append(iconElement(standingIcons[standing], 11), iconElement(channel, 11), String(accounts))
  return mark
}
