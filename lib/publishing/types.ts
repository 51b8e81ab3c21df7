import type { Month } from '@/lib/charges/rules/months';
import type { CalendarDate } from '@/lib/core/calendar-date';

/** This year to a day, and last year to the school day of the same number by the authority's calendar. */
export interface SamePoint {
  readonly number: number;
  readonly thisYear: { readonly label: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate };
  /** Null when the calendar of last year is not loaded or has fewer school days. */
  readonly lastYear: { readonly label: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate } | null;
  readonly calendarName: string;
}

/** One value that an act set, as people read it. */
export interface ChangedValue {
  readonly label: string;
  /** Null where the act set the value for the first time. */
  readonly before: string | null;
  readonly after: string | null;
}

/** One act. No pupil is named: references and codes stand for them. */
export interface AuditLine {
  readonly id: string;
  readonly on: CalendarDate;
  readonly time: string;
  readonly who: string;
  readonly act: string;
  readonly words: string;
  readonly outcome: 'done' | 'refused' | 'opened';
  /** The record acted on; null for an act that names none. */
  readonly record: { readonly kind: string; readonly id: string; readonly words: string } | null;
  readonly pupil: string | null;
  /** The reason given, or why it was refused. */
  readonly why: string;
  readonly changed: readonly ChangedValue[];
}

/** The files in which a published report can be downloaded. */
export const REPORT_FORMATS = ['csv', 'xlsx', 'ods', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** One published version of a month's report. */
export interface PublishedVersion {
  readonly month: string;
  readonly monthTitle: string;
  readonly number: number;
  readonly note: string;
  readonly publishedOn: CalendarDate;
  readonly sha256: string;
}

export interface PublicFile {
  readonly format: ReportFormat;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** What the numbers of a column are in. `tenths`: places in tenths of a place. `percent`: tenths of a per cent. */
export type CellUnit = 'count' | 'pounds' | 'tenths' | 'percent' | 'words';

export interface PublicCell {
  /** As it is read: `£1,234.56`, `12`, `[c]`. */
  readonly shown: string;
  /** As a file carries it: pounds, places or per cent as a decimal number in text, `1234.56`. Null for a mark or words. */
  readonly value: string | null;
}

export interface PublicTable {
  readonly id: string;
  readonly title: string;
  /** What the rows are. */
  readonly rowHeading: string;
  readonly columns: readonly { readonly title: string; readonly unit: CellUnit }[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly PublicCell[] }[];
}

export interface PublicSection {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly PublicTable[];
}

export interface PublicReport {
  readonly authority: { readonly slug: string; readonly name: string; readonly isDemonstration: boolean };
  readonly title: string;
  /** `2026-01`. */
  readonly month: string;
  /** `January 2026`. */
  readonly monthTitle: string;
  readonly number: number;
  /** What a correction corrects; empty for the first version. */
  readonly note: string;
  /** The day of publishing, `2026-03-02`. */
  readonly publishedOn: string;
  /** Meeting, item, author, purpose and who votes. */
  readonly front: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly PublicSection[];
}

export interface PublicReportView {
  readonly report: PublicReport;
  readonly sha256: string;
  readonly files: readonly PublicFile[];
  /** All versions of the month, newest first. */
  readonly versions: readonly PublishedVersion[];
}

/**
 * What the Forum is asked (R62). Places in alternative provision and what they cost are for consultation or information:
 * the Forum does not decide them, so no report of them is ever marked as a decision.
 */
export const PURPOSES = { consultation: 'Consultation', information: 'Information' } as const;
export type Purpose = keyof typeof PURPOSES;

export const WORD_FIELDS = [
  { name: 'meeting', label: 'Meeting', long: false },
  { name: 'item', label: 'Agenda item', long: false },
  { name: 'author', label: 'Author', long: false },
  { name: 'voters', label: 'Who may vote', long: false },
  { name: 'recommendations', label: 'Recommendations', long: true },
  { name: 'background', label: 'Background', long: true },
  { name: 'headline', label: 'Headline and what has changed', long: true },
  { name: 'risks', label: 'Risks', long: true },
  { name: 'nextSteps', label: 'Next steps', long: true },
] as const;
export type WordField = (typeof WORD_FIELDS)[number]['name'];

export type OfficerWords = Readonly<Record<WordField, string>> & { readonly purpose: Purpose | '' };

export interface LeaveOutChoice {
  readonly value: string;
  readonly text: string;
}

/** A version that is worked on, with what it would look like to the public. */
export interface OpenReport {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly state: 'draft' | 'signed';
  readonly words: OfficerWords;
  readonly note: string;
  readonly changedBy: string;
  readonly signedBy: string | null;
  /** The person who asks changed it last, so somebody else signs it off. */
  readonly isOwn: boolean;
  readonly missing: readonly string[];
  readonly outdated: string | null;
  readonly leaks: readonly string[];
  /** Null where it gives something away. */
  readonly preview: PublicReport | null;
  /** What the control leaves out besides what is small itself or chosen. */
  readonly secondary: readonly string[];
  readonly leftOut: readonly string[];
  readonly choices: { readonly tables: readonly LeaveOutChoice[]; readonly figures: readonly LeaveOutChoice[] };
}

export interface ForumWork {
  readonly month: Month;
  readonly title: string;
  readonly published: readonly { readonly number: number; readonly note: string }[];
  readonly open: OpenReport | null;
}
