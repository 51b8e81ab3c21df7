import { arrive, FairplacePage } from '@/e2e/pages/page';
import { OptionsPage } from '@/e2e/pages/officer-pages';
import { valuesOf } from '@/e2e/support/database';
import { expect, test } from '@/e2e/support/test';

class TasksPage extends FairplacePage {
  protected readonly heading = /\S/;
}

test('for a pupil of another authority the page says who places, and leads to telling it', { tag: ['@phone', '@no-js'] }, async ({ signedIn, world }) => {
  const [found = ''] = await valuesOf(world, `SELECT r.id || ' ' || l.name FROM referral r JOIN authority a ON a.id = r.authority_id JOIN permanent_exclusion x ON x.authority_id = a.id AND x.id = r.exclusion_id
    JOIN local_authority l ON l.code = x.home_authority_code WHERE a.slug = 'rotherham' AND x.home_authority_code <> a.la_code AND r.state = 'waiting' ORDER BY r.reference LIMIT 1`);
  const [referralId = '', home = ''] = found.split(' ');
  const page = await signedIn('placement_officer');
  for (const path of ['place', 'place/check?site=rowan', 'over-number', 'interim', 'no-place']) {
    await page.goto(`/rotherham/officer/waiting/${referralId}/${path}`);
    await expect(page.getByRole('main')).toContainText(new RegExp(`${home} (places|has the duty and places)`));
    await expect(page.getByRole('radio')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /Continue|Show options|Authorise|Confirm|Record the education|Record that no place was found/ })).toHaveCount(0);
  }
  await page.goto(`/rotherham/officer/waiting/${referralId}/place`);
  await arrive(OptionsPage, page);
  await expect(page.getByRole('link', { name: 'correct the authority' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the tasks' }).click();
  await arrive(TasksPage, page);
  await expect(page.getByText(new RegExp(`^Tell ${home}, the home authority`)).first()).toBeVisible();
});
