import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeScene } from '../support/encodedPictures.ts'
import { furnish, passphrase } from '../support/furnish.ts'
import { applicationEnvironment, expect, test } from '../support/launch.ts'
import { controlC, enter, openTerminal, quoted } from '../support/terminal.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

// Windows and macOS have no program that gives a test a terminal in this way.
if (process.platform === 'linux') {
  test('npm start asks for the passphrase and compares with the library of the open window', async ({
    newApplication: application,
    folder,
  }) => {
    const pictures = join(folder, 'untuk-disemak')
    mkdirSync(pictures)
    const kept = join(pictures, 'Disimpan.png')
    writeFileSync(kept, await encodeScene(7))
    await furnish(application)
    await application.window.evaluate(async (path) => {
      const { images } = window.clientInPage.workspace
      const { batchId } = await images.checkFiles({ paths: [path], kind: 'poster' })
      const checks = await images.checks({ batchId })
      await images.keep({ ids: checks.map(({ id }) => id) })
    }, kept)
    copyFileSync(kept, join(pictures, 'Salinan.png'))
    writeFileSync(join(pictures, 'Lain.png'), await encodeScene(8))

    const check = (name: string) => {
      const asked = `npm start --silent -- check ${quoted(join(pictures, name))} --library`
      return openTerminal(asked, { cwd: root, env: applicationEnvironment(folder) })
    }
    const copy = check('Salinan.png')
    await copy.sees('Frasa laluan ruang kerja: ')
    copy.type(`${passphrase}${enter}`)
    const rejected = await copy.ended()
    expect(rejected.shown).toContain('salinan tepat Disimpan.png')
    expect(rejected.shown).not.toContain(passphrase)
    expect(rejected.code).toBe(1)

    const other = check('Lain.png')
    await other.sees('Frasa laluan ruang kerja: ')
    other.type(`${passphrase}${enter}`)
    expect(await other.ended()).toMatchObject({ code: 0 })

    const left = check('Salinan.png')
    await left.sees('Frasa laluan ruang kerja: ')
    left.type(controlC)
    expect(await left.ended()).toMatchObject({ code: 2 })
  })
}

test('the installed command checks files named from where the person stands', async ({
  folder,
}) => {
  const pictures = join(folder, 'untuk-disemak')
  mkdirSync(pictures)
  writeFileSync(join(pictures, 'Poster.png'), await encodeScene(9))
  // As npm installs a folder: the command is a link to the script in the checkout.
  const command = join(folder, 'ruang-kerja-bkk')
  symlinkSync(join(root, 'scripts/start.mjs'), command)
  const { stdout, stderr, status } = spawnSync(command, ['check', 'Poster.png', '--json'], {
    cwd: pictures,
    env: applicationEnvironment(folder),
    encoding: 'utf8',
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  expect(JSON.parse(stdout)).toMatchObject([
    { path: 'Poster.png', verdict: 'pass', width: 1200, height: 630 },
  ])
})
