import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { type FieldProblem, invalid, invalidAll, stale } from '@/lib/core/refusal';
import { type CheckedPupil, pupilProblems } from '@/lib/pupils/check-pupil';
import { pupilByUpn } from '@/lib/pupils/match-pupil';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import { boolColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { CorrectedPupil } from './correction-input';
import { dutyViewOf } from './duty-view';
import { referralsOfPupil } from './referral-store';
import { contactFacts, pupilFacts } from './corrected-facts';
import { bothVersions, type Change, changesBetween, changesInWords, type Detail, type ExclusionFacts, exclusionDetails, pupilDetails, type PupilFacts } from './rules/corrections';
import { localAuthorities, ownAuthorityCode } from './school-choice';
import { type ExclusionRecord, exclusionsOfPupil } from './store';
import type { DutyView } from './types';

/** A pupil's record at one moment of a correction: its details, and what follows from them. */
export interface Standing {
  readonly pupil: PupilRecord;
  readonly exclusion: ExclusionRecord | null;
  readonly details: readonly Detail[];
  readonly effects: readonly Detail[];
  /** The details in words of any facts of the record, as those above are worded. */
  readonly detailsOf: (pupil: PupilFacts, exclusion: ExclusionFacts | null) => Detail[];
}

/** What stands now; null for no such pupil, or an exclusion of another. */
export async function standingOf(tx: ReadTx, pupilId: string, exclusionId: string | null): Promise<Standing | null> {
  const pupil = await pupilById(tx, pupilId);
  const exclusions = await exclusionsOfPupil(tx, pupilId);
  const exclusion = exclusions.find((one) => one.id === exclusionId) ?? null;
  if (!pupil || (exclusionId !== null && exclusion === null)) return null;
  const names = new Map((await localAuthorities(tx)).map((one) => [one.code, one.name]));
  const nameOf = (code: string): string => names.get(code) ?? code;
  const [calendars, ownCode] = [await loadCalendars(tx), await ownAuthorityCode(tx)];
  const duties = exclusions.flatMap((one): Detail[] => {
    const duty = dutyViewOf(calendars, one, { today: tx.today, metOn: null, ownCode });
    return [
      { label: `Full-time place due after ${one.reference}`, words: dutyWords(duty) },
      { label: `Day-1 target after ${one.reference}, by which the list of pupils waiting is ordered`, words: targetWords(duty) },
    ];
  });
  const counts = (await referralsOfPupil(tx, pupilId)).map((one): Detail => ({
    label: `${one.reference} counts to the quota of`, words: one.establishment_name ?? 'no school: the authority holds the pupil',
  }));
  const detailsOf = (ofPupil: PupilFacts, ofExclusion: ExclusionFacts | null): Detail[] => [...pupilDetails(ofPupil, nameOf), ...(ofExclusion ? exclusionDetails(ofExclusion, nameOf) : [])];
  return { pupil, exclusion, details: detailsOf(pupil, exclusion), effects: [...duties, ...counts], detailsOf };
}

function dutyWords(duty: DutyView): string {
  return duty.kind === 'clock' ? weekdayDateInWords(duty.clock.dueOn) : `no day here (${duty.reason.charAt(0).toLowerCase()}${duty.reason.slice(1)})`;
}

/** R36b: for a pupil who is looked after or has a social worker. */
function targetWords(duty: DutyView): string {
  const target = duty.kind === 'clock' ? duty.clock.dayOneTargetOn : null;
  return target === null ? 'none' : weekdayDateInWords(target);
}

/** Problems of corrected details of a pupil. A year group that is as it was needs no second answer. */
export async function correctionProblems(
  tx: ReadTx, fields: CheckedPupil & Partial<Pick<CorrectedPupil, 'upn'>>, { pupil }: Standing,
): Promise<FieldProblem[]> {
  const other = fields.upn ? await pupilByUpn(tx, fields.upn) : null;
  return [
    ...(await pupilProblems(tx, fields, tx.today)).filter((one) => !isSameYear(fields, pupil) || !one.field?.startsWith('year')),
    ...(other && other.id !== pupil.id ? [{ field: 'upn', message: 'Another pupil on record has this UPN. Check it against the school\u2019s record' }] : []),
  ];
}

function isSameYear(fields: CheckedPupil, pupil: PupilRecord): boolean {
  return fields.bornOn === pupil.born_on && fields.yearGroup === pupil.year_group;
}

/** What is written of a pupil: the note on the year stays while birth date and year group do. */
export function pupilAsCorrected<Typed extends CorrectedPupil>(typed: Typed, { pupil }: Standing): Typed {
  return { ...typed, yearNote: isSameYear(typed, pupil) ? pupil.year_group_note : typed.yearNote };
}

/** Whether a correction moves the pupil's own home authority: not where the pupil has moved since the exclusion. */
export function movesHome({ pupil, exclusion }: Pick<Standing, 'pupil' | 'exclusion'>): boolean {
  return exclusion === null || pupil.home_authority_code === exclusion.home_authority_code;
}

interface Typed {
  readonly pupilVersion: number;
  /** Null where no exclusion is corrected. */
  readonly exclusionVersion: number | null;
  readonly effectsChecked: string;
  readonly contacts: CorrectedPupil['contacts'];
}

/** True when what was typed rests on an older version of the pupil or the exclusion; false while that cannot be told. */
export function isOlder(before: Standing, typed: Partial<Pick<Typed, 'pupilVersion' | 'exclusionVersion'>>): boolean {
  return (typed.pupilVersion !== undefined && typed.pupilVersion !== before.pupil.version)
    || (typed.exclusionVersion !== undefined && typed.exclusionVersion !== (before.exclusion?.version ?? null));
}

const CHANGED_MEANWHILE = 'Somebody changed this record while you had the page open. Nothing of yours was saved';

/** Instead of any question, where the form cannot be read whole yet. */
export const OLDER_AND_UNREADABLE = { field: null, message: `${CHANGED_MEANWHILE}. Mend the fields named here and send it again: what differs is then shown` };

/**
 * Refuses a correction that rests on an older version, showing both. To be asked before any question: its answer may
 * rest on what has changed.
 */
export function refuseOlder(before: Standing, typed: CorrectedPupil & Pick<Typed, 'exclusionVersion'>, exclusion: ExclusionFacts | null): void {
  if (!isOlder(before, typed)) return;
  throw stale(`${CHANGED_MEANWHILE}. Below is what differs; sending this again puts what you typed in place of what stands now`,
    bothVersions(before.details, before.detailsOf(pupilFacts(pupilAsCorrected(typed, before), movesHome(before) ? typed.homeAuthority : before.pupil.home_authority_code), exclusion)));
}

/**
 * The last look at a correction that has been written but not committed: refuses one that changes nothing, and one
 * whose consequences nobody has ticked.
 */
export function settleCorrection(before: Standing, after: Standing, typed: Typed): { changes: Change[]; effects: Change[] } {
  // A contact taken away moves the later ones up: what changed is told by the lines of the form.
  const changes = changesBetween(before.details, after.detailsOf({ ...after.pupil, contacts: contactFacts(typed.contacts) }, after.exclusion));
  if (changes.length === 0) throw invalid(null, 'Nothing differs from the record. Change what is wrong, or leave the page');
  const effects = changesBetween(before.effects, after.effects);
  const question = effects.length === 0 ? '' : `This correction changes what follows. ${changesInWords(effects)}`;
  if (question !== '' && typed.effectsChecked !== question) throw invalid('effectsChecked', question);
  return { changes, effects };
}

export function refuseAny(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw invalidAll(problems);
}

/** Whether the head of the school itself recorded the exclusion. */
export async function wasRecordedBySchool(tx: ReadTx, exclusionId: string): Promise<boolean> {
  const row = await tx.row(z.object({ found: boolColumn }), sql`
    SELECT EXISTS (SELECT 1 FROM permanent_exclusion x
                     JOIN role_assignment r ON r.authority_id = x.authority_id AND r.person_id = x.recorded_by AND r.role = 'headteacher' AND r.establishment_id = x.establishment_id
                    WHERE x.id = ${exclusionId}::uuid) AS found`);
  return row?.found ?? false;
}
