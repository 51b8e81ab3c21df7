import type { CalendarDate } from '@/lib/core/calendar-date';
import type { PlaceKind, Route } from '@/lib/placements/types';
import type { SEN_PROVISION } from '@/lib/pupils/rules/sen-types';

export const IMPORT_KINDS = ['places', 'exclusions', 'placements'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** One column of a file, as the template has it. */
export interface ColumnSpec {
  readonly key: string;
  readonly header: string;
  /** Other headings that are taken for this one; compared without case, spaces and punctuation. */
  readonly also: readonly string[];
  /** The file must have the column. A cell of it may still be empty where `mayBeEmpty`. */
  readonly inFile: boolean;
  readonly mayBeEmpty: boolean;
  /** What to write in it, in words. */
  readonly what: string;
  readonly example: string;
}

/** One record of the file by column key. `row` is the number Excel shows: the header is row 1. */
export interface FileRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What is wrong with one cell or row, and what to do. `column` is a heading; empty for the row as a whole. */
export interface RowProblem {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
  readonly toDo: string;
  /** Days and records in the way, or what could be had instead, a line each. */
  readonly lines?: readonly string[];
}

/** Records that a row of a file is about; what else it made or changed (pupil, request, school roll) stands behind them. */
export const LISTED_SUBJECTS: readonly string[] = ['placement', 'exclusion', 'places'];

/** What a row that can be imported comes to. */
export interface RowResult {
  readonly row: number;
  readonly result: 'create' | 'on_record' | 'repeated';
}

/** What a file may say of a pupil beside name and school; null where it says nothing. */
export interface PupilCare {
  /** DfE number of the authority that looks after the pupil. */
  readonly lookedAfterBy: string | null;
  readonly hasSocialWorker: boolean | null;
  readonly senProvision: (typeof SEN_PROVISION)[number] | null;
  /** Codes of the census, the main one first. */
  readonly needs: readonly string[] | null;
  readonly language: string | null;
  readonly homePostcode: string | null;
}

export interface PupilFact extends PupilCare {
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: CalendarDate;
  readonly upn: string | null;
  readonly yearGroup: number;
  readonly sex: 'F' | 'M';
  /** DfE number of the authority the pupil lives in. */
  readonly homeAuthority: string;
}

export interface PlacementFact {
  readonly pupil: PupilFact;
  readonly schoolId: string | null;
  readonly route: Route;
  readonly siteId: string;
  readonly placeKind: PlaceKind;
  readonly shareTenths: number;
  /** Null while the pupil is expected and has not started. */
  readonly startedOn: CalendarDate | null;
  readonly plannedFirstOn: CalendarDate;
  readonly plannedLastOn: CalendarDate;
}

export interface ExclusionFact {
  readonly pupil: PupilFact;
  readonly schoolId: string;
  readonly excludedOn: CalendarDate;
  /** `hh:mm`. */
  readonly excludedAt: string;
  readonly afternoonBegan: boolean;
  readonly reasonSet: 'A' | 'B';
  readonly reasons: readonly string[];
  readonly decidedBy: string;
}

export interface PlacesFact {
  readonly siteId: string;
  readonly placeKind: PlaceKind;
  readonly effectiveOn: CalendarDate;
  readonly places: number;
  readonly reason: string;
}

/** A fact with the row it came from. */
export interface FromRow<Fact> {
  readonly row: FileRow;
  readonly fact: Fact;
}

/** The dates of a row by column key, and the school or site whose school days count for them. */
export interface DatedRow {
  readonly row: FileRow;
  readonly whereId: string;
  readonly dates: Readonly<Record<string, CalendarDate | null>>;
}

/** Facts out of a file, what is wrong with the rows that gave none, and what is odd about the others. */
export interface ReadRows<Fact> {
  readonly facts: readonly FromRow<Fact>[];
  readonly problems: readonly RowProblem[];
  readonly remarks: readonly RowProblem[];
  /** Dates of the rows that gave no fact, so that what is odd about them is told together with what is wrong. */
  readonly dated: readonly DatedRow[];
}

/** A school as a file may name it. */
export interface KnownSchool {
  readonly id: string;
  readonly name: string;
  readonly urn: string | null;
  readonly laestab: string | null;
  readonly closedOn: CalendarDate | null;
}

export interface KnownSite {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly lowYear: number;
  readonly highYear: number;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
}

/** Everything a file's words are looked up in. */
export interface KnownWords {
  readonly today: CalendarDate;
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  readonly schools: readonly KnownSchool[];
  readonly sites: readonly KnownSite[];
  /** The day from which reason code set B is in force, or null. */
  readonly setBFrom: CalendarDate | null;
}

/** What a check or an import found. Rows read = created + unchanged + repeated + rejected; an import never writes over a record. */
export interface ImportReport {
  readonly rowsRead: number;
  readonly created: number;
  /** Rows that say what is on record. */
  readonly unchanged: number;
  /** Rows that say again what an earlier row of the file says. */
  readonly repeated: number;
  readonly rejected: number;
  readonly blankRows: number;
  readonly columnsUsed: readonly string[];
  readonly columnsIgnored: readonly string[];
  readonly problems: readonly RowProblem[];
  /** What is odd about rows without stopping them. */
  readonly remarks: readonly RowProblem[];
  /** Every row without a problem, in the order of the file. */
  readonly rows: readonly RowResult[];
}
