import { AskForm } from '@/components/placing/ask-form';
import { ChangeFrame } from '@/components/placing/change-frame';
import { ConfirmForm } from '@/components/placing/confirm-form';
import { FallsWithIt } from '@/components/placing/falls-with-it';
import { DateField } from '@/components/ui/date-field';
import { dateWords, weekdayDateWords } from '@/components/ui/date-words';
import { type CalendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import { type AskedOf, type OpenedPlacement, placementChange } from '@/lib/placements/queries/change-view';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { type Asked, askedDate, askedParts } from '../../../address';
import { end } from '../actions';

export const generateMetadata = titled('/[authority]/officer/placements/[placement]/end', 'End a placement');

type Props = { params: Promise<{ authority: string; placement: string }>; searchParams: Promise<Asked> };

function ask({ row }: OpenedPlacement, leftOn: string, today: CalendarDate): AskedOf {
  const wrong = (message: string): AskedOf => ({ change: null, problems: [{ field: 'leftOn', message }] });
  if (!isCalendarDate(leftOn)) return wrong('Last day must be a real date, for example 27 3 2026');
  if (leftOn < row.first_on) return wrong(`Last day must be ${dateWords(row.first_on)}, the first day, or later`);
  if (leftOn > today) return wrong('Last day must be today or earlier: an end is recorded once it has come');
  return { change: { act: 'leave', leftOn }, problems: [] };
}

export default async function EndPage({ params, searchParams }: Props) {
  const { authority, placement } = await params;
  const asked = await searchParams;
  const page = await openPage('/[authority]/officer/placements/[placement]/end', authority);
  const today = page.clock.today;
  const leftOn = askedDate(asked, 'leftOn') || today;
  const { opened, refused, change, problems } = await page.read((tx) => placementChange(tx, placement, 'leave', (one) => ask(one, leftOn, today)));
  const { row } = opened;
  const placementHref = `/${authority}/officer/placements/${row.id}`;
  return (
    <ChangeFrame title="End" placement={opened} refused={refused} problems={problems} base={`/${authority}`} placementHref={placementHref} today={today} change={change}
      ask={
        <AskForm action={`${placementHref}/end`} label="Last day">
          <DateField name="leftOn" label="Last day" hint="Today or earlier" defaultValue={askedParts(asked, 'leftOn', leftOn)} error={problems[0]?.message} />
        </AskForm>
      }>
      <FallsWithIt following={opened.following} siteName={opened.site.name} />
      <ConfirmForm action={end} authority={authority} formKey={newFormKey()} backHref={placementHref} submit={`Confirm: left on ${isCalendarDate(leftOn) ? weekdayDateWords(leftOn, today) : ''}`}
        hidden={{ placementId: row.id, version: row.version, leftOn }} field={{ name: 'whereNext', label: 'Where next', hint: 'The school, college or provider, or home education' }} />
    </ChangeFrame>
  );
}
