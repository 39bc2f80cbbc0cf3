import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const here = (path: string) => resolve(import.meta.dirname, path)

// Targets are those of the oldest runtime in use (Electron 33: Node 20.18, Chrome 130), not of the
// newest that electron-vite would read from the installed package.
const node = 'node20.18'

/**
 * fflate (in the spreadsheet packages) declares a `require` of its own at the top of its module, as
 * does what electron-vite puts before every bundle: both in one file do not compile.
 */
const requireOfItsOwn = {
  name: 'require-of-its-own',
  transform(code: string, id: string): string | null {
    if (!/fflate[\\/]esm[\\/]index\.mjs$/.test(id)) return null
    return code
      .replace('var require = createRequire', 'var ownRequire = createRequire')
      .replace("_a = require('worker_threads')", "_a = ownRequire('worker_threads')")
  },
}

export default defineConfig({
  main: {
    plugins: [requireOfItsOwn],
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: here('src/main/index.ts'),
          utility: here('src/main/hosts/utility.ts'),
          imageWorker: here('src/main/hosts/imageWorker.ts'),
          databaseWorker: here('src/main/hosts/databaseWorker.ts'),
          cli: here('src/main/hosts/cli.ts'),
        },
        // Only what carries native code stays outside: a package ships these and nothing else.
        external: ['electron', 'better-sqlite3', 'sharp', /^@img\//],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: here('src/preload/index.ts') },
        external: ['electron'],
        // A sandboxed preload is loaded as one CommonJS file; it cannot require its neighbours.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: here('src/renderer'),
    plugins: [vue()],
    define: {
      __VUE_PROD_DEVTOOLS__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
    },
    build: {
      target: 'chrome130',
      // The content security policy allows no data: addresses for fonts and pictures.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // The application's page, and the hidden one in which documents are drawn.
        input: { index: here('src/renderer/index.html'), print: here('src/renderer/print.html') },
      },
    },
  },
})
