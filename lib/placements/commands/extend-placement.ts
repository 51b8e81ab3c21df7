import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import type { WriteTx } from '@/lib/server/unit-of-work';
import { reviewWarnings, warnChairs } from '../chair-warning';
import { applyChange, nextState } from '../change';
import { followingHere, goesOnFirst } from '../following';
import { extendInput } from '../input';
import { loadForChange, refuseUnlessSeen } from '../load-change';
import { settleMarkerTasks } from '../marker-tasks';
import { refuseMarked } from '../markers';
import { mayPlace } from '../policy';
import { refuseUnsuitable } from '../refuse-unsuitable';
import { refuseUnlessRoom } from '../room';
import { whyNotNewEnd } from '../rules/new-end';
import type { PlacementRow } from '../store';

/**
 * Moves the planned end of a placement: to a later day, when the place must be free on every day added, or to an
 * earlier one that has not passed, for a return that is planned.
 */
export const extendPlacement: Command<typeof extendInput, { placementId: string; actId: string }> = {
  name: 'placement.extend',
  input: extendInput,
  handle: async (tx, input) => {
    if (!mayPlace(tx.actor)) throw notFoundRefusal();
    const loaded = await loadForChange(tx, input.placementId, input.version);
    const { row, held, pupil, site, sites, calendars } = loaded;
    nextState(row, 'extend');
    await refuseEndDate(tx, row, input.lastOn);
    if (site.closed_on !== null && input.lastOn >= site.closed_on) throw invalid('lastOn', `${site.name} closes on ${dateInWords(site.closed_on)}`);
    const after = { ...held, lastOn: input.lastOn };
    if (input.lastOn > row.last_on) {
      const added = { ...after, firstOn: addDays(held.lastOn, 1) };
      refuseUnsuitable(pupil, site, added.firstOn, added.lastOn);
      await refuseUnlessRoom(tx, calendars, sites, added, [row.id]);
      await refuseMarked(tx, added);
    }
    const effects = await refuseUnlessSeen(tx, { before: [held], after: [after] }, input.seen);
    const actId = newFormKey();
    await applyChange(tx, row, { planned_last_on: input.lastOn }, { act: 'extend', actId, reason: input.reason });
    if (input.lastOn > row.last_on) await warnChairs(tx, effects);
    else {
      await settleMarkerTasks(tx, 'The planned end came forward');
      await reviewWarnings(tx, [row.attributed_establishment_id], 'freed_only');
    }
    return {
      outcome: { placementId: row.id, actId },
      audit: { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { lastOn: row.last_on }, after: { lastOn: input.lastOn } },
    };
  },
};

async function refuseEndDate(tx: WriteTx, row: PlacementRow, lastOn: CalendarDate): Promise<void> {
  const words = whyNotNewEnd(row, lastOn, tx.today);
  if (words !== null) throw invalid('lastOn', words);
  if (lastOn > row.last_on) return;
  const [next] = await followingHere(tx, row);
  if (next) throw conflict(goesOnFirst(next.reference));
}
