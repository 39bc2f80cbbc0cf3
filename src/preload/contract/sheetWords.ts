import type { Rejected, SheetProblem } from './sheets.ts'
import type { Language } from './values.ts'

/** Sentences for what is wrong with a cell: `{value}` stands in it, under `{column}`. */
export type ProblemWords<P extends string> = Readonly<Record<P, Readonly<Record<Language, string>>>>

/** What may be wrong in any sheet. */
export const sheetProblemWords = {
  damaged: {
    ms: '{column}: “{value}” mengandungi huruf yang rosak (�). Betulkan huruf itu dan simpan fail sebagai CSV UTF-8.',
    en: '{column}: “{value}” holds damaged letters (�). Correct them and save the file as CSV UTF-8.',
  },
  'beyond-headings': {
    ms: 'Ada “{value}” di luar lajur yang bertajuk. Semak koma atau tanda petik pada baris ini.',
    en: '“{value}” stands beyond the columns with headings. Check the commas and quotes of this row.',
  },
} as const satisfies ProblemWords<SheetProblem>

/** The sentence for one cell; `column` is what stands over it. */
export function problemSentence<P extends string>(
  words: ProblemWords<P>,
  { problem, value }: Pick<Rejected<string, P>, 'problem' | 'value'>,
  column: string,
  language: Language,
): string {
  return words[problem][language].replace('{column}', () => column).replace('{value}', () => value)
}
