import type { OpenDialogReturnValue, SaveDialogReturnValue } from 'electron'
import type {} from '../../src/renderer/window.d.ts'
import type { Application } from './launch.ts'

interface Answers {
  readonly showOpenDialog: OpenDialogReturnValue
  readonly showSaveDialog: SaveDialogReturnValue
}

/** What a dialog of the system was asked to be, each time it was opened. */
export interface AskedDialogs {
  options(): Promise<unknown[]>
}

/**
 * Puts a person's answer in the place of a dialog of the system, which no test can reach. Counts
 * for every opening from now on, until it is called again.
 */
export async function answerDialog<Name extends keyof Answers>(
  { electron }: Application,
  name: Name,
  answer: Answers[Name],
): Promise<AskedDialogs> {
  const asked = await electron.evaluateHandle(
    ({ dialog }, given) => {
      const options: unknown[] = []
      Object.assign(dialog, {
        [given.name]: (_window: unknown, wanted: unknown) => {
          options.push(wanted)
          return Promise.resolve(given.answer)
        },
      })
      return options
    },
    { name, answer },
  )
  return { options: () => asked.jsonValue() }
}

/** Resolves when the shell has answered whatever the page asked of it before. */
export async function shellHasAnswered({ window: page }: Application): Promise<void> {
  await page.evaluate(() => window.desktop.setLanguage('ms'))
}
