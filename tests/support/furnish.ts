import type { Application } from './launch.ts'
import { takeClient } from './takeClient.ts'

export const passphrase = 'rakit bambu di hulu sungai'

/** Makes the workspace through the client in the page: a first run without its screens. */
export async function furnish(application: Application): Promise<void> {
  await takeClient(application)
  await application.window.evaluate(async (phrase) => {
    const { gate } = window.clientInPage.workspace
    const { recoveryCode } = await gate.begin({})
    await gate.create({
      typedRecoveryCode: recoveryCode,
      passphrase: phrase,
      unitName: 'Unit Komunikasi Korporat',
      letterhead: [],
      logo: null,
      language: 'ms',
      administrator: { name: 'Siti', post: 'Pentadbir' },
      remember: false,
    })
  }, passphrase)
}
