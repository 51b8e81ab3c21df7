import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './scripts/chromium';

const port = Number.parseInt(process.env.E2E_PORT ?? '3100', 10);
const address = `http://127.0.0.1:${port}`;

// Chromium's own sandbox does not work for root, and containers often have little shared memory.
const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['dot'], ['json']] : [['list']],
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: DESKTOP } },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: PHONE } },
    { name: 'no-js', use: { ...devices['Desktop Chrome'], viewport: DESKTOP, javaScriptEnabled: false } },
  ],
  webServer: {
    command: 'node --conditions=react-server --import tsx scripts/e2e-server.ts',
    url: address,
    timeout: 240_000,
    reuseExistingServer: process.env.E2E_REUSE === '1',
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
