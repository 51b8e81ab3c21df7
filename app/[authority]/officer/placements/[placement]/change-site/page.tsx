import { AskForm } from '@/components/placing/ask-form';
import { ChangeFrame } from '@/components/placing/change-frame';
import { ConfirmForm } from '@/components/placing/confirm-form';
import { kindsOfPlace } from '@/components/placing/kind-words';
import { OptionList } from '@/components/placing/option-list';
import { StoppedList } from '@/components/placing/stopped-list';
import { KIND_OPTIONS } from '@/components/placing/wanted-form';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/date-field';
import { weekdayDateWords } from '@/components/ui/date-words';
import { HiddenField } from '@/components/ui/hidden-field';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { isCalendarDate } from '@/lib/core/calendar-date';
import { PLACE_KIND_CHOICES } from '@/lib/placements/input';
import { moveView } from '@/lib/placements/queries/move-view';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { type Asked, askedDate, askedParts, askedText } from '../../../address';
import { site as changeSite } from '../actions';

export const generateMetadata = titled('/[authority]/officer/placements/[placement]/change-site', 'Change site');

type Props = { params: Promise<{ authority: string; placement: string }>; searchParams: Promise<Asked> };

export default async function ChangeSitePage({ params, searchParams }: Props) {
  const { authority, placement } = await params;
  const asked = await searchParams;
  const fromText = askedDate(asked, 'fromOn');
  const fromOn = isCalendarDate(fromText) ? fromText : null;
  const page = await openPage('/[authority]/officer/placements/[placement]/change-site', authority);
  const view = await page.read((tx) => moveView(tx, placement, {
    fromOn, kind: PLACE_KIND_CHOICES.find((one) => one === askedText(asked, 'kind')) ?? null, siteSlug: askedText(asked, 'site'),
    problems: fromText !== '' && fromOn === null ? [{ field: 'fromOn', message: 'First day at the new site must be a real date, for example 27 3 2026' }] : [],
  }));
  const { opened, chosen, change, options, stopped, problems } = view;
  const { row, brief } = opened;
  const today = page.clock.today;
  const placementHref = `/${authority}/officer/placements/${row.id}`;
  const here = `${placementHref}/change-site`;
  const kindWords = kindsOfPlace(view.kind).toLowerCase();
  return (
    <ChangeFrame title="Change site" placement={opened} refused={view.refused} problems={problems} base={`/${authority}`} placementHref={placementHref} today={today} change={change}
      ask={
        <>
          <AskForm action={here} label="Move" submit="Show options">
            <DateField name="fromOn" label="First day at the new site" hint={null} defaultValue={askedParts(asked, 'fromOn', view.fromOn)} error={problems[0]?.message} />
            <SelectField name="kind" label="Kind of place" options={KIND_OPTIONS} defaultValue={view.kind} />
          </AskForm>
          {options.length > 0 ? (
            <form action={here} method="get">
              <h2>{options.length === 1 ? '1 other site fits' : `${options.length} other sites fit`}, most suitable first</h2>
              <HiddenField name="fromOn" value={view.fromOn} />
              <HiddenField name="kind" value={view.kind} />
              <OptionList legend="Site" options={options} chosen={chosen?.slug} wanted={{ firstOn: view.fromOn, lastOn: row.last_on }} kindWords={kindWords} today={today} />
              <div className="fp-actions"><Button kind={chosen ? 'secondary' : 'primary'}>Show what this changes</Button></div>
            </form>
          ) : problems.length === 0 ? <Notice title="No other site has a place of this kind in these days">Choose another day or kind of place.</Notice> : null}
          {stopped.length > 0 ? <><h3>Cannot be chosen</h3><StoppedList sites={stopped} today={today} /></> : null}
        </>
      }>
      {chosen && chosen.overNumber.length > 0 ? <Notice kind="warning" title={`${chosen.name} has this place over its number`}>{chosen.overNumber.map((line) => <p key={line}>{line}.</p>)}</Notice> : null}
      {chosen ? (
        <ConfirmForm action={changeSite} authority={authority} formKey={newFormKey()} backHref={placementHref} submit={`Confirm: propose to ${chosen.name} from ${weekdayDateWords(view.fromOn, today)}`}
          hidden={{ placementId: row.id, version: row.version, siteId: chosen.siteId, placeKind: view.kind, fromOn: view.fromOn, seen: change?.seen ?? '' }}
          field={{ name: 'reason', label: `Why ${brief.firstName} changes site` }} />
      ) : null}
    </ChangeFrame>
  );
}
