import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { type SEN_PROVISION, senProvisionInWords, senTypeName } from '@/lib/pupils/rules/sen-types';
import { yearGroupInWords } from '@/lib/pupils/rules/year-group';

/** Contacts of a record that the form of a correction offers; a record rarely has more than two. */
export const CONTACTS_OFFERED = 4;

/** A detail of a record in words. */
export interface Detail {
  readonly label: string;
  readonly words: string;
}

/** A detail that a correction changed. */
export interface Change {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The details of a pupil that a correction may change. */
export interface PupilFacts {
  readonly first_name: string;
  readonly last_name: string;
  readonly born_on: CalendarDate;
  readonly sex: string;
  readonly upn: string | null;
  readonly year_group: number;
  readonly year_group_note: string;
  readonly home_address: string;
  readonly home_postcode: string;
  readonly home_authority_code: string;
  readonly language: string;
  readonly needs_interpreter: boolean;
  readonly sen_provision: (typeof SEN_PROVISION)[number];
  readonly looked_after_by: string | null;
  readonly previously_looked_after: boolean;
  readonly has_social_worker: boolean;
  readonly social_worker_contact: string;
  readonly needs: readonly string[];
  /** In the order of the record; one with an empty name is none, or was taken away. */
  readonly contacts: readonly { readonly name: string; readonly relationship: string; readonly phone: string }[];
}

/** The details of an exclusion that a correction may change. */
export interface ExclusionFacts {
  readonly excluded_on: CalendarDate;
  readonly excluded_at_time: string | null;
  readonly after_afternoon_began: boolean;
  readonly decided_by: string;
  readonly reasons: readonly string[];
  readonly home_authority_code: string;
  readonly no_exam_left: boolean;
}

const NONE = 'none';

/** A pupil's details in words; `authorityName` gives an authority's name by its code. */
export function pupilDetails(pupil: PupilFacts, authorityName: (code: string) => string): Detail[] {
  return [
    { label: 'First name', words: pupil.first_name },
    { label: 'Last name', words: pupil.last_name },
    { label: 'Birth date', words: dateInWords(pupil.born_on) },
    { label: 'Sex', words: pupil.sex === 'F' ? 'Female' : 'Male' },
    { label: 'UPN', words: pupil.upn ?? NONE },
    { label: 'Year group', words: yearGroupInWords(pupil.year_group) },
    { label: 'Why not in the usual year', words: pupil.year_group_note || NONE },
    { label: 'Home address', words: pupil.home_address || NONE },
    { label: 'Postcode', words: pupil.home_postcode || NONE },
    { label: 'Authority the pupil lives in', words: authorityName(pupil.home_authority_code) },
    { label: 'Language at home', words: pupil.needs_interpreter ? `${pupil.language}, interpreter needed` : pupil.language },
    ...pupil.contacts.map((one, index) => ({ label: `Contact ${index + 1}`, words: one.name === '' ? NONE : [one.name, one.relationship, one.phone].filter(Boolean).join(', ') })),
    { label: 'Special educational needs', words: senProvisionInWords(pupil.sen_provision) },
    { label: 'Looked after by', words: pupil.looked_after_by === null ? 'nobody' : authorityName(pupil.looked_after_by) },
    { label: 'Previously looked after', words: pupil.previously_looked_after ? 'yes' : 'no' },
    { label: 'Social worker', words: pupil.has_social_worker ? 'yes' : 'no' },
    { label: 'Social worker\u2019s name and telephone', words: pupil.social_worker_contact || NONE },
    { label: 'Needs', words: pupil.needs.map(senTypeName).join(', ') || NONE },
  ];
}

/** An exclusion's details in words. */
export function exclusionDetails(exclusion: ExclusionFacts, authorityName: (code: string) => string): Detail[] {
  return [
    { label: 'Date of the exclusion', words: dateInWords(exclusion.excluded_on) },
    { label: 'Time of the exclusion', words: exclusion.excluded_at_time ?? NONE },
    { label: 'Afternoon session had begun', words: exclusion.after_afternoon_began ? 'yes' : 'no' },
    { label: 'Who decided', words: exclusion.decided_by || NONE },
    { label: 'Reasons', words: exclusion.reasons.join(', ') },
    { label: 'Home authority of the exclusion', words: authorityName(exclusion.home_authority_code) },
    { label: 'No public exam left', words: exclusion.no_exam_left ? 'yes' : 'no' },
  ];
}

/** The details that differ, in the order of the second list; one that stands in one list only was or is "none". */
export function changesBetween(before: readonly Detail[], after: readonly Detail[]): Change[] {
  return after.flatMap(({ label, words }) => {
    const was = before.find((one) => one.label === label)?.words ?? NONE;
    return was === words ? [] : [{ label, before: was, after: words }];
  });
}

/** "Birth date: 3 May 2012 instead of 5 March 2012. Postcode: ...". */
export function changesInWords(changes: readonly Change[]): string {
  return changes.map((one) => `${one.label}: ${one.after} instead of ${one.before}`).join('. ');
}

/** Both versions of every detail in which they differ, for the second of two people who change one record. */
export function bothVersions(now: readonly Detail[], typed: readonly Detail[]): string[] {
  return changesBetween(now, typed).map((one) => `${one.label}: now ${one.before}; you typed ${one.after}`);
}
