import { Notice } from '@/components/ui/notice';
import { dateRangeWords, dateWords } from '@/components/ui/date-words';
import { tenthsWords } from '@/components/ui/tenths-words';
import type { WarningShown } from './dashboard-types';
import type { CalendarDate } from '@/lib/core/calendar-date';

function places(tenths: number): string {
  return `${tenthsWords(tenths)} ${tenths === 10 ? 'place' : 'places'}`;
}

function titleOf(name: string, { freeTenths, goesOver }: WarningShown, today: CalendarDate): string {
  if (goesOver) {
    const days = goesOver.schoolDays === 1 ? '1 school day' : `${goesOver.schoolDays} school days`;
    return `${name} is planned to go over its quota on ${days}, ${dateRangeWords(goesOver.firstOn, goesOver.lastOn, today)}, to ${places(goesOver.peakTenths)}`;
  }
  if (freeTenths < 0) return `${name} is ${places(-freeTenths)} over its quota`;
  if (freeTenths === 0) return `${name} has no free place: one more pupil goes over the quota`;
  return `${name} has ${places(freeTenths)} free`;
}

function Returns({ warning, today }: { warning: WarningShown; today: CalendarDate }) {
  if (warning.returns.length === 0) return <p>No pupil is planned to leave before {dateWords(warning.lastSchoolDay, today)}.</p>;
  return (
    <>
      <p>Planned returns and leavers that free a place:</p>
      <ul>
        {warning.returns.map((one) => (
          <li key={one.on}>
            {one.pupils === 1 ? '1 pupil' : `${one.pupils} pupils`} on {dateWords(one.on, today)}, freeing {places(one.tenths)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Before a partnership goes over: that it will, and what would avoid it. */
export function QuotaWarning({ name, warning, today }: { name: string; warning: WarningShown; today: CalendarDate }) {
  return (
    <Notice kind="warning" title={titleOf(name, warning, today)}>
      <Returns warning={warning} today={today} />
      {warning.elsewhere.length > 0 ? (
        <p>
          Other partnerships with free places today: {warning.elsewhere.map((one) => `${one.name} ${tenthsWords(one.freeTenths)}`).join(', ')}. Speak with the placement officer about using one.
        </p>
      ) : (
        <p>No other partnership has a free place today.</p>
      )}
    </Notice>
  );
}
