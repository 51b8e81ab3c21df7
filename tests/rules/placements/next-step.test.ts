/** What happens next for a waiting pupil, and whether it is done in a placement or by choosing a place. */
import { describe, expect, it } from 'vitest';
import { nextPlacement, nextStep, type StepPlacement } from '@/lib/placements/rules/next-step';
import { d } from '@/tests/support/calendars';

const TODAY = d('2026-03-02');
const place = (id: string, changes: Partial<StepPlacement> = {}): StepPlacement => ({
  id, siteName: 'Rowan', state: 'proposed', replyBy: d('2026-03-04'), firstOn: d('2026-03-09'), shareTenths: 10, goesOnHere: false, ...changes,
});
const step = (...placements: StepPlacement[]) => nextStep({ today: TODAY, talking: false, otherAuthority: false, noPlaceNote: '', nextAction: '', placements });

describe('what comes next', () => {
  it('is to choose a place while none stands', () => {
    expect(step()).toEqual({ kind: 'no_option', words: 'No option yet', tone: 'quiet', placementId: null, mayShare: false });
    expect(step(place('a', { state: 'cancelled' })).placementId).toBeNull();
  });

  it('is done in the placement that waits for an answer, a start or a decision, the most urgent first', () => {
    expect(step(place('a'))).toMatchObject({ words: 'Rowan proposed, reply due Wednesday 4 March', placementId: 'a' });
    expect(step(place('a', { state: 'accepted' })).placementId).toBe('a');
    expect(step(place('a'), place('b', { state: 'concern' }), place('c', { state: 'not_arrived' })).placementId).toBe('c');
    // Another share at the same site follows the one before it.
    expect(step(place('b', { goesOnHere: true }), place('a', { state: 'accepted' })).placementId).toBe('a');
  });

  it('is a further place where a part has started and the rest of the week is open', () => {
    const half = place('a', { state: 'started', shareTenths: 5, firstOn: d('2026-02-02') });
    expect(step(half)).toMatchObject({ kind: 'part_time', tone: 'due', placementId: null });
    expect(step(half, place('b', { state: 'accepted', goesOnHere: true }))).toMatchObject({ kind: 'part_time', tone: 'fine', placementId: 'a' });
    expect(nextPlacement({ today: TODAY, placements: [half, place('c')] }).placementId).toBe('c');
  });

  it('has a further share beside it only while less than a whole place is held', () => {
    expect(step(place('a')).mayShare).toBe(false);
    expect(step(place('a', { shareTenths: 5 })).mayShare).toBe(true);
    expect(step(place('a', { shareTenths: 5 }), place('b', { shareTenths: 5 })).mayShare).toBe(false);
    expect(step(place('a', { shareTenths: 5 }), place('b', { state: 'accepted', goesOnHere: true })).mayShare).toBe(false);
    expect(step(place('a', { shareTenths: 5, state: 'not_arrived' })).mayShare).toBe(false);
  });
});
