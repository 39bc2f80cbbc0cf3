import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SafeStorage } from '../../../src/main/workspace/index.ts'
import { encodeScene } from '../../support/encodedPictures.ts'
import { byPin, deeds, pin, seatTwo } from '../../support/seats.ts'
import type { TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

async function begin(...asked: Parameters<typeof seatTwo>) {
  const seats = await seatTwo(...asked)
  test = seats.test
  return seats
}

describe('a locked screen and the process behind it', () => {
  const keeper = () => {
    let kept: Uint8Array | null = null
    return {
      recall: () => kept,
      isLocked: () => kept === null,
      keep: (key: Uint8Array | null) => (kept = key),
    }
  }
  const storage: SafeStorage = {
    protect: (plain) => Promise.resolve(plain.map((byte) => byte ^ 7)),
    unprotect: (sealed) => Promise.resolve(sealed.map((byte) => byte ^ 7)),
  }

  it('stays locked when another process takes over, with a PIN or without', async () => {
    const { siti, lim } = await begin('sqlite', { keyKeeper: keeper() })
    const { gate } = test.workspace
    // Open when it died: whoever sat there goes on, PIN or not.
    await test.restart()
    expect(await gate.state({})).toMatchObject({ kind: 'open', actor: { id: lim.id } })
    await gate.switchPerson({ id: siti.id })
    await gate.lockScreen({})
    await test.restart()
    expect(await gate.state({})).toMatchObject({ kind: 'screen-locked', lockedBy: { id: siti.id } })
  })

  it('is not lifted by a start that the safe storage of the system spares the typing', async () => {
    const { siti, lim } = await begin('sqlite', { safeStorage: storage })
    const { gate } = test.workspace
    await gate.switchPerson({ id: siti.id })
    await gate.remember({ remember: true })
    await test.restart()
    expect(await gate.state({})).toMatchObject({ kind: 'open', actor: { id: siti.id } })
    await gate.lockScreen({})
    await test.restart()
    expect(await gate.state({})).toMatchObject({ kind: 'screen-locked' })
    await gate.unlockScreen({ id: lim.id, proof: byPin(pin) })
    await test.restart()
    expect(await gate.state({})).toMatchObject({ kind: 'screen-locked', lockedBy: { id: lim.id } })
  })
})

describe('work under way when the screen is locked', () => {
  let drop: string
  beforeEach(async () => {
    drop = await mkdtemp(join(tmpdir(), 'gambar-'))
    for (let seed = 1; seed <= 6; seed += 1) {
      await writeFile(join(drop, `${String(seed)}.png`), await encodeScene(seed))
    }
  })
  afterEach(() => rm(drop, { recursive: true, force: true }))

  it('goes on under the name of who began it, and no picture is served meanwhile', async () => {
    const { lim } = await begin('sqlite')
    const { gate, images } = test.workspace
    let locked: Promise<unknown> = Promise.resolve()
    const { batchId } = await images.checkFiles(
      { paths: [drop], kind: 'poster' },
      {
        onProgress({ done }) {
          if (done === 1) locked = gate.lockScreen({})
        },
      },
    )
    expect(await locked).toMatchObject({ kind: 'screen-locked' })
    const [{ id } = { id: '' }] = await test.rows<{ id: string }>('select id from image_check')
    const request = { size: 'thumbnail', of: 'check', id } as const
    expect(await test.running.readMedia(request)).toBeNull()
    await gate.unlockScreen({ id: lim.id, proof: byPin(pin) })
    expect(await test.running.readMedia(request)).not.toBeNull()
    const checks = await images.checks({ batchId })
    expect(checks.map(({ state }) => state)).toEqual(Array(6).fill('checked'))
    const after = (await deeds(test)).slice((await deeds(test)).indexOf('gate.lockScreen Lim'))
    expect(after).toContain('images.checkFiles Lim')
  })
})
