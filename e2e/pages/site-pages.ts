import type { Locator } from '@playwright/test';
import { FairplacePage } from './page';

/** `/site`: the PRU head's first page. */
export class SitesPage extends FairplacePage {
  protected readonly heading = 'My sites';

  /** The link of a pupil in one of the lists. */
  pupil(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }
}

/** `/site/placements/...`: one pupil's proposal or placement, with what can be done. */
export class SitePlacementPage extends FairplacePage {
  protected readonly heading = /\S/;

  /** Opens what is folded, unless it stands open. */
  async unfold(summary: string): Promise<Locator> {
    const details = this.page.getByRole('group').filter({ has: this.page.getByText(summary, { exact: true }) }).first();
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    return details;
  }

  state(words: string): Locator {
    return this.page.getByText(new RegExp(`^PL-\\S+ · ${words}$`));
  }
}

/** `/site/.../capacity`: places and closures. */
export class CapacityPage extends FairplacePage {
  protected readonly heading = 'Places and closures';

  form(submit: string): Locator {
    return this.page.locator('form').filter({ has: this.page.getByRole('button', { name: submit }) });
  }
}
