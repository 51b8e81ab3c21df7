import { expect, it } from 'vitest';
import { saveCalendarInput } from '@/lib/calendars/input';

const term = (changes: Readonly<Record<string, string>>) => ({ name: 'Spring 1', partOf: '', firstOn: '2026-01-05', lastOn: '2026-02-13', ...changes });
const messages = (terms: unknown[], closedDays: unknown[] = []) => {
  const { error } = saveCalendarInput.safeParse({
    calendarId: '0b6f0f5e-8a55-4a73-9d5a-0a5f8f1f3f01', version: '1', name: 'Ours', label: '', terms, closedDays, users: [], addSchool: '', addSite: '', acceptDays: false,
  });
  return error?.issues.map((issue) => [issue.path.join('-'), issue.message]);
};

it('names the term or the closed days that have a problem', () => {
  expect(messages([term({ lastOn: '' }), term({ name: '' })])).toEqual([
    ['terms-0-lastOn', 'Enter the last day of Spring 1'], ['terms-1-name', 'Enter the name of the term that begins on 5 January 2026'],
  ]);
  expect(messages([term({})], [{ kind: 'inset', firstOn: '2026-02-31', lastOn: '', reason: 'Training' }, { kind: 'inset', firstOn: '2026-02-06', lastOn: '', reason: '' }])).toEqual([
    ['closedDays-0-firstOn', 'The first day closed for Training must be a real date, for example 27 3 2026'], ['closedDays-1-reason', 'Say why pupils do not attend on 6 February 2026'],
  ]);
});
