import { dateRangeWords, dateWords } from '@/components/ui/date-words';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { tenthsWords } from '@/components/ui/tenths-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface RequestFactsProps {
  routeWords: string;
  reference: string;
  receivedOn: CalendarDate;
  wantedFrom: CalendarDate | null;
  /** The last day asked for; null when the request names none. */
  wantedTo: CalendarDate | null;
  shareTenths: number;
  askedFor: string;
  noPlaceNote: string;
  nextAction: string;
  exclusion: {
    readonly reference: string; readonly excludedOn: CalendarDate; readonly excludedAt: string | null; readonly school: string; readonly decidedBy: string;
    readonly stateWords: string; readonly reasons: readonly string[];
  } | null;
}

/** What was asked for and why. */
export function RequestFacts(props: RequestFactsProps) {
  const { exclusion } = props;
  const rows: readonly (SummaryRow | false)[] = [
    exclusion !== null && { label: 'Exclusion', value: `${dateWords(exclusion.excludedOn)}${exclusion.excludedAt ? ` at ${exclusion.excludedAt}` : ''}, ${exclusion.school}, ${exclusion.reference}` },
    exclusion !== null && { label: 'Stands as', value: exclusion.stateWords },
    exclusion !== null && exclusion.decidedBy !== '' && { label: 'Decided by', value: exclusion.decidedBy },
    exclusion !== null && { label: 'Reasons', value: exclusion.reasons.join('; ') },
    { label: 'Request', value: `${props.routeWords}, received ${dateWords(props.receivedOn)}, ${props.reference}` },
    props.wantedFrom !== null && { label: 'Wanted from', value: dateWords(props.wantedFrom) },
    props.wantedTo !== null && { label: 'Wanted until', value: dateWords(props.wantedTo) },
    props.shareTenths < 10 && { label: 'Share wanted', value: `${tenthsWords(props.shareTenths)} of full time` },
    { label: 'Asked for', value: props.askedFor || 'Nothing noted' },
    props.noPlaceNote !== '' && { label: 'No place found', value: props.noPlaceNote },
    props.nextAction !== '' && { label: 'Next action', value: props.nextAction },
  ];
  return <SummaryList rows={rows.filter((row): row is SummaryRow => row !== false)} />;
}

interface HomeFactsProps {
  /** What to say of the home postcode; null when nothing is. */
  homeRemark: string | null;
  contacts: readonly { readonly name: string; readonly relationship: string; readonly phone: string; readonly email: string }[];
  address: string;
  language: string;
  needsInterpreter: boolean;
  socialWorker: string | null;
  needs: readonly string[];
  senWords: string;
  upn: string | null;
  subjectsAndExams: string;
  medical: string;
  markers: readonly { readonly id: string; readonly words: string; readonly reason: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null }[];
}

/** Whom to ring, in what language, and what a place must meet. */
export function HomeFacts(props: HomeFactsProps) {
  const rows: readonly (SummaryRow | false)[] = [
    {
      label: 'Contacts',
      value: props.contacts.length === 0 ? 'None noted' : props.contacts.map((one) => (
        <span key={one.name} className="fp-waiting__line">
          {one.name}, {one.relationship.toLowerCase()}{one.phone ? <> <a href={`tel:${one.phone.replace(/\s+/g, '')}`}>{one.phone}</a></> : null}
        </span>
      )),
    },
    { label: 'Home', value: props.address || 'No address noted' },
    props.homeRemark !== null && { label: 'Distance to sites', value: `${props.homeRemark}.` },
    { label: 'Language', value: props.needsInterpreter ? `${props.language}, interpreter needed` : props.language },
    props.socialWorker !== null && { label: 'Social worker', value: props.socialWorker || 'Yes, no name noted' },
    { label: 'Special educational needs', value: [props.senWords, ...props.needs].join('; ') },
    props.subjectsAndExams !== '' && { label: 'Subjects and exams', value: props.subjectsAndExams },
    props.medical !== '' && { label: 'Medical', value: props.medical },
    { label: 'UPN', value: props.upn ?? 'Not known' },
    props.markers.length > 0 && {
      label: 'Markers',
      value: props.markers.map((one) => (
        <span key={one.id} className="fp-waiting__line">
          <strong>{one.words}</strong>: {one.reason} ({one.lastOn === null ? `from ${dateWords(one.firstOn)}` : dateRangeWords(one.firstOn, one.lastOn)})
        </span>
      )),
    },
  ];
  return <SummaryList rows={rows.filter((row): row is SummaryRow => row !== false)} />;
}
