import type { Metadata } from 'next';
import { AskForm } from '@/components/placing/ask-form';
import { ChangeFrame } from '@/components/placing/change-frame';
import { ConfirmForm } from '@/components/placing/confirm-form';
import { DateField } from '@/components/ui/date-field';
import { weekdayDateWords } from '@/components/ui/date-words';
import { isCalendarDate } from '@/lib/core/calendar-date';
import { type AskedOf, type OpenedPlacement, placementChange } from '@/lib/placements/queries/change-view';
import { openPage } from '@/lib/server/open-page';
import { newFormKey } from '@/lib/server/random';
import { type Asked, askedDate, askedParts } from '../../../address';
import { extend } from '../actions';

export const metadata: Metadata = { title: 'Extend a placement' };

type Props = { params: Promise<{ authority: string; placement: string }>; searchParams: Promise<Asked> };

function ask({ row }: OpenedPlacement, lastOn: string): AskedOf {
  if (lastOn === '') return { change: null, problems: [] };
  if (!isCalendarDate(lastOn)) return { change: null, problems: [{ field: 'lastOn', message: 'New end date must be a real date, for example 27 3 2026' }] };
  if (lastOn <= row.last_on) return { change: null, problems: [{ field: 'lastOn', message: `New end date must be after ${weekdayDateWords(row.last_on)}` }] };
  return { change: { act: 'extend', lastOn }, problems: [] };
}

export default async function ExtendPage({ params, searchParams }: Props) {
  const { authority, placement } = await params;
  const asked = await searchParams;
  const lastOn = askedDate(asked, 'lastOn');
  const page = await openPage('/[authority]/officer/placements/[placement]/extend', authority);
  const { opened, refused, change, problems } = await page.read((tx) => placementChange(tx, placement, 'extend', (one) => ask(one, lastOn)));
  const { row } = opened;
  const placementHref = `/${authority}/officer/placements/${row.id}`;
  return (
    <ChangeFrame title="Extend" placement={opened} refused={refused} problems={problems} base={`/${authority}`} placementHref={placementHref} today={page.clock.today}
      change={change} stripTitle={`Other places at ${opened.site.name}, free by week`}
      ask={
        <AskForm action={`${placementHref}/extend`} label="New end date">
          <DateField name="lastOn" label="New end date" hint={null} defaultValue={lastOn ? askedParts(asked, 'lastOn', lastOn) : undefined} error={problems[0]?.message} />
        </AskForm>
      }>
      <ConfirmForm action={extend} authority={authority} formKey={newFormKey()} backHref={placementHref} submit={`Confirm: extend to ${isCalendarDate(lastOn) ? weekdayDateWords(lastOn) : ''}`}
        hidden={{ placementId: row.id, version: row.version, lastOn, seen: change?.seen ?? '' }} field={{ name: 'reason', label: 'Why it is extended' }} />
    </ChangeFrame>
  );
}
