import type { Browser, Page } from '@playwright/test';

type Role = 'Placement officer' | 'PRU head or admissions' | 'Headteacher or inclusion lead' | 'Governance Board member';

/** One picture of the README: who looks, and how they come to the page. */
export interface Picture {
  readonly file: string;
  readonly role: Role;
  /** Address below the council's, to begin at. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** What to click on the way. */
  readonly then?: (page: Page) => Promise<void>;
}

const DESKTOP = { width: 1280, height: 900 } as const;
const PHONE = { width: 390, height: 844 } as const;

async function toOptions(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Place / }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Place a pupil' }).waitFor();
}

async function toCheck(page: Page): Promise<void> {
  await toOptions(page);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check before placing' }).waitFor();
}

export const PICTURES: readonly Picture[] = [
  { file: 'waiting-list.png', role: 'Placement officer', path: '/officer', ...DESKTOP, height: 1100 },
  { file: 'options.png', role: 'Placement officer', path: '/officer', ...DESKTOP, then: toOptions },
  { file: 'check.png', role: 'Placement officer', path: '/officer', ...DESKTOP, then: toCheck },
  { file: 'pru-desk.png', role: 'PRU head or admissions', path: '/site', ...DESKTOP },
  { file: 'head-dashboard.png', role: 'Headteacher or inclusion lead', path: '/school', ...DESKTOP },
  { file: 'board.png', role: 'Governance Board member', path: '/board', ...DESKTOP },
  { file: 'head-dashboard-phone.png', role: 'Headteacher or inclusion lead', path: '/school', ...PHONE },
];

/** The demonstration's own day, at a quiet hour. */
const NOW = '2026-03-02T09:30:00Z';

/** Signs in as the picture's person in Rotherham, goes to the page and keeps what the window shows, as PNG. */
export async function takePicture(browser: Browser, address: string, { role, path, width, height, then }: Picture, file: string): Promise<void> {
  const { demonstrationSignIns } = await import('../../prisma/seed/main');
  const signIn = demonstrationSignIns().find((one) => one.authority === 'rotherham' && one.role === role);
  if (!signIn) throw new Error(`The demonstration has no ${role}.`);
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', baseURL: address });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(signIn.email);
    await page.getByLabel('Password').fill(signIn.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto(`/rotherham${path}`);
    await then?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', scale: 'css' });
  } finally {
    await context.close();
  }
}
