import { expect, test as setup } from '@playwright/test';
import { addressOf, chosenWorlds } from '@/scripts/run/worlds';
import { arrangeRecords } from './support/arrange-records';
import { formOf } from './support/html-forms';
import { postForm } from './support/http';
import { type AuthoritySlug, SIGN_IN_ROLES, signInOf, storageOf } from './support/people';

/** Other worlds look at one council; the role matrix compares both. */
const COUNCILS: readonly AuthoritySlug[] = ['rotherham', 'lancashire'];

for (const world of chosenWorlds()) {
  setup(`sign in everybody in ${world}`, async ({ playwright }) => {
    await arrangeRecords(world);
    for (const authority of world === 'http' ? COUNCILS : COUNCILS.slice(0, 1)) {
      for (const role of SIGN_IN_ROLES) {
        const context = await playwright.request.newContext({ baseURL: addressOf(world) });
        const page = await context.get('/sign-in');
        const { email, password } = signInOf(role, authority);
        const answer = await postForm(context, addressOf(world), '/sign-in', formOf(await page.text(), 'Sign in'), { email, password });
        expect(answer.headers().location, `${email} signs in by the form, without JavaScript`).toMatch(/\/choose-authority$/);
        await context.storageState({ path: storageOf(world, role, authority) });
        await context.dispose();
      }
    }
  });
}
