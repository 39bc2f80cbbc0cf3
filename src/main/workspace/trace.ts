import { homedir } from 'node:os'

const homes = /([A-Za-z]:[\\/]+Users[\\/]+|\/home\/|\/Users\/)[^\\/\s:]+(?: [^\\/\s:]+(?=[\\/]))*/g

/** What errors are called, here, in Node and in what we use. Anything else may be what somebody typed. */
const kind = /^(?:[A-Z]\w*)?(?:Error|Exception|Ended|Moved)(?: [A-Z][A-Z0-9_]*)?(?=:|$)/

/** A line of a stack that names a place in code: a script with line and column, or Node itself. */
const frame =
  /^at (?:(?:async |new )*[\w$.<>#[\]]+(?: \[as [\w$.]+\])? \()?(?:node:[\w/.]+|[^()\n]*\.[cm]?[jt]s(?:\?[\w=&.-]*)?):\d+:\d+\)?$/

/**
 * What is written down of a failure nobody foresaw: its kind, its code, and where in our code it was.
 * SECURITY: messages quote values (names, file names, what a row holds), and a value may look like a
 * line of a stack; so the message is taken out of the stack before anything of it is kept.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return withoutPeople(typeof error === 'string' ? error : '')
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const stack = typeof error.stack === 'string' ? error.stack : ''
  const message = typeof error.message === 'string' ? error.message : ''
  const quoted = message === '' ? -1 : stack.indexOf(message)
  // A message that was changed afterwards stands in the stack as it was: nothing tells its end.
  const isKnown = quoted >= 0 || !stack.split('\n')[0]?.includes(': ')
  const frames = quoted >= 0 ? stack.slice(quoted + message.length) : stack
  return withoutPeople(`${error.constructor.name}${code}:\n${isKnown ? frames : ''}`)
}

/** An error's text without its message, and its paths without the person's name. */
export function withoutPeople(text: string, home: string = homedir()): string {
  const lines = text.split('\n').map((line) => line.trim())
  const found = kind.exec(lines[0] ?? '')?.[0] ?? 'Error'
  const kept = [found, ...lines.filter((line) => frame.test(line))].join('\n')
  return (home.length > 3 ? kept.replaceAll(home, '~') : kept).replace(homes, '~')
}
