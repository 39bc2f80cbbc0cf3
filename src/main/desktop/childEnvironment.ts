/**
 * What the workspace and the image workers may know of the environment: where temporary and
 * personal folders are, the language and the time zone.
 */
const passedOn = [
  'APPDATA',
  'HOME',
  'LANG',
  'LC_ALL',
  'LOCALAPPDATA',
  'PATH',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'TMPDIR',
  'TZ',
  'USERPROFILE',
  'WINDIR',
]

/**
 * SECURITY: a list of what is passed on, not of what is taken away: NODE_OPTIONS, LD_PRELOAD,
 * ELECTRON_RUN_AS_NODE and whatever comes after them never reach the processes that hold the key
 * or decode strangers' files.
 */
export function childEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    // Windows writes the same names as `Path`, `SystemRoot`, `windir`.
    if (value !== undefined && passedOn.includes(name.toUpperCase())) kept[name] = value
  }
  return kept
}
