import { hasDisplay } from '../setup/systemLibraries.mjs'

/**
 * The same command on a virtual display where there is no real one, and always when `hidden`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ hidden?: boolean, say?: (line: string) => void }} [options]
 * @returns {[command: string, args: string[]]}
 */
export function onDisplay(command, args, { hidden = false, say } = {}) {
  if (process.platform !== 'linux' || (hasDisplay() && !hidden)) return [command, args]
  say?.('There is no display here: the application runs on a virtual one (Xvfb).')
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...args]]
}
