import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// *.test.ts runs here, on Node 24; *.spec.ts needs the built application and runs under Playwright.
const shared = {
  // For what hangs, not for what is slow: on two busy cores a test takes several times as long, one
  // that encodes AVIF half a minute.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
  env: { TZ: 'Asia/Kuala_Lumpur' },
}

export default defineConfig({
  root,
  test: {
    allowOnly: false,
    passWithNoTests: false,
    // Files run on every core: Vitest would leave one of two idle, and its own part is small.
    maxWorkers: '100%',
    globalSetup: 'tests/support/runFolder.ts',
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
