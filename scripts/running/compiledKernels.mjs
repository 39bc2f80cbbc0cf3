import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const kernelsFolder = 'src/main/workspace/images/kernels'

/** The same everywhere, so that the same sources make the same bytes. */
const flags = [
  ...['--runtime', 'stub', '-O3', '--noAssert', '--uncheckedBehavior', 'always'],
  ...['--enable', 'simd', '--use', 'abort=', '--bindings', 'raw'],
]

const heading =
  '/** Made by `npm run kernels` from `assembly/`; not to be edited. A WebAssembly module, base64. */\n'

/**
 * The text of `compiled.ts`, from the sources as they are. The compiler runs as a program: its types
 * are those of another language, and would be taken for ours.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function compiledKernels(root) {
  const folder = await mkdtemp(join(tmpdir(), 'kernels-'))
  try {
    const made = join(folder, 'kernels.wasm')
    const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js')
    const args = [compiler, 'assembly/index.ts', ...flags, '--outFile', made]
    await promisify(execFile)(process.execPath, args, { cwd: join(root, kernelsFolder) })
    const lines = (await readFile(made)).toString('base64').match(/.{1,96}/g) ?? []
    const text = lines.map((line) => `  '${line}',\n`).join('')
    return `${heading}export const compiled = [\n${text}].join('')\n`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
