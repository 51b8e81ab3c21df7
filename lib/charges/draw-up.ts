import { createHash } from 'node:crypto';
import { type KeptAgreement, loadAgreements } from '@/lib/agreements/store';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { loadCalendars } from '@/lib/calendars/store';
import { addDays, type CalendarDate, minDate } from '@/lib/core/calendar-date';
import { conflict } from '@/lib/core/refusal';
import { loadSettings } from '@/lib/organisations/settings';
import { DAYS_BACK } from '@/lib/placements/quota-effect';
import { loadPlacements } from '@/lib/placements/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { draftLines } from './rules/draft-lines';
import { type KeptTerms, keptTermsOf } from './rules/kept-terms';
import { linesText } from './rules/line-groups';
import { firstDayOf, lastDayOf, type Month, monthOf } from './rules/months';
import { earlierTerms, loadRuns, loadStanding, loadStatements, termsAsJson } from './store';
import type { DraftLine } from './types';

/** What a month's run says as the record stands now. */
export interface DrawnUp {
  readonly lines: readonly DraftLine[];
  /** Each partnership with an agreement in the month, or with a correction. */
  readonly statements: readonly { readonly agreement: KeptAgreement; readonly terms: KeptTerms }[];
  /** The same for the same lines and terms. */
  readonly hash: string;
}

/** Draws up a month from agreements, placements and what is posted. Nothing is written. */
export async function drawUp(tx: ReadTx, month: Month): Promise<DrawnUp> {
  const [runs, kept] = [await loadRuns(tx), await loadStatements(tx)];
  const [firstOn, lastOn] = [firstDayOf(runs[0] && runs[0].month < month ? runs[0].month : month), lastDayOf(month)];
  const agreements = await loadAgreements(tx, firstOn, lastOn);
  if (agreements.length === 0) return { lines: [], statements: [], hash: hashOf([], []) };
  const standing = await loadStanding(tx, runs);
  const from = addDays(agreements.map((one) => one.terms.firstOn).reduce(minDate), -DAYS_BACK);
  const placements = await loadPlacements(tx, from, lastOn);
  const lines = agreements.flatMap(({ terms, fundHolderId }) => {
    const schools = new Set(terms.schools.map((school) => school.schoolId));
    const earlier = earlierTerms(runs, kept, terms.partnershipId, monthOf(terms.firstOn), month);
    const inYear = new Map([...earlier].filter(([one]) => one <= monthOf(terms.lastOn)));
    return draftLines(
      { terms, fundHolderId }, placements.filter((one) => one.attributedSchoolId !== null && schools.has(one.attributedSchoolId)), month, inYear,
      standing.filter((line) => line.partnershipId === terms.partnershipId),
    );
  });
  const statements = statementsOf(agreements, lines, firstDayOf(month), lastOn);
  return { lines, statements, hash: hashOf(lines, statements) };
}

/** The agreement of the month for each partnership; for one that has none any more and still a correction, its last. */
function statementsOf(agreements: readonly KeptAgreement[], lines: readonly DraftLine[], firstOn: CalendarDate, lastOn: CalendarDate): DrawnUp['statements'] {
  const byPartnership = new Map<string, KeptAgreement>();
  for (const agreement of [...agreements].sort((a, b) => (a.terms.firstOn < b.terms.firstOn ? -1 : 1))) {
    const { partnershipId } = agreement.terms;
    const inForce = agreement.terms.firstOn <= lastOn && agreement.terms.lastOn >= firstOn;
    if (inForce || lines.some((line) => line.partnershipId === partnershipId)) byPartnership.set(partnershipId, agreement);
  }
  return [...byPartnership.values()].map((agreement) => ({ agreement, terms: keptTermsOf(agreement.terms, agreement.fundHolderId) }));
}

function hashOf(lines: readonly DraftLine[], statements: DrawnUp['statements']): string {
  const said = [...lines].map((line) => `${line.kind} ${line.partnershipId} ${line.placementId} ${line.reason} ${linesText([line])}`).sort();
  return createHash('sha256').update(JSON.stringify([said, statements.map(({ terms }) => termsAsJson(terms)).sort()])).digest('hex');
}

/** The last day for queries on a statement sent today; refused where no calendar reaches that far. */
export async function replyByFromToday(tx: ReadTx): Promise<CalendarDate> {
  const { draft_statement_open: days } = await loadSettings(tx);
  const schoolDays = (await loadCalendars(tx)).forEstablishment(null);
  const last = attemptCount(() => schoolDays.nthSchoolDayAfter(tx.today, days));
  if (last.kind === 'refused') throw conflict(last.refusal.message);
  return last.value;
}
