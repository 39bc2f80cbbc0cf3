/**
 * The place of the next choice after `from` whose label begins with a letter, round to the first;
 * −1 where none does.
 */
export function byLetter(
  choices: readonly { readonly label: string }[],
  letter: string,
  from: number,
): number {
  const wanted = letter.toLocaleLowerCase()
  const fits = choices.map(({ label }) => label.toLocaleLowerCase().startsWith(wanted))
  const after = fits.findIndex((fit, at) => fit && at > from)
  return after >= 0 ? after : fits.indexOf(true)
}
