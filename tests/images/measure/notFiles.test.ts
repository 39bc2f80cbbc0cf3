import { execFileSync } from 'node:child_process'
import { createServer } from 'node:net'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { readSource } from '../../../src/main/workspace/images/measure/read.ts'
import { folderWith, jpeg, testFolder } from '../folder.ts'
import { asNobody } from './asNobody.ts'
import { codeOfFile, limits } from './measuring.ts'

describe('things that only look like files', () => {
  it('a folder, a pipe, a socket, a device and a circle of links are not opened', async () => {
    const folder = testFolder()
    const at = (name: string) => join(folder, name)
    mkdirSync(at('folder.jpg'))
    symlinkSync('circle.jpg', at('circle.jpg'))
    symlinkSync('.', at('here.jpg'))
    for (const name of ['folder.jpg', 'circle.jpg', 'here.jpg']) {
      expect(await codeOfFile(at(name)), name).toBe('not-a-regular-file')
    }
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [at('pipe.jpg')])
    symlinkSync('pipe.jpg', at('to-pipe.jpg'))
    symlinkSync('/dev/zero', at('zero.jpg'))
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(at('socket.jpg'), resolve))
    for (const name of ['pipe.jpg', 'to-pipe.jpg', 'zero.jpg', 'socket.jpg']) {
      expect(await codeOfFile(at(name)), name).toBe('not-a-regular-file')
    }
    await new Promise((resolve) => server.close(resolve))
  })

  it('a missing file, a broken link and a file as folder are not found', async () => {
    const folder = folderWith({ 'a.jpg': 'x' })
    symlinkSync('nowhere', join(folder, 'broken.jpg'))
    for (const name of ['none.jpg', 'broken.jpg', 'a.jpg/b.jpg', 'x'.repeat(256)]) {
      expect(await codeOfFile(join(folder, name)), name).toBe('not-found')
    }
  })

  it('a link to a picture is read', async () => {
    const folder = folderWith({ 'a.jpg': await jpeg() })
    symlinkSync('a.jpg', join(folder, 'b.jpg'))
    expect(await codeOfFile(join(folder, 'b.jpg'))).toBe('measured')
  })

  it('a file without permission is said to be that', () => {
    const folder = folderWith({ 'open.jpg': 'x', 'closed.jpg': 'x' })
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'open.jpg'), 0o644)
    chmodSync(join(folder, 'closed.jpg'), 0)
    const codes = asNobody(['open.jpg', 'closed.jpg'].map((name) => join(folder, name)))
    expect(codes).toEqual(['ok', process.platform === 'win32' ? 'ok' : 'no-permission'])
  })

  it('a file that grows while it is read is not judged', async () => {
    const folder = folderWith({ 'a.jpg': Buffer.alloc(90_000_000) })
    const path = join(folder, 'a.jpg')
    const reading = readSource({ kind: 'file', path, rawPath: null }, 100)
    const growing = setInterval(() => writeFileSync(path, 'x', { flag: 'a' }), 1)
    const read = await reading.finally(() => clearInterval(growing))
    expect(read).toMatchObject({ unreadable: { code: 'changed-while-reading' } })
  })
})

describe('names', () => {
  it.each(['gotong-royong 🎉.jpg', 'baris\nbaharu.jpg', '%20#?&.jpg', `${'x'.repeat(251)}.jpg`])(
    'a picture named %j is read',
    async (name) => {
      const folder = folderWith({ [name]: await jpeg(64, 64) })
      expect(
        await measure({ kind: 'file', path: join(folder, name), rawPath: null }, limits),
      ).toMatchObject({ measurement: { name, nameReadable: true } })
    },
  )
})
