import { z } from 'zod';
import { alongside, choiceInput, dateInput, idInput, optionalDateInput, optionalText, requiredText, timeInput, versionInput, wholeNumberInput, optionalIdInput } from '@/lib/core/input';
import { pupilFields } from '@/lib/pupils/input';

/** The value of the list of schools that means "named in words below". */
export const SCHOOL_ELSEWHERE = 'elsewhere';

const reason = z.string().trim().default('');

interface SchoolAnswer { readonly schoolId?: unknown; readonly elsewhereSchool?: unknown; readonly elsewhereAuthority?: unknown }

function isNamedWhenElsewhere(field: 'elsewhereSchool' | 'elsewhereAuthority') {
  return (value: SchoolAnswer): boolean => value.schoolId !== SCHOOL_ELSEWHERE || (typeof value[field] === 'string' && value[field] !== '');
}

export const recordExclusionInput = z.object({
  excludedOn: dateInput('Date of the exclusion'),
  /** The questions about the day and about the time, each sent back by the tick that answers it. */
  dayChecked: z.string().default(''),
  timeChecked: z.string().default(''),
  excludedAt: timeInput('Time of the exclusion'),
  afternoonBegan: choiceInput(['yes', 'no'], 'Say whether the afternoon session had begun'),
  schoolId: z.union([z.uuid({ error: 'Choose the school' }), z.literal(SCHOOL_ELSEWHERE, { error: 'Choose the school' })], { error: 'Choose the school' }),
  elsewhereSchool: optionalText(200),
  elsewhereAuthority: optionalText(8),
  decidedBy: requiredText('Enter who decided: the name and post of the head or the acting head', 200),
  mainReason: requiredText('Choose the main reason', 2),
  secondReason: reason,
  thirdReason: reason,
  noExamLeft: z.boolean(),
  askedFor: optionalText(),
  ...pupilFields,
})
  .refine(isNamedWhenElsewhere('elsewhereSchool'), { path: ['elsewhereSchool'], error: 'Enter the name of the school elsewhere', when: alongside })
  .refine(isNamedWhenElsewhere('elsewhereAuthority'), { path: ['elsewhereAuthority'], error: 'Choose the authority the school is in', when: alongside });

const exclusion = { exclusionId: idInput, version: versionInput };

export const DISCUSSION_OUTCOMES = ['goes_on', 'being_reconsidered'] as const;

export const discussInput = z.object({
  referralId: idInput,
  referralVersion: versionInput,
  happenedOn: dateInput('Date of the talk'),
  withWhom: requiredText('Enter who was spoken to', 200),
  challenge: requiredText('Say what was asked or challenged'),
  alternatives: optionalText(),
  outcome: choiceInput(DISCUSSION_OUTCOMES, 'Choose how the talk ended'),
  note: optionalText(),
});

export const decideInput = z.object({
  ...exclusion,
  decision: choiceInput(['upheld', 'reinstated'], 'Choose what the governing board decided'),
  decidedOn: dateInput('Date of the decision'),
  decisionNote: optionalText(),
  /** The places that end with a reinstatement, as the check page showed them. */
  seen: z.string().default(''),
});

/** Days in halves, as sessions: `3.5` is 7. */
const daysOutInput = z.string().trim().default('').transform((text, context): number => {
  if (text === '') return 0;
  const match = /^(\d{1,3})(?:\.([05]))?$/.exec(text);
  if (match) return Number(match[1]) * 2 + (match[2] === '5' ? 1 : 0);
  context.addIssue({ code: 'custom', message: 'Days must be a number in halves, for example 3 or 3.5' });
  return z.NEVER;
});

export const rescindInput = z.object({
  ...exclusion,
  cancelledOn: dateInput('Date of the cancellation'),
  cancelReason: requiredText('Say why the head cancelled the exclusion'),
  boardBegan: choiceInput(['yes', 'no'], 'Say whether the governing board has begun its meeting'),
  otherSessionsOut: daysOutInput,
  /** The places that end, as the check page showed them. */
  seen: z.string().default(''),
});

export const REFERRAL_ROUTES = ['preventative', 'fair_access', 'ehc_plan', 'medical', 'short_break', 'authority_placed'] as const;

export const recordReferralInput = z.object({
  route: choiceInput(REFERRAL_ROUTES, 'Choose the route'),
  schoolId: optionalIdInput('Choose the school, or leave it empty'),
  receivedOn: dateInput('Date received'),
  wantedFrom: optionalDateInput('Date wanted from'),
  wantedTo: optionalDateInput('Last day wanted'),
  shareTenths: wholeNumberInput('Share', 1, 10),
  askedFor: requiredText('Say what was asked for'),
  ...pupilFields,
});

const referral = { referralId: idInput, referralVersion: versionInput };

export const interimInput = z.object({
  ...referral,
  kind: choiceInput(['tuition', 'online'], 'Choose tuition or online education'),
  providerName: requiredText('Enter who provides it', 200),
  hoursPerWeek: z.string().trim().transform((text, context): number => {
    const hours = /^\d{1,2}(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
    if (hours > 0 && hours <= 40) return hours;
    context.addIssue({ code: 'custom', message: 'Hours a week must be a number above 0 and up to 40, for example 12 or 12.5' });
    return z.NEVER;
  }),
  firstOn: dateInput('First day'),
  lastOn: dateInput('Last day'),
  reason: requiredText('Say why no full-time place has started'),
});

export const endInterimInput = z.object({ interimId: idInput, version: versionInput, endedOn: dateInput('Last day of the education') });

export const noPlaceInput = z.object({
  ...referral,
  note: requiredText('Say which sites were asked and what stopped each'),
  nextAction: requiredText('Say what is done next, by whom and by when'),
});

export const finishTaskInput = z.object({ taskId: idInput, version: versionInput, doneNote: requiredText('Say what was done') });

export const tellNoticesInput = z.object({
  exclusionId: idInput,
  notices: z.array(z.string()).min(1, 'Choose who was told'),
  toldOn: dateInput('Day they were told'),
  toldBy: requiredText('Enter who told them', 200),
});
