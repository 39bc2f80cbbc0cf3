/**
 * For each path the shortest end of it that no other one has: the file's name alone, or as many of
 * its folders before it as tell two files of one name apart. Paths that are equal stay equal.
 */
export function shortNames(paths: readonly string[]): string[] {
  const separator = process.platform === 'win32' ? '\\' : '/'
  const parts = paths.map((path) => path.split(process.platform === 'win32' ? /[\\/]/ : '/'))
  const names = parts.map((path) => path.at(-1) ?? '')
  let alike = groupsOf([...paths.keys()], names)
  for (let depth = 2; alike.length > 0; depth += 1) {
    for (const at of alike.flat()) names[at] = (parts[at] ?? []).slice(-depth).join(separator)
    alike = alike
      .filter((group) => group.some((at) => (parts[at] ?? []).length > depth))
      .flatMap((group) => groupsOf(group, names))
  }
  return names
}

/** Those of `places` that share their name with another, name by name. */
function groupsOf(places: readonly number[], names: readonly string[]): number[][] {
  const byName = new Map<string, number[]>()
  for (const at of places) {
    const name = names[at] ?? ''
    const group = byName.get(name)
    if (group === undefined) byName.set(name, [at])
    else group.push(at)
  }
  return [...byName.values()].filter((group) => group.length > 1)
}
