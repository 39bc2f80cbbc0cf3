import { CalendarX2, Repeat2, TriangleAlert } from '@lucide/vue'
import type { Component } from 'vue'
import type { PostTile } from '#contract/posts'
import { libraryPicture } from '../../images/pictureAddress'
import type { PhaseFace } from '../phases'
import { statusLooks } from '../statusView'
import { copyOf } from './copyOf'
import { signsClass, type Ink } from './signs'

/** What the drawing of a tile needs besides the post, already in the window's words. */
export interface TileWords {
  readonly phase: PhaseFace | null
  /** A short word, `Semakan`. */
  readonly status: string
  /** Signs of the channels the slot is for, each once. */
  readonly channels: readonly Component[]
  /** All there is to say, a line each. */
  readonly lines: readonly string[]
}

/** Names a tile: a post may have several, one for each slot. */
export function tileKey({ id, day, time, accountIds, apart }: PostTile): string {
  return apart ? `${id} ${day ?? ''} ${time ?? ''} ${accountIds[0] ?? ''}` : id
}

/**
 * A post in the grid, as plain DOM and of few elements: phase by colour and numeral, status by shape
 * and word, what is missing by sign and number. The whole is said in its title and to who cannot see
 * it.
 */
export function tileElement(tile: PostTile, words: TileWords): HTMLElement {
  const { status, coverId, time, title } = tile
  const root = blankOf(words.phase)
  if (status === 'cancelled' || status === 'on-hold') root.className = 'post-tile is-stopped'
  root.setAttribute('data-tile', tileKey(tile))
  root.setAttribute('title', words.lines.join('\n'))
  const name = part('span', 'tile-name')
  if (time !== null) name.append(unheard(part('span', 'tile-time figures', time)))
  name.append(title)
  root.append(name, factsElement(tile, words))
  if (coverId !== null) {
    root.classList.add('has-cover')
    root.append(coverElement(coverId))
  }
  return root
}

/** Tiles with nothing but their phase, by what is drawn of it. */
const blanks = new Map<string, HTMLElement>()

/** A tile with nothing but its phase: copied, since most of a month are alike. */
function blankOf(phase: PhaseFace | null): HTMLElement {
  const key = phase === null ? '' : `${phase.colour} ${String(phase.number)}`
  const blank = blanks.get(key) ?? part('div', 'post-tile')
  if (!blanks.has(key)) {
    blank.setAttribute('role', 'button')
    blank.tabIndex = -1
    blank.append(phaseElement(phase))
    blanks.set(key, blank)
  }
  return copyOf(blank)
}

function phaseElement(phase: PhaseFace | null): HTMLElement {
  const number = phase === null ? '' : String(phase.number)
  const bar = unheard(part('span', 'tile-phase figures', number))
  if (phase !== null) {
    bar.style.background = `var(--phase-${phase.colour})`
    bar.style.color = `var(--on-phase-${phase.colour})`
  }
  return bar
}

/** What is known of the post, by signs; those of its channels are the line's own. */
function factsElement(tile: PostTile, { status, channels, lines }: TileWords): HTMLElement {
  const facts = part('span', `tile-facts ${signsClass(channels, 'textSoft')}`)
  // The title is heard as it stands; of the rest, which is signs, the words behind it.
  facts.setAttribute('role', 'img')
  facts.setAttribute('aria-label', `. ${lines.slice(1).join('. ')}`)
  const { icon, tone } = statusLooks[tile.status]
  const ink = tone === 'neutral' ? 'textSoft' : tone
  facts.append(signElement(`tile-status ${tone}`, icon, ink, status))
  if (tile.seriesId !== null) facts.append(signElement('tile-series', Repeat2, 'textSoft'))
  if (tile.expired) facts.append(signElement('tile-expired', CalendarX2, 'danger'))
  const { length } = tile.missing
  if (length > 0) facts.append(signElement('tile-lacks', TriangleAlert, 'warning', String(length)))
  return facts
}

function signElement(className: string, icon: Component, ink: Ink, text = ''): HTMLElement {
  return part('span', `${className} ${signsClass([icon], ink)}`, text)
}

function coverElement(imageId: string): HTMLElement {
  const cover = document.createElement('img')
  cover.className = 'tile-cover'
  cover.src = libraryPicture('thumbnail', imageId)
  cover.alt = ''
  cover.loading = 'lazy'
  cover.draggable = false
  return cover
}

/** Seen only: what it means is among the words. */
function unheard(element: HTMLElement): HTMLElement {
  element.setAttribute('aria-hidden', 'true')
  return element
}

function part(name: 'div' | 'span', className: string, text = ''): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  if (text !== '') element.textContent = text
  return element
}
