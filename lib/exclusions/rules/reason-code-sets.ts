import { calendarDate } from '@/lib/core/calendar-date';
import type { DateRange } from '@/lib/core/date-range';

/** R39: a reason is known by code set and code together; the same letters mean other things elsewhere. */
export type ReasonCodeSet = 'reasons-to-2020' | 'reasons-a' | 'reasons-b';

export interface ReasonCode {
  readonly codeSet: ReasonCodeSet;
  readonly code: string;
  readonly label: string;
}

/** A code with the days on which an exclusion may start under it (R1), and where it comes from. */
export interface DatedReasonCode extends ReasonCode, DateRange {
  readonly source: string;
}

/** R37, in the order of the rule. */
const LABELS_A = {
  PP: 'Physical assault against a pupil',
  PA: 'Physical assault against an adult',
  VP: 'Verbal abuse or threatening behaviour against a pupil',
  VA: 'Verbal abuse or threatening behaviour against an adult',
  OW: 'Use or threat of use of an offensive weapon or prohibited item',
  BU: 'Bullying',
  RA: 'Racist abuse',
  LG: 'Abuse against sexual orientation and gender identity',
  DS: 'Abuse relating to disability',
  SM: 'Sexual misconduct',
  DA: 'Drug and alcohol related',
  DM: 'Damage to property',
  TH: 'Theft',
  DB: 'Persistent or general disruptive behaviour',
  MT: 'Inappropriate use of social media or online technology',
  PH: 'Wilful and repeated transgression of protective measures in place to protect public health',
} as const;

/** R38: the codes that set B adds to set A. */
const LABELS_B = {
  BW: 'Found to have brought a weapon or prohibited item into school',
  TB: 'Cyber-bullying or threatening behaviour online',
  SB: 'Harmful sexual behaviour',
  MB: 'Misogynistic behaviour',
  AB: 'Misandry behaviour',
  DR: 'Drug related',
  AR: 'Alcohol related',
  SR: 'Smoking related',
  VR: 'Vape related',
  LD: 'Persistent disruptive behaviour: low-level disruption',
  CB: 'Persistent disruptive behaviour: challenging behaviour',
  MP: 'Use of mobile phone',
  OS: 'Misbehaviour outside of school',
} as const;

/** R38: in set B these three read "including bullying". */
const INCLUDING_BULLYING: readonly string[] = ['RA', 'LG', 'DS'];

export const REASONS_A: readonly ReasonCode[] = Object.entries(LABELS_A)
  .map(([code, label]) => ({ codeSet: 'reasons-a', code, label }));

export const REASONS_B: readonly ReasonCode[] = [
  ...Object.entries(LABELS_A).map(([code, label]): ReasonCode => ({
    codeSet: 'reasons-b', code, label: INCLUDING_BULLYING.includes(code) ? `${label}, including bullying` : label,
  })),
  ...Object.entries(LABELS_B).map(([code, label]): ReasonCode => ({ codeSet: 'reasons-b', code, label })),
];

/** R37: withdrawn in 2020, kept for old data. The day is ours (end of the school year): the source gives only the year. */
export const OTHER_TO_2020: DatedReasonCode = {
  codeSet: 'reasons-to-2020', code: 'OT', label: 'Other',
  firstOn: calendarDate('1900-01-01'), lastOn: calendarDate('2020-08-31'), source: 'R37: withdrawn in 2020',
};
