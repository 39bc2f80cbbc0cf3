import { parseArgs } from 'node:util'
import { ImageKind } from '#contract/findings'
import { Language } from '#contract/values'
import { CannotRun } from './cannotRun.ts'

/** What the person asked for. */
export type Asked =
  | { readonly help: true }
  | {
      readonly help: false
      readonly paths: readonly string[]
      /** Null guesses for each picture. */
      readonly kind: ImageKind | null
      readonly library: boolean
      readonly json: boolean
      /** Measures every file again. */
      readonly fresh: boolean
    }

/** The language, even of arguments that make no sense otherwise: the complaint is written in it. */
export function languageIn(args: readonly string[]): Language {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const given = args[at]?.split('=')[1] ?? args[at + 1]
  return at < 0 ? 'ms' : (Language.safeParse(given).data ?? 'ms')
}

/** @throws CannotRun when the arguments make no sense */
export function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args)
  const [command, ...paths] = positionals
  if (values.help === true || (command === undefined && args.length === 0)) return { help: true }
  if (command !== 'check') throw new CannotRun('unknown-command', command ?? '')
  if (!Language.safeParse(values.lang ?? 'ms').success) {
    throw new CannotRun('unknown-language', values.lang)
  }
  if (paths.length === 0) throw new CannotRun('no-paths')
  return {
    help: false,
    paths,
    kind: kindOf(values.kind ?? 'auto'),
    library: values.library ?? false,
    json: values.json ?? false,
    fresh: values.fresh ?? false,
  }
}

function kindOf(given: string): ImageKind | null {
  if (given === 'auto') return null
  const kind = ImageKind.safeParse(given)
  if (!kind.success) throw new CannotRun('unknown-kind', given)
  return kind.data
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        library: { type: 'boolean' },
        json: { type: 'boolean' },
        fresh: { type: 'boolean' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new CannotRun('wrong-arguments', error instanceof Error ? firstSentence(error) : '')
  }
}

function firstSentence({ message }: Error): string {
  return message.split('. ')[0] ?? message
}
