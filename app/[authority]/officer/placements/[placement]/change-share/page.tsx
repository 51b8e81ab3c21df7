import { AskForm } from '@/components/placing/ask-form';
import { ChangeFrame } from '@/components/placing/change-frame';
import { ConfirmForm } from '@/components/placing/confirm-form';
import { SHARE_OPTIONS } from '@/components/placing/wanted-form';
import { DateField } from '@/components/ui/date-field';
import { dateWords, weekdayDateWords } from '@/components/ui/date-words';
import { SelectField } from '@/components/ui/select-field';
import { type CalendarDate, isCalendarDate, maxDate } from '@/lib/core/calendar-date';
import { shareInWords } from '@/lib/core/field-words';
import { type AskedOf, type OpenedPlacement, placementChange } from '@/lib/placements/queries/change-view';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { type Asked, askedDate, askedParts, askedText } from '../../../address';
import { share } from '../actions';

export const generateMetadata = titled('/[authority]/officer/placements/[placement]/change-share', 'Change share');

type Props = { params: Promise<{ authority: string; placement: string }>; searchParams: Promise<Asked> };

function ask({ row }: OpenedPlacement, fromOn: string, shareText: string): AskedOf {
  if (fromOn === '' && shareText === '') return { change: null, problems: [] };
  const problems = [];
  const shareTenths = Number(shareText);
  if (shareTenths === row.share_tenths) problems.push({ field: 'shareTenths', message: 'This is the share the pupil has now: choose another' });
  else if (!(Number.isInteger(shareTenths) && shareTenths >= 1 && shareTenths <= 10)) problems.push({ field: 'shareTenths', message: 'Choose the new share' });
  if (!isCalendarDate(fromOn)) problems.push({ field: 'fromOn', message: 'First day of the new share must be a real date, for example 27 3 2026' });
  else if (fromOn > row.last_on) problems.push({ field: 'fromOn', message: `The placement ends on ${dateWords(row.last_on)}: choose that day or an earlier one` });
  else if (problems.length === 0) return { change: { act: 'change_share', fromOn, shareTenths }, problems };
  return { change: null, problems };
}

export default async function ChangeSharePage({ params, searchParams }: Props) {
  const { authority, placement } = await params;
  const asked = await searchParams;
  const [fromOn, shareText] = [askedDate(asked, 'fromOn'), askedText(asked, 'shareTenths')];
  const page = await openPage('/[authority]/officer/placements/[placement]/change-share', authority);
  const { opened, refused, change, problems } = await page.read((tx) => placementChange(tx, placement, 'change_share', (one) => ask(one, fromOn, shareText)));
  const { row } = opened;
  const today: CalendarDate = page.clock.today;
  const placementHref = `/${authority}/officer/placements/${row.id}`;
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.message;
  return (
    <ChangeFrame title="Change share" placement={opened} refused={refused} problems={problems} base={`/${authority}`} placementHref={placementHref} today={today} change={change}
      stripTitle={`Other places at ${opened.site.name}, free by week`}
      ask={
        <AskForm action={`${placementHref}/change-share`} label="New share">
          <SelectField name="shareTenths" label="New share" options={SHARE_OPTIONS} defaultValue={shareText || String(row.share_tenths)} error={problemOf('shareTenths')} />
          <DateField name="fromOn" label="From" hint={null} defaultValue={askedParts(asked, 'fromOn', fromOn || maxDate(today, row.first_on))} error={problemOf('fromOn')} />
        </AskForm>
      }>
      <ConfirmForm action={share} authority={authority} formKey={newFormKey()} backHref={placementHref}
        submit={`Confirm: ${shareInWords(Number(shareText)).toLowerCase()} from ${isCalendarDate(fromOn) ? weekdayDateWords(fromOn, today) : ''}`}
        hidden={{ placementId: row.id, version: row.version, shareTenths: shareText, fromOn, seen: change?.seen ?? '' }} field={{ name: 'reason', label: 'Why the share changes' }} />
    </ChangeFrame>
  );
}
