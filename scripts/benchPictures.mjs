import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { projectNode } from './setup/context.mjs'
import { setUp, stepsFor } from './setup/index.mjs'

/** Measurements over many pictures, which take long and are run by themselves. */
const files = { repeats: 'images-repeats.mjs', quality: 'quality.mjs' }

// node scripts/benchPictures.mjs repeats|quality [options of that measurement]
await runCommand(async (context, [what = '', ...options]) => {
  const file = Object.entries(files).find(([name]) => name === what)?.[1]
  if (file === undefined) {
    context.say(`There is no ${what}; there are ${Object.keys(files).join(', ')}.`)
    return 1
  }
  // Those of the tests bring the font that posters are drawn with.
  await setUp(context, stepsFor(context).tests)
  const script = join(fileURLToPath(new URL('bench', import.meta.url)), file)
  // They read our TypeScript as it stands, which Node 20 cannot.
  return inForeground(projectNode(context.root), [script, ...options])
})
