import { defineConfig } from '@playwright/test'

// *.spec.ts: the built application, in the real Electron. Each test brings its own data folder.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  forbidOnly: true,
  // A test that passes at the second try has failed.
  retries: 0,
  // Files side by side: a journey waits half of its time, for what the other computes meanwhile.
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 30_000 },
})
