import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url))

/**
 * A project so small that its npm, its Electron installer and its builder are scripts of a few
 * lines. They are real processes and write down that they were called.
 */
export interface SmallProject {
  root: string
  /** A PATH on which `npm` is the project's own. */
  path: string
  write(path: string, text: string): void
  /** The names of the programs called so far, in order. */
  calls(): string[]
}

export function makeSmallProject(): SmallProject {
  const root = mkdtempSync(join(tmpdir(), 'small-project-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const note = (name: string): string =>
    `import { appendFileSync, cpSync, readFileSync, writeFileSync, mkdirSync, rmSync } from 'node:fs'
     appendFileSync(${JSON.stringify(join(root, 'calls.txt'))}, '${name}\\n')
     process.chdir(${JSON.stringify(root)})\n`

  write('package.json', '{ "type": "module" }')
  write('package-lock.json', '{ "lockfileVersion": 3 }')
  write('src/main.js', 'process.stdout.write(JSON.stringify(process.argv.slice(2)))')
  write(
    'bin/npm',
    `#!${process.execPath}\n${note('npm')}rmSync('node_modules', { recursive: true, force: true })
     cpSync('delivered', 'node_modules', { recursive: true, verbatimSymlinks: true })`,
  )
  write('bin/package.json', '{ "type": "module" }')
  chmodSync(join(root, 'bin/npm'), 0o755)

  mkdirSync(join(root, 'delivered/node/bin'), { recursive: true })
  symlinkSync(process.execPath, join(root, 'delivered/node/bin/node'))
  write('delivered/better-sqlite3/package.json', '{ "version": "13.0.3" }')
  write('delivered/electron/package.json', '{ "version": "45.0.0", "type": "module" }')
  write(
    'delivered/electron/install.js',
    `${note('install Electron')}
     mkdirSync('node_modules/electron/dist', { recursive: true })
     writeFileSync('node_modules/electron/dist/electron', '')`,
  )
  write('delivered/electron-vite/package.json', '{ "type": "module" }')
  write(
    'delivered/electron-vite/bin/electron-vite.js',
    `${note('build')}
     const source = readFileSync('src/main.js', 'utf8')
     if (source.includes('does not compile')) throw new Error('line 1: does not compile')
     if (source.includes('saved meanwhile')) writeFileSync('src/main.js', '// saved')
     for (const folder of ['main', 'preload', 'renderer']) mkdirSync('out/' + folder, { recursive: true })
     for (const file of ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html'])
       writeFileSync('out/' + file, source)`,
  )
  cpSync(scripts, join(root, 'scripts'), { recursive: true })

  return {
    root,
    path: `${join(root, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    write,
    calls: () => {
      try {
        return readFileSync(join(root, 'calls.txt'), 'utf8').trim().split('\n')
      } catch {
        return []
      }
    },
  }
}
