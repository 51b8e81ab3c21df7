import { type CalendarDate, addDays, calendarDate } from '@/lib/core/calendar-date';
import { inForceOn } from '@/lib/core/date-range';
import { dateInWords } from '@/lib/core/date-words';
import { type DatedReasonCode, OTHER_TO_2020, REASONS_A, REASONS_B, type ReasonCode } from './reason-code-sets';

/** What the authority's data team sets for the reason codes (R38). */
export interface ReasonSettings {
  /** The first day of set B; null until the Department's date is known. */
  readonly setBFrom: CalendarDate | null;
  /** Which set A reason a cyber-bullying reason (TB) is compared with in trends. */
  readonly cyberBullyingCountsAs: 'MT' | 'BU';
}

/** Every reason as a dated row (R1): set A up to the day before set B begins. */
export function datedReasonCodes({ setBFrom }: ReasonSettings): DatedReasonCode[] {
  const aLastOn = setBFrom === null ? null : addDays(setBFrom, -1);
  const a = REASONS_A.map((code) => ({
    ...code, firstOn: calendarDate('1900-01-01'), lastOn: aLastOn, source: 'R37: CBDS before the changeover',
  }));
  const b = setBFrom === null
    ? []
    : REASONS_B.map((code) => ({ ...code, firstOn: setBFrom, lastOn: null, source: 'R38: CBDS of May 2026' }));
  return [OTHER_TO_2020, ...a, ...b];
}

/** The reasons that may be given for an exclusion that starts on the day (R18). */
export function reasonCodesOn(startsOn: CalendarDate, settings: ReasonSettings): DatedReasonCode[] {
  return inForceOn(datedReasonCodes(settings), startsOn);
}

export type ReasonsCheck =
  | { readonly kind: 'valid'; readonly reasons: readonly ReasonCode[] }
  | { readonly kind: 'invalid'; readonly messages: readonly string[] };

/** R18: one to three reasons, the main one first, none twice, each from the codes in force on the first day. */
export function checkReasons(codes: readonly string[], startsOn: CalendarDate, settings: ReasonSettings): ReasonsCheck {
  const allowed = new Map(reasonCodesOn(startsOn, settings).map((reason) => [reason.code, reason]));
  const messages: string[] = [];
  if (codes.length === 0) messages.push('Choose at least one reason, the main one first');
  if (codes.length > 3) messages.push('Choose no more than three reasons');
  if (new Set(codes).size !== codes.length) messages.push('Choose each reason once only');
  for (const code of codes) {
    if (!allowed.has(code)) messages.push(`${code} is not a reason code for an exclusion that starts on ${dateInWords(startsOn)}`);
  }
  if (messages.length > 0) return { kind: 'invalid', messages };
  const reasons = codes.flatMap((code) => allowed.get(code) ?? []);
  return { kind: 'valid', reasons: reasons.map(({ codeSet, code, label }) => ({ codeSet, code, label })) };
}

/** R38: set B reasons by the set A reason they are compared with in a trend. */
const B_TO_A: Readonly<Record<string, string>> = { DR: 'DA', AR: 'DA', SR: 'DA', VR: 'DA', LD: 'DB', CB: 'DB', BW: 'OW' };

/**
 * The set A reason that a reason is compared with over the changeover (R38, a convention). Null
 * where set A has none (SB, MB, AB, MP, OS) and for the old OT: a trend shows those apart.
 */
export function asSetA(reason: Pick<ReasonCode, 'codeSet' | 'code'>, settings: ReasonSettings): ReasonCode | null {
  if (reason.codeSet === 'reasons-to-2020') return null;
  const code = reason.codeSet === 'reasons-a' ? reason.code
    : reason.code === 'TB' ? settings.cyberBullyingCountsAs
    : B_TO_A[reason.code] ?? reason.code;
  return REASONS_A.find((known) => known.code === code) ?? null;
}
