/** An act on both parts of a changed share is told once. */
import { expect, it } from 'vitest';
import { oneEntryAnAct } from '@/lib/placements/rules/one-entry-an-act';

const event = (id: string, actId: string, placementId: string, continuesId: string | null = null) => ({ id, actId, placementId, continuesId });
const told = (...events: ReturnType<typeof event>[]) => oneEntryAnAct(events, (one) => one).map(({ event: { id }, further }) => [id, ...further.map((one) => one.id)].join('+'));

it('tells an act on parts that go on from each other once, by the earliest part, in the order given', () => {
  expect(told(event('5', 'cancel', 'c', 'b'), event('4', 'cancel', 'a'), event('3', 'cancel', 'b', 'a'), event('2', 'accept', 'b', 'a'), event('1', 'propose', 'a'))).toEqual(['4+3+5', '2', '1']);
});

it('keeps apart what does not go on from each other, and other acts on the same parts', () => {
  expect(told(event('4', 'reinstate', 'a'), event('3', 'reinstate', 'x'), event('2', 'extend', 'a'), event('1', 'propose', 'a'))).toEqual(['4', '3', '2', '1']);
  // The part it goes on from is not among them.
  expect(told(event('2', 'accept', 'b', 'a'), event('1', 'propose', 'b', 'a'))).toEqual(['2', '1']);
});
