import { languageIn, readArguments } from './cli/arguments.ts'
import { CannotRun } from './cli/cannotRun.ts'
import { check } from './cli/check.ts'
import { showProgress } from './cli/progress.ts'
import { sentence } from './cli/sentence.ts'
import { tableOf } from './cli/table.ts'
import { cliWords } from './cli/words.ts'

/** The workspace in a terminal: `check`, without a window. Exit codes are those of `--help`. */
const args = process.argv.slice(2)
const language = languageIn(args)
const words = cliWords[language]

// Whoever reads the output may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

try {
  process.exitCode = await run()
} catch (error) {
  const { problem, detail } =
    error instanceof CannotRun ? error : new CannotRun('unexpected', String(error))
  process.stderr.write(`${sentence(words.problems[problem], { detail })}\n`)
  process.exitCode = 2
}

async function run(): Promise<number> {
  const asked = readArguments(args)
  if (asked.help) {
    process.stdout.write(words.help)
    return 0
  }
  const progress = showProgress(process.stderr)
  const rows = await check(asked, language, progress.show).finally(progress.end)
  process.stdout.write(asked.json ? `${JSON.stringify(rows, null, 2)}\n` : tableOf(rows, language))
  return rows.some(({ verdict }) => verdict === 'reject' || verdict === 'unreadable') ? 1 : 0
}
