import type { PromiseClock } from '#contract/complaintFigures'
import type { Control, Measurement } from '#contract/frameworks'
import type { ProfilePart } from '#contract/measures'
import type { PostKind } from '#contract/postContent'

/** What a measurement is asked for one control. */
export type Parameters =
  /** Of accounts of one channel; null: each by its own rhythm. */
  | { readonly method: 'rhythm'; readonly channel: string | null }
  /** Null: each kind by its own time. */
  | { readonly method: 'production'; readonly kind: PostKind | null }
  | { readonly method: 'response'; readonly clock: Exclude<PromiseClock, 'progress' | 'close'> }
  /** Key of a kind of complaint. */
  | { readonly method: 'routing'; readonly kind: string }
  | { readonly method: 'profile'; readonly parts: readonly ProfilePart[] }
  /** Whether the source asks for an apology each time, or where it is fitting. */
  | { readonly method: 'corrections'; readonly apology: boolean }
  | { readonly method: 'fresh-weeks' | 'lead-time' | 'upload' | 'answer' | 'wrong-door' }
  | { readonly method: 'poster-size' | 'repeated-photos' | 'captions' | 'described' | 'four-eyes' }

/** What a control of the office's own is asked, whose key nobody here knows. */
const general: Readonly<Record<Measurement, Parameters>> = {
  rhythm: { method: 'rhythm', channel: null },
  'lead-time': { method: 'lead-time' },
  'production-time': { method: 'production', kind: null },
  'first-response': { method: 'response', clock: 'respond' },
  'answer-time': { method: 'answer' },
  'wrong-doors': { method: 'wrong-door' },
  'poster-size': { method: 'poster-size' },
  'repeated-photos': { method: 'repeated-photos' },
  captions: { method: 'captions' },
  'account-profile': { method: 'profile', parts: ['avatar', 'biography', 'header', 'website'] },
  'four-eyes': { method: 'four-eyes' },
  corrections: { method: 'corrections', apology: true },
}

const profile = (...parts: ProfilePart[]): Parameters => ({ method: 'profile', parts })
const made = (kind: PostKind): Parameters => ({ method: 'production', kind })
const routed = (kind: string): Parameters => ({ method: 'routing', kind })
const facebook: Parameters = { method: 'rhythm', channel: 'facebook' }
const x: Parameters = { method: 'rhythm', channel: 'x' }
const atOnce: Parameters = { method: 'response', clock: 'acknowledge' }

/**
 * What each control of the shipped checklists is measured by. A key is never given another meaning,
 * so copies and later versions are measured alike.
 */
const byKey: Readonly<Record<string, Parameters>> = {
  'kks-e-facebook': facebook,
  'jkr-rhythm-facebook': facebook,
  'kks-e-twitter': x,
  'jkr-rhythm-x': x,
  'kks-j-4': { method: 'fresh-weeks' },
  'jkr-up-to-date': { method: 'fresh-weeks' },
  'kks-f3-lead-time': general['lead-time'],
  'jkr-lead-time': general['lead-time'],
  'japen-infographic': made('infographic'),
  'jkr-production-infographic': made('infographic'),
  'japen-video-mcp': made('video-mcp'),
  'jkr-production-video-mcp': made('video-mcp'),
  'japen-videographic': made('videographic'),
  'jkr-production-videographic': made('videographic'),
  'japen-video': made('video-scp'),
  'jkr-production-video': made('video-scp'),
  'japen-vox-pop': made('vox-pop'),
  'jkr-production-vox-pop': made('vox-pop'),
  'japen-upload': { method: 'upload' },
  'jkr-production-upload': { method: 'upload' },
  // "At once" is the acknowledgement (KKS F1); "within 24 hours" the first answer (KKS F4).
  'kks-f1-first-response': atOnce,
  'kks-f4-24-hours': general['first-response'],
  'jkr-first-response': general['first-response'],
  'kks-h-federal-road': routed('federal-road'),
  'jkr-routing-federal-road': routed('federal-road'),
  'kks-h-state-road': routed('state-road'),
  'jkr-routing-state-road': routed('state-road'),
  'kks-h-tolled-highway': routed('tolled-highway'),
  'jkr-routing-tolled-highway': routed('tolled-highway'),
  'kks-h-policy': routed('policy'),
  'jkr-routing-policy': routed('policy'),
  'kks-h-safety': routed('construction-safety'),
  'jkr-routing-safety': routed('construction-safety'),
  'kks-h-outside': general['wrong-doors'],
  'jkr-routing-outside': general['wrong-doors'],
  'melaka-13-4': general['answer-time'],
  'jkr-answer-time': general['answer-time'],
  'melaka-13-5-e': general['poster-size'],
  'jkr-poster-size': general['poster-size'],
  'melaka-13-6-e': general['repeated-photos'],
  'jkr-repeated-photos': general['repeated-photos'],
  'melaka-13-5-b': general.captions,
  'jkr-captions': general.captions,
  'kks-j-9': { method: 'described' },
  'kks-k-1': profile('avatar'),
  'melaka-13-14': profile('avatar'),
  'jkr-official-logo': profile('avatar', 'website'),
  'melaka-5-b': profile('avatar', 'website'),
  'kks-j-7': profile('avatar', 'official-email'),
  'kks-k-2': profile('biography'),
  'jkr-official-name': profile('biography'),
  'melaka-5-a': profile('official-words'),
  'melaka-5-c': profile('introduction'),
  'jkr-introduction': profile('introduction'),
  'melaka-13-15': profile('official-email'),
  'jkr-official-email': profile('official-email'),
  'kks-k-3': profile('header'),
  'jkr-header': profile('header'),
  'kks-k-4': profile('website'),
  'jkr-website': profile('website'),
  'melaka-11-f': general['four-eyes'],
  'jkr-checked-before': general['four-eyes'],
  'melaka-13-12': general.corrections,
  'jkr-corrections': general.corrections,
  // Melaka 11(h) wants the apology "where fitting", which no record can tell.
  'melaka-11-h': { method: 'corrections', apology: false },
}

/** Which measurement the parameters of a method belong to. */
const measurementOf: Readonly<Record<Parameters['method'], Measurement>> = {
  rhythm: 'rhythm',
  'fresh-weeks': 'rhythm',
  'lead-time': 'lead-time',
  production: 'production-time',
  upload: 'production-time',
  response: 'first-response',
  routing: 'first-response',
  answer: 'answer-time',
  'wrong-door': 'wrong-doors',
  'poster-size': 'poster-size',
  'repeated-photos': 'repeated-photos',
  captions: 'captions',
  described: 'captions',
  profile: 'account-profile',
  'four-eyes': 'four-eyes',
  corrections: 'corrections',
}

/** Whether a control of this key has parameters of its own. */
export function isKnownKey(key: string): boolean {
  return Object.hasOwn(byKey, key)
}

/**
 * What a control is asked: by its key; in general where the office wrote it, or gave the control
 * another measurement than its key was shipped with.
 */
export function parametersOf({ key }: Pick<Control, 'key'>, measurement: Measurement): Parameters {
  const own = isKnownKey(key) ? byKey[key] : undefined
  return own !== undefined && measurementOf[own.method] === measurement ? own : general[measurement]
}
