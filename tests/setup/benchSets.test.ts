import { describe, expect, it, vi } from 'vitest'
import { stemOf } from '../../scripts/bench/quality/photographs.mjs'
import { createTally } from '../../scripts/bench/repeats/tally.mjs'

describe('the pictures of a measurement', () => {
  it.each([
    ['plasma/usr/share/wallpapers/Kay/contents/images/5120x2880.png', 'kay'],
    ['plasma/usr/share/wallpapers/Kay/contents/images_dark/5120x2880.png', 'kay'],
    ['gnome/usr/share/backgrounds/gnome/wood-l.webp', 'wood'],
    ['gnome/usr/share/backgrounds/gnome/wood-d.webp', 'wood'],
    ['mate/abstract/Elephants_5640x3172.jpg', 'elephants'],
    ['mate/desktop/Ubuntu-Mate-Cold-no-logo.png', 'ubuntu-mate-no-logo'],
    ['mate/desktop/MATE-Stripes-Dark.png', 'stripes'],
    ['mate/desktop/Stripes.png', 'stripes'],
    ['sway/Sway_Wallpaper_Blue_2048x1536_Portrait.png', 'sway_wallpaper_blue'],
    ['opencv-doc/aloeL.jpg', 'aloe'],
    ['opencv-doc/scenetext02.jpg', 'scenetext02'],
    ['shapes.rcc@1234', 'shapes.rcc@1234'],
  ])('%s is one of %s', (name, stem) => {
    expect(stemOf(name)).toBe(stem)
  })
})

describe('what is said of repeats', () => {
  it('is counted for each relation, with totals; of what is no repeat as false or silent', () => {
    const lines: string[] = []
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const shouted = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const tally = createTally(false)
    const count = (
      expected: 'found' | 'untouched' | 'sibling' | 'stranger',
      row: string,
      outcome: 'rejected' | 'decision' | 'missed',
    ) => tally.count({ expected, row, outcome, detail: '' })
    count('untouched', 'webp', 'rejected')
    count('found', 'crop', 'decision')
    count('found', 'crop', 'missed')
    count('sibling', 'one character', 'decision')
    count('sibling', 'one character', 'missed')
    count('stranger', 'others', 'rejected')
    tally.print('B', 3)
    log.mockRestore()
    shouted.mockRestore()
    const cells = lines.map((line) => line.split(/ {2,}/))
    expect(cells.slice(1, 9)).toEqual([
      ['relation', 'rejected', 'decision', 'missed'],
      ['webp', '1', '0', '0'],
      ['crop', '0', '1', '1'],
      ['total', '1', '1', '1'],
      ['relation', 'falsely rejected', 'false decisions', 'silent'],
      ['one character', '0', '1', '1'],
      ['others', '1', '0', '0'],
      ['total', '1', '1', '1'],
    ])
    expect(tally.falselyRejected()).toBe(1)
  })
})
