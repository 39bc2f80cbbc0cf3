import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export const kernelsFolder = 'src/main/workspace/images/kernels'

/** The same everywhere, so that the same sources make the same bytes. */
const flags = [
  ...['--runtime', 'stub', '-O3', '--noAssert', '--uncheckedBehavior', 'always'],
  ...['--enable', 'simd', '--use', 'abort=', '--bindings', 'raw', '--outFile', 'kernels.wasm'],
]

/**
 * The text of `compiled.ts`, from the sources as they are.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function compiledKernels(root) {
  // Only who compiles pays for loading the compiler.
  const { default: asc } = await import('assemblyscript/asc')
  /** @type {Uint8Array[]} */
  const made = []
  const failures = asc.createMemoryStream()
  const { error } = await asc.main([join('assembly', 'index.ts'), ...flags], {
    stderr: failures,
    readFile: (name) => textOf(join(root, kernelsFolder, name)),
    writeFile: (name, contents) => {
      if (basename(name) === 'kernels.wasm' && typeof contents !== 'string') made.push(contents)
    },
    listFiles: () => [],
  })
  const [module] = made
  if (error !== null || module === undefined) {
    throw new Error(Buffer.from(failures.toBuffer()).toString())
  }
  const lines =
    Buffer.from(module)
      .toString('base64')
      .match(/.{1,96}/g) ?? []
  const text = lines.map((line) => `  '${line}',\n`).join('')
  return `${heading}export const compiled = [\n${text}].join('')\n`
}

const heading =
  '/** Made by `npm run kernels` from `assembly/`; not to be edited. A WebAssembly module, base64. */\n'

/** @param {string} path */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
