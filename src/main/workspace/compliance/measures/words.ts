import { outgoingText } from '#contract/outgoingText'
import { needsCaption } from '../../planning/rules/caption.ts'
import { captionFindings, textsOut } from '../../posts/rules/texts.ts'
import type { PublishedPost } from '../queries/measuredPosts.ts'
import { publishedTexts, type PublishedText } from '../queries/measuredWork.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'

/**
 * The caption of a photo or video that came out tells programme, date, time, place and guests
 * (Melaka 13.5(b)), by `captionFindings`: whatever warns there fails here. Of one without a programme
 * nobody can tell; unknown guests are no fault. What was posted is judged where it was recorded, else
 * what was to go out.
 */
export function judgeCaptions(book: Book): Promise<Judgement> {
  return judgeTexts(book, (text) => {
    const findings = captionFindings(text)
    if (findings.some(({ rule }) => rule === 'caption-without-programme')) {
      return { code: 'caption-without-programme', params: {} }
    }
    const lacking = findings.filter(({ severity }) => severity === 'warn')
    const parts = [...new Set(lacking.map(({ params }) => String(params['part'])))]
    return parts.length === 0
      ? { code: 'caption-whole', params: {} }
      : { code: 'caption-lacks', params: { parts } }
  })
}

/**
 * Photos and videos are described so that users can find them (KKS J(9)): words on every account,
 * and at least one keyword (hashtag), as posted where that was recorded. How it is measured is ours.
 */
export function judgeDescribed(book: Book): Promise<Judgement> {
  return judgeTexts(book, (post) => {
    const texts = wholeTexts(post)
    const parts = [
      ...(texts.every(({ text }) => text.trim() !== '') ? [] : ['text']),
      ...(texts.every(({ whole }) => hasKeyword(whole)) ? [] : ['keywords']),
    ]
    return parts.length === 0
      ? { code: 'described', params: {} }
      : { code: 'not-described', params: { parts } }
  })
}

function hasKeyword(text: string): boolean {
  return /(^|[\s(])#[\p{L}\p{N}_]/u.test(text)
}

/** Each text with the hashtags that go out beside it; what was posted is whole as it was recorded. */
function wholeTexts({
  text,
  accounts,
  hashtags,
}: PublishedText): { readonly text: string; readonly whole: string }[] {
  const posted = accounts.flatMap((each) => (each.isPosted ? [each.text ?? ''] : []))
  const others = accounts.filter(({ isPosted }) => !isPosted)
  const isAllPosted = posted.length > 0 && others.length === 0
  const planned = isAllPosted ? [] : textsOut({ text, accounts: others })
  return [
    ...planned.map((each) => ({ text: each, whole: outgoingText(each, hashtags, []) })),
    ...posted.map((each) => ({ text: each, whole: each })),
  ]
}

type Word = Pick<Judged, 'code' | 'params'>

async function judgeTexts(book: Book, judge: (text: PublishedText) => Word): Promise<Judgement> {
  const published = (await book.published()).filter(({ kind }) => needsCaption(kind))
  const posts = new Map(published.map((post) => [post.id, post]))
  const texts = await publishedTexts(book.db, [...posts.keys()], book.period)
  const items = texts.flatMap((text) => {
    const post = posts.get(text.id)
    return post === undefined ? [] : [{ ...onPublished(post), ...judge(text), amount: null }]
  })
  return { items, limit: null }
}

/** Where and whose an item about a published post is; by the day on which it first came out. */
export function onPublished({
  id,
  title,
  people,
  outs,
}: PublishedPost): Pick<Judged, 'place' | 'day' | 'accounts' | 'people'> {
  return {
    ...{ place: { kind: 'post', id, title }, day: outs[0]?.day ?? null, people },
    accounts: [...new Set(outs.map(({ accountId }) => accountId))],
  }
}
