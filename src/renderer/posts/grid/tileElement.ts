import { CalendarX2, Repeat2, TriangleAlert } from '@lucide/vue'
import type { Component } from 'vue'
import type { PostTile } from '#contract/posts'
import { libraryPicture } from '../../images/pictureAddress'
import type { PhaseFace } from '../phases'
import { statusLooks } from '../statusView'
import { copyOf } from './copyOf'
import { signsClass, signsIn, type Sign } from './signs'

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
  if (status === 'cancelled' || status === 'on-hold') root.classList.add('is-stopped')
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
  const known = blanks.get(key)
  if (known !== undefined) return copyOf(known)
  const blank = part('div', 'post-tile')
  blank.setAttribute('role', 'button')
  blank.tabIndex = -1
  if (phase !== null) {
    blank.classList.add(`is-${phase.colour}`)
    blank.dataset['number'] = String(phase.number)
  }
  blanks.set(key, blank)
  return copyOf(blank)
}

/** What is known of the post: its status by word, beside it the signs of all there is to say. */
function factsElement(tile: PostTile, { status, channels, lines }: TileWords): HTMLElement {
  const { icon, tone } = statusLooks[tile.status]
  const before = signsClass(signsIn([icon], tone === 'neutral' ? 'textSoft' : tone))
  const after = signsClass(signsIn(channels, 'textSoft'), 'after')
  const facts = part('span', `tile-facts ${tone} ${before} ${after}`, status)
  // The title is heard as it stands; of the rest, which is signs, the words behind it.
  facts.setAttribute('role', 'img')
  facts.setAttribute('aria-label', `. ${lines.slice(1).join('. ')}`)
  const lacks = lacksOf(tile)
  if (lacks.length > 0) {
    const { length } = tile.missing
    facts.append(part('span', `tile-lacks ${signsClass(lacks)}`, length > 0 ? String(length) : ''))
  }
  return facts
}

/** One of a series, too late for its slot, not complete: in this order, its number at the end. */
function lacksOf({ seriesId, expired, missing }: PostTile): Sign[] {
  return [
    ...(seriesId === null ? [] : signsIn([Repeat2], 'textSoft')),
    ...(expired ? signsIn([CalendarX2], 'danger') : []),
    ...(missing.length > 0 ? signsIn([TriangleAlert], 'warning') : []),
  ]
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
