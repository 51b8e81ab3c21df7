import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './scripts/chromium';
import { addressOf, chosenWorlds, type World } from './scripts/run/worlds';

// Chromium's own sandbox does not work for root, and containers often have little shared memory.
const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

const worlds = chosenWorlds();
const last = worlds.at(-1) ?? 'desktop';

/** Each project has a database and a server of its own: `scripts/run/worlds.ts`. */
const inWorld = (world: World) => ({ name: world, dependencies: ['sign-in'] });

const projects = [
  {
    ...inWorld('desktop'),
    testMatch: ['pages-sweep.spec.ts', 'journeys/**/*.spec.ts'],
    use: { ...devices['Desktop Chrome'], viewport: DESKTOP, baseURL: addressOf('desktop') },
  },
  {
    ...inWorld('phone'),
    testMatch: 'journeys/**/*.spec.ts',
    grep: /@phone/,
    use: { ...devices['Pixel 7'], viewport: PHONE, baseURL: addressOf('phone') },
  },
  {
    ...inWorld('no-js'),
    testMatch: 'journeys/**/*.spec.ts',
    grep: /@no-js/,
    use: { ...devices['Desktop Chrome'], viewport: DESKTOP, javaScriptEnabled: false, baseURL: addressOf('no-js') },
  },
  { ...inWorld('http'), testMatch: ['origin.spec.ts', 'matrix*.spec.ts', 'races.spec.ts', 'closed-month*.spec.ts'], use: { baseURL: addressOf('http') } },
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['dot'], ['json']] : [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    // A trace is written at every step of every test, also of those that pass: only when somebody asks.
    trace: process.env.E2E_TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: findChromium(), args },
  },
  projects: [{ name: 'sign-in', testMatch: 'sign-in.setup.ts' }, ...projects.filter(({ name }) => worlds.includes(name))],
  webServer: {
    command: 'node --conditions=react-server --import tsx scripts/e2e-server.ts',
    // The servers start together, and answer within a second of one another.
    url: addressOf(last),
    timeout: 300_000,
    reuseExistingServer: process.env.E2E_REUSE === '1',
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
