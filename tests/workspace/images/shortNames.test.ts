import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shortNames } from '../../../src/main/workspace/images/service/shortNames.ts'

const short = (...paths: string[][]) => shortNames(paths.map((parts) => join(...parts)))

describe('the short name of a file', () => {
  it('is its own name where no other has it', () => {
    expect(short(['a', 'satu.png'], ['b', 'dua.png'])).toEqual(['satu.png', 'dua.png'])
  })

  it('goes back through as many folders as tell it apart, and no further', () => {
    expect(
      short(['a', 'x', 'f.png'], ['b', 'x', 'f.png'], ['b', 'y', 'f.png'], ['b', 'y', 'g.png']),
    ).toEqual([join('a', 'x', 'f.png'), join('b', 'x', 'f.png'), join('y', 'f.png'), 'g.png'])
    expect(short(['f.png'], ['x', 'f.png'])).toEqual(['f.png', join('x', 'f.png')])
  })

  it('ends where two paths are the same', () => {
    expect(short(['x', 'f.png'], ['x', 'f.png'])).toEqual([join('x', 'f.png'), join('x', 'f.png')])
  })

  it('never gives two different paths one name', () => {
    const folders = ['a', 'b', 'c']
    const paths = folders.flatMap((one) =>
      folders.flatMap((two) => folders.map((three) => join(one, two, three, 'f.png'))),
    )
    const mixed = [...paths, ...paths.map((path) => join('d', path)), 'f.png']
    const names = shortNames(mixed)
    expect(new Set(names).size).toBe(mixed.length)
    for (const [at, name] of names.entries()) expect(mixed[at]?.endsWith(name)).toBe(true)
  })
})
