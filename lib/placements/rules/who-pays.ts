import { isBoundOn, isMemberOn } from '@/lib/agreements/rules/quota';
import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';

/** A school, or the trust that holds a partnership's fund. */
export interface PayingSchool {
  readonly id: string;
  readonly name: string;
}

export interface PayerAnswer {
  /** The question as the reader asks it: "Does Wales High School pay?" or "Who pays?". */
  readonly question: string;
  readonly answer: string;
}

/**
 * Who pays for use over the quota, answered from the agreement's payer. For a school: whether it does.
 *
 * @param school the reader's school, or null for a reader of the whole partnership
 */
export function whoPays(terms: AgreementTerms, fundHolder: PayingSchool | null, school: PayingSchool | null, today: CalendarDate): PayerAnswer {
  if (school === null) return { question: 'Who pays?', answer: partnershipAnswer(terms, fundHolder) };
  const question = `Does ${school.name} pay?`;
  const signed = terms.schools.find((one) => one.schoolId === school.id);
  if (!signed || !isMemberOn(signed, today)) return { question, answer: 'No. It is not a member of this partnership today.' };
  if (!isBoundOn(signed, today)) return { question, answer: 'No. No binding agreement with it is in force, so its pupils do not count to the quota.' };
  switch (terms.payer) {
    case 'fund_holder_school':
      return fundHolder?.id === school.id
        ? { question, answer: `Yes. ${school.name} holds the partnership's fund, and the fund-holder school pays for the whole partnership.` }
        : { question, answer: `No. ${fundHolder?.name ?? 'The fund-holder school'} holds the partnership's fund and pays.` };
    case 'fund_holder_trust':
      return { question, answer: `No. ${fundHolder?.name ?? 'The fund-holder trust'} holds the partnership's fund and pays for the whole partnership.` };
    case 'excluding_school':
      return { question, answer: 'Only for its own pupils: the school that excluded the pupil pays, and for other routes the main school. The latest stay to begin is over the quota first.' };
    case 'devolved_pot':
      return { question, answer: "No. It comes off the partnership's devolved funding." };
  }
}

function partnershipAnswer(terms: AgreementTerms, fundHolder: PayingSchool | null): string {
  switch (terms.payer) {
    case 'fund_holder_school': return `${fundHolder?.name ?? 'The fund-holder school'}, which holds the partnership's fund, pays for the whole partnership.`;
    case 'fund_holder_trust': return `${fundHolder?.name ?? 'The fund-holder trust'}, which holds the partnership's fund, pays for the whole partnership.`;
    case 'excluding_school': return 'The school that excluded the pupil pays, and for other routes the main school. The latest stay to begin is over the quota first.';
    case 'devolved_pot': return "It comes off the partnership's devolved funding.";
  }
}
