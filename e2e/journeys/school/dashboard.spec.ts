import { FairplacePage, arrive } from '@/e2e/pages/page';
import { arrangePlacement } from '@/e2e/support/arrange-pupils';
import { valuesOf } from '@/e2e/support/database';
import { expect, test } from '@/e2e/support/test';

class SchoolPage extends FairplacePage {
  protected readonly heading = /\S/;
}

test('the head sees the quota in a sentence, the year by day with its table, and own pupils by name', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const pupil = await arrangePlacement(world, 'accepted');
  const page = await signedIn('headteacher');
  await page.goto('/rotherham/school');
  await arrive(SchoolPage, page);
  await expect(page.getByText(/ of 17 places/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: pupil.name })).toBeVisible();
  await expect(page.getByRole('table').first()).toBeAttached();
  // Pupils of other schools are counted, never named.
  const others = await valuesOf(world, `SELECT p.first_name || ' ' || p.last_name FROM pupil p JOIN placement pl ON pl.authority_id = p.authority_id AND pl.pupil_id = p.id
    JOIN authority a ON a.id = p.authority_id JOIN establishment e ON e.authority_id = pl.authority_id AND e.id = pl.attributed_establishment_id
   WHERE a.slug = 'rotherham' AND e.urn <> '136331'`);
  expect(others.length).toBeGreaterThan(0);
  const shown = await page.getByRole('main').innerText();
  expect(others.filter((name) => shown.includes(name))).toEqual([]);
});

test('a pupil of another school is not found by the head', async ({ signedIn, world, consoleErrors }) => {
  const [stranger] = await valuesOf(world, "SELECT p.pupil_id FROM placement p JOIN authority a ON a.id = p.authority_id JOIN establishment e ON e.authority_id = p.authority_id AND e.id = p.attributed_establishment_id WHERE a.slug = 'rotherham' AND e.urn = '140646' LIMIT 1");
  const page = await signedIn('headteacher');
  const answer = await page.goto(`/rotherham/school/pupils/${stranger}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  // The browser itself writes a line for an answer of 404.
  expect(consoleErrors.splice(0)).toEqual([expect.stringContaining('404')]);
});

test('a lead who opens the address of partnerships without a name comes to the partnership that is theirs', { tag: '@no-js' }, async ({ signedIn }) => {
  const page = await signedIn('partnership_lead');
  const answer = await page.goto('/rotherham/partnership');
  expect(answer?.status()).toBe(200);
  expect(new URL(page.url()).pathname).toMatch(/^\/rotherham\/partnership\/.+/);
  await expect(page.getByRole('heading', { level: 2, name: /^Quota of / })).toBeVisible();
});
