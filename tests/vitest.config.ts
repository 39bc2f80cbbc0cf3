import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// *.test.ts runs here, on Node 24; *.spec.ts needs the built application and runs under Playwright.
const shared = {
  testTimeout: 30_000,
  // PGlite takes up to nine seconds to start on two busy cores.
  hookTimeout: 60_000,
  env: { TZ: 'Asia/Kuala_Lumpur' },
}

export default defineConfig({
  root,
  test: {
    allowOnly: false,
    passWithNoTests: false,
    // Files run on every core: Vitest would leave one of two idle, and its own part is small.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/renderer/**', 'tests/architecture.test.ts'],
        },
      },
      {
        root,
        test: { ...shared, name: 'architecture', include: ['tests/architecture.test.ts'] },
      },
      {
        root,
        plugins: [vue()],
        test: {
          ...shared,
          name: 'renderer',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.ts'],
        },
      },
    ],
  },
})
