import { Notice } from '@/components/ui/notice';
import type { ActionName } from '@/lib/server/access';
import { isRefusedForm } from '@/lib/server/refused-forms';

/** What was done, as the page says it on which one comes out. */
const DONE = {
  'person.save': 'The person is saved', 'person.give_password': 'The new password is set, and every session with the old one has ended',
  'role.assign': 'The role is given', 'role.end': 'The last day of the role is saved',
  'partnership.save': 'The partnership is saved', 'partnership.join': 'The school is added', 'partnership.leave': 'The last day of the membership is saved',
  'trust.save': 'The trust is saved', 'trust.join': 'The school is added to the trust', 'trust.change_member': 'The days of the school in the trust are saved',
  'agreement.save': 'The terms are saved as a new version', 'agreement.set_quota': 'The quota is changed', 'agreement.sign': 'The signature is saved',
  'site.save': 'The site is saved', 'site.change_places': 'The number of places is changed', 'site.close_days': 'The closure is recorded', 'site.reopen_days': 'The closure is withdrawn',
  'calendar.create': 'The calendar is added', 'calendar.save': 'The calendar is saved', 'clock.set': 'The day of the demonstration is set', 'measure.save': 'The measure is saved as a new version',
} as const satisfies Readonly<Partial<Record<ActionName, string>>>;

/** Confirms a save of administration: its action leads to the page with `?done=` and its name. A form that comes back refused takes it away. */
export async function DoneNotice({ done }: { done: string | string[] | undefined }) {
  const words = typeof done === 'string' && Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null;
  return words === null || (await isRefusedForm()) ? null : <Notice kind="success" title={words} />;
}
