import { defineConfig } from '@playwright/test'

// *.spec.ts: the built application, in the real Electron. Each test brings its own data folder.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  forbidOnly: true,
  // A test that passes at the second try has failed.
  retries: 0,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
})
