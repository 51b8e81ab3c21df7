import { AskForm } from '@/components/placing/ask-form';
import { ChangeFrame } from '@/components/placing/change-frame';
import { ConfirmForm } from '@/components/placing/confirm-form';
import { DateField } from '@/components/ui/date-field';
import { weekdayDateWords } from '@/components/ui/date-words';
import { type CalendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import { type AskedOf, type OpenedPlacement, placementChange } from '@/lib/placements/queries/change-view';
import { whyNotNewEnd } from '@/lib/placements/rules/new-end';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { type Asked, askedDate, askedParts } from '../../../address';
import { extend } from '../actions';

export const generateMetadata = titled('/[authority]/officer/placements/[placement]/extend', 'Extend a placement');

type Props = { params: Promise<{ authority: string; placement: string }>; searchParams: Promise<Asked> };

function ask({ row }: OpenedPlacement, lastOn: string, today: CalendarDate): AskedOf {
  if (lastOn === '') return { change: null, problems: [] };
  if (!isCalendarDate(lastOn)) return { change: null, problems: [{ field: 'lastOn', message: 'New end date must be a real date, for example 27 3 2026' }] };
  const why = whyNotNewEnd(row, lastOn, today);
  if (why !== null) return { change: null, problems: [{ field: 'lastOn', message: why }] };
  return { change: { act: 'extend', lastOn }, problems: [] };
}

export default async function ExtendPage({ params, searchParams }: Props) {
  const { authority, placement } = await params;
  const asked = await searchParams;
  const lastOn = askedDate(asked, 'lastOn');
  const page = await openPage('/[authority]/officer/placements/[placement]/extend', authority);
  const { opened, refused, change, problems } = await page.read((tx) => placementChange(tx, placement, 'extend', (one) => ask(one, lastOn, page.clock.today)));
  const { row } = opened;
  const placementHref = `/${authority}/officer/placements/${row.id}`;
  return (
    <ChangeFrame title="Extend" placement={opened} refused={refused} problems={problems} base={`/${authority}`} placementHref={placementHref} today={page.clock.today}
      change={change} stripTitle={`Other places at ${opened.site.name}, free by week`}
      ask={
        <AskForm action={`${placementHref}/extend`} label="New end date">
          <DateField name="lastOn" label="New end date" hint="A later day extends the placement; an earlier one, from today on, brings the planned end forward" defaultValue={lastOn ? askedParts(asked, 'lastOn', lastOn) : undefined} error={problems[0]?.message} />
        </AskForm>
      }>
      <ConfirmForm action={extend} authority={authority} formKey={newFormKey()} backHref={placementHref} submit={`Confirm: ${isCalendarDate(lastOn) && lastOn < row.last_on ? 'end on' : 'extend to'} ${isCalendarDate(lastOn) ? weekdayDateWords(lastOn) : ''}`}
        hidden={{ placementId: row.id, version: row.version, lastOn, seen: change?.seen ?? '' }} field={{ name: 'reason', label: isCalendarDate(lastOn) && lastOn < row.last_on ? 'Why it ends earlier' : 'Why it is extended' }} />
    </ChangeFrame>
  );
}
