import { addDays } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { warnChairs } from '../chair-warning';
import { applyChange, nextState } from '../change';
import { extendInput } from '../input';
import { loadForChange, refuseUnlessSeen } from '../load-change';
import { mayPlace } from '../policy';
import { refuseUnsuitable } from '../refuse-unsuitable';
import { refuseUnlessRoom } from '../room';

/** Moves the planned end of a placement to a later day; the place must be free on every day added. */
export const extendPlacement: Command<typeof extendInput, { placementId: string; actId: string }> = {
  name: 'placement.extend',
  input: extendInput,
  handle: async (tx, input) => {
    if (!mayPlace(tx.actor)) throw notFoundRefusal();
    const loaded = await loadForChange(tx, input.placementId, input.version);
    const { row, held, pupil, site, sites, calendars } = loaded;
    nextState(row, 'extend');
    if (input.lastOn <= row.last_on) throw invalid('lastOn', `New end date must be after ${dateInWords(row.last_on)}; to end earlier, use End`);
    if (site.closed_on !== null && input.lastOn >= site.closed_on) throw invalid('lastOn', `${site.name} closes on ${dateInWords(site.closed_on)}`);
    const after = { ...held, lastOn: input.lastOn };
    const added = { ...after, firstOn: addDays(held.lastOn, 1) };
    refuseUnsuitable(pupil, site, added.firstOn, added.lastOn);
    await refuseUnlessRoom(tx, calendars, sites, added, [row.id]);
    const effects = await refuseUnlessSeen(tx, { before: [held], after: [after] }, input.seen);
    const actId = newFormKey();
    await applyChange(tx, row, { planned_last_on: input.lastOn }, { act: 'extend', actId, reason: input.reason });
    await warnChairs(tx, effects);
    return {
      outcome: { placementId: row.id, actId },
      audit: { subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id, before: { lastOn: row.last_on }, after: { lastOn: input.lastOn } },
    };
  },
};
