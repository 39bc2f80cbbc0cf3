/** A pattern for `like … escape '\'` that finds a text anywhere: `%`, `_` and `\` mean themselves. */
export function likeAnywhere(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
