import type { Locator } from '@playwright/test';

/** Types a date `yyyy-mm-dd` into the three inputs of a date field. */
export async function typeDate(within: Locator, label: string, date: string): Promise<void> {
  const group = within.getByRole('group', { name: label });
  const [year = '', month = '', day = ''] = date.split('-');
  await group.getByLabel('Day').fill(String(Number(day)));
  await group.getByLabel('Month').fill(String(Number(month)));
  await group.getByLabel('Year').fill(year);
}
