import { CalendarX2, Repeat2, TriangleAlert } from '@lucide/vue'
import type { Component } from 'vue'
import type { PostTile } from '#contract/posts'
import { libraryPicture } from '../../images/pictureAddress'
import type { PhaseFace } from '../phases'
import { statusLooks } from '../statusView'
import { iconElement } from './iconTemplates'

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
 * A post in the grid, as plain DOM: phase by colour and numeral, status by shape and word, what is
 * missing by sign and number. The whole is said in its title and to who cannot see it.
 */
export function tileElement(tile: PostTile, words: TileWords): HTMLElement {
  const root = part('div', 'post-tile')
  root.setAttribute('role', 'button')
  root.tabIndex = -1
  root.dataset['tile'] = tileKey(tile)
  root.title = words.lines.join('\n')
  root.classList.toggle('is-stopped', tile.status === 'cancelled' || tile.status === 'on-hold')
  root.append(phaseElement(words.phase), textElement(tile, words))
  if (tile.coverId !== null) root.append(coverElement(tile.coverId))
  return root
}

function phaseElement(phase: PhaseFace | null): HTMLElement {
  const bar = unheard(
    part('span', 'tile-phase figures', phase === null ? '' : String(phase.number)),
  )
  if (phase !== null) {
    bar.style.background = `var(--phase-${phase.colour})`
    bar.style.color = `var(--on-phase-${phase.colour})`
  }
  return bar
}

function textElement(tile: PostTile, { status, channels, lines }: TileWords): HTMLElement {
  const text = part('span', 'tile-text')
  const name = part('span', 'tile-name')
  if (tile.time !== null) name.append(unheard(part('span', 'tile-time figures', tile.time)))
  name.append(document.createTextNode(tile.title))
  const facts = unheard(part('span', 'tile-facts'))
  const { icon, tone } = statusLooks[tile.status]
  const mark = part('span', `tile-status ${tone}`)
  mark.append(iconElement(icon, 12), part('span', 'tile-word', status))
  facts.append(mark)
  if (tile.seriesId !== null) facts.append(signElement('tile-series', Repeat2, ''))
  if (tile.expired) facts.append(signElement('tile-expired', CalendarX2, ''))
  const { length } = tile.missing
  if (length > 0) facts.append(signElement('tile-lacks', TriangleAlert, String(length)))
  const signs = part('span', 'tile-channels')
  signs.append(...channels.map((channel) => iconElement(channel, 12)))
  facts.append(signs)
  // The title is heard as it stands; of the rest, which is signs, the words behind it.
  text.append(name, facts, part('span', 'heard-only', `. ${lines.slice(1).join('. ')}`))
  return text
}

function signElement(className: string, icon: Component, text: string): HTMLElement {
  const sign = part('span', className)
  sign.append(iconElement(icon, 12), document.createTextNode(text))
  return sign
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
