/** A part of a text: from and up to (not with), in UTF-16 units. */
export type Span = readonly [from: number, to: number]

/**
 * The top-level domains after which a text without `https://` is taken for a link: the two-letter
 * ones of countries (IANA root zone), and the general ones in use here. X knows some 1 500; a text
 * that names another without its scheme is counted by its characters.
 */
const general =
  'com|org|net|edu|gov|mil|int|info|biz|name|pro|aero|asia|coop|jobs|mobi|museum|post|tel|travel|' +
  'app|blog|dev|online|site|tech|xyz|cloud|news|live|world|zone|digital|media|club|shop|store|page|link'

const countries =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt ' +
  'bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er ' +
  'es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ' +
  'ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk ' +
  'lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ' +
  'ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc ' +
  'sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt ' +
  'tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw'

const country = countries.replaceAll(' ', '|')
const label = '[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?'
/** Of a link with its scheme: letters of every script, as `http://☃.net`. */
const wideLabel = '[^\\s!-/:-@[-`{-~](?:[^\\s!-,./:-@[-^`{-~]*[^\\s!-/:-@[-`{-~])?'
const pathEnd = '[\\p{L}\\p{N}+\\-=_#/]'
const path = `(?:/(?:[\\p{L}\\p{N}!*';:=+,.$/%#[\\]\\-_~@|&]*(?:${pathEnd}|\\([^\\s()]*\\)))?)`
const query = `(?:\\?[a-z0-9!?*'();:&=+$/%#[\\]\\-_.,~|@]*[a-z0-9\\-_&=#/])`
const rest = `(?::\\d+)?(?<path>${path}+)?${query}?`
/** No link begins within a word, a name or a tag (twitter-text, validUrlPrecedingChars). */
const before = '(?<![\\p{L}\\p{N}_@＠$#＃])'
const beforeBare = '(?<![\\p{L}\\p{N}@＠$#＃_./-])'
const after = '(?![\\p{L}\\p{N}@+-])'

const withScheme = new RegExp(
  `${before}https?://(?:${wideLabel}\\.)+\\p{L}{2,63}${after}${rest}`,
  'giu',
)
const bare = new RegExp(
  `${beforeBare}(?<labels>(?:${label}\\.)+)(?<top>${general}|${country})${after}${rest}`,
  'giu',
)
const anyCountry = new RegExp(`^(?:${country})$`, 'i')

/**
 * The links of a text as X sees them (twitter-text 3, extractUrlsWithIndices), in their order. A
 * single name before a country's domain, with nothing after it (`selesai.my`), is not one, but for
 * `.co` and `.tv`.
 */
export function linksOf(text: string): Span[] {
  const found = [...text.matchAll(withScheme)].map(spanOf)
  for (const match of text.matchAll(bare)) {
    const { labels = '', top = '', path: after } = match.groups ?? {}
    const short = labels.split('.').length === 2 && anyCountry.test(top)
    if (short && after === undefined && !/^(co|tv)$/i.test(top)) continue
    const span = spanOf(match)
    if (!found.some((one) => overlaps(one, span))) found.push(span)
  }
  return found.sort(([a], [b]) => a - b)
}

/** The text with the same length, blanks where these parts stood. */
export function without(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  )
}

/** Where a match stands. */
export function spanOf(match: RegExpExecArray): Span {
  return [match.index, match.index + match[0].length]
}

export function overlaps([a, b]: Span, [c, d]: Span): boolean {
  return a < d && c < b
}
