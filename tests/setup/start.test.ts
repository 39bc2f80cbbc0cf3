import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeSmallProject, type SmallProject } from './smallProject.ts'

let project: SmallProject

beforeEach(() => {
  project = makeSmallProject()
})

afterEach(() => {
  rmSync(project.root, { recursive: true })
})

function check(args: string[], extra: NodeJS.ProcessEnv = {}, cwd = project.root) {
  const script = join(project.root, 'scripts/start.mjs')
  const inherited = { npm_lifecycle_event: undefined, ELECTRON_OVERRIDE_DIST_PATH: undefined }
  const env = { ...process.env, PATH: project.path, ...inherited, ...extra }
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, 'check', ...args], {
    cwd,
    env,
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}

it('leaves standard output to the check, and speaks of set-up on standard error once', () => {
  const first = check(['a folder', '--json'])
  expect(first.stdout).toBe('["check","a folder","--json"]')
  expect(first.stderr).toContain('Building the application')
  expect(check(['a folder', '--json'])).toEqual({ ...first, stderr: '' })
})

it('passes the exit code of the check on', () => {
  project.write('src/main.js', 'process.exit(1)')
  expect(check([]).status).toBe(1)
})

it('answers 2, could not run, when set-up fails, and says what to do', () => {
  project.write('src/main.js', 'does not compile')
  const { status, stdout, stderr } = check([])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(join(project.root, '.cache/setup.log'))
})

it('takes file names from where the person stands, also through npm', () => {
  const folder = join(project.root, 'pictures')
  mkdirSync(folder)
  project.write('src/main.js', 'process.stdout.write(process.cwd())')
  expect(check([], {}, folder).stdout).toBe(folder)
  const throughNpm = { npm_lifecycle_event: 'start', INIT_CWD: folder }
  expect(check([], throughNpm).stdout).toBe(folder)
})

it('works as an installed command, with file names from where the person stands', () => {
  const about = readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8')
  project.write('package.json', about)
  project.write('src/main.js', `console.log(process.cwd(), ...process.argv.slice(2))`)
  const prefix = join(project.root, 'installed')
  const onWindows = process.platform === 'win32'
  const install = ['install', '--global', '--prefix', prefix, '--offline', '--no-audit']
  const { status, stderr } = spawnSync('npm', [...install, project.root], {
    cwd: project.root,
    encoding: 'utf8',
    shell: onWindows,
  })
  expect(status, stderr).toBe(0)

  const folder = join(project.root, 'pictures')
  mkdirSync(folder)
  const command = join(prefix, onWindows ? 'ruang-kerja-bkk.cmd' : 'bin/ruang-kerja-bkk')
  const ran = spawnSync(command, ['check', 'a.jpg'], {
    cwd: folder,
    env: { ...process.env, PATH: project.path },
    encoding: 'utf8',
    shell: onWindows,
  })
  expect(ran.stdout).toBe(`${folder} check a.jpg\n`)
  expect(ran.status).toBe(0)
})
