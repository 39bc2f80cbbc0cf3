import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onDisplay } from '../../scripts/running/display.mjs'

const ownPlatform = process.platform
let said: string[]
const say = (line: string): void => void said.push(line)

beforeEach(() => {
  said = []
  setPlatform('linux')
  vi.stubEnv('DISPLAY', undefined)
  vi.stubEnv('WAYLAND_DISPLAY', undefined)
})
afterEach(() => {
  setPlatform(ownPlatform)
  vi.unstubAllEnvs()
})

function setPlatform(platform: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: platform })
}

describe('the display the application runs on', () => {
  it('is a virtual one where there is none, and that is said', () => {
    const [command, args] = onDisplay('electron', ['.', '--lang', 'ms'], { say })
    expect(command).toBe('xvfb-run')
    expect(args.slice(-4)).toEqual(['electron', '.', '--lang', 'ms'])
    expect(said).toEqual([expect.stringMatching(/no display.*virtual one \(Xvfb\)/)])
  })

  it.each(['DISPLAY', 'WAYLAND_DISPLAY'])('is the own one where %s names it', (name) => {
    vi.stubEnv(name, ':0')
    expect(onDisplay('electron', ['.'], { say })).toEqual(['electron', ['.']])
    expect(said).toEqual([])
  })

  it('is a virtual one for tests, even where there is an own one', () => {
    vi.stubEnv('DISPLAY', ':0')
    expect(onDisplay('electron', ['.'], { hidden: true })[0]).toBe('xvfb-run')
  })

  it.each(['win32', 'darwin'] as const)('is always the own one on %s', (platform) => {
    setPlatform(platform)
    expect(onDisplay('electron', ['.'], { hidden: true, say })).toEqual(['electron', ['.']])
    expect(said).toEqual([])
  })
})
