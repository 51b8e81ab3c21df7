import type { Locator } from '@playwright/test';
import { FairplacePage } from './page';

/** `/officer`: pupils waiting. */
export class WaitingPage extends FairplacePage {
  protected readonly heading = 'Pupils waiting';

  place(name: string): Locator {
    return this.page.getByRole('link', { name: `Place ${name}`, exact: true });
  }
}

/** `/officer/waiting/.../place`: the sites that fit and those that do not. */
export class OptionsPage extends FairplacePage {
  protected readonly heading = 'Place a pupil';

  site(name: RegExp): Locator {
    return this.page.getByRole('radio', { name });
  }

  get next(): Locator {
    return this.page.getByRole('button', { name: 'Continue' });
  }
}

/** `/officer/waiting/.../place/check`: what the placement changes, and the button that proposes. */
export class CheckPage extends FairplacePage {
  protected readonly heading = 'Check before placing';

  get confirm(): Locator {
    return this.page.getByRole('button', { name: /^Confirm: propose to / });
  }
}

/** `/officer/placements/...` after an act: what was done, and the undo. */
export class DonePage extends FairplacePage {
  protected readonly heading = / is proposed to |^Undone$|^Placement /;

  get undo(): Locator {
    return this.page.getByRole('button', { name: /^Undo the / });
  }
}

/** `/officer/exclusions/new` and `/school/exclusions/new`. */
export class RecordExclusionPage extends FairplacePage {
  protected readonly heading = 'Record a permanent exclusion';
}

/** What is shown once an exclusion is recorded. */
export class ExclusionRecordedPage extends FairplacePage {
  protected readonly heading = /^Exclusion of .* recorded$/;
}
