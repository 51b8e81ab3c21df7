import { z } from 'zod';
import { isMonth } from '@/lib/charges/rules/months';
import { choiceInput, idInput, optionalText, versionInput } from '@/lib/core/input';
import { NEVER_A_DECISION } from './rules/forum/officer-words';

const monthInput = z.string().refine(isMonth, { error: 'The page is out of date. Open it again' });
const named = { reportId: idInput, version: versionInput };

export const draftReportInput = z.object({ month: monthInput });
export const writeReportInput = z.object({
  ...named, note: optionalText(500), purpose: choiceInput(['consultation', 'information'], NEVER_A_DECISION),
  meeting: optionalText(200), item: optionalText(200), author: optionalText(200), voters: optionalText(300),
  recommendations: optionalText(5000), background: optionalText(5000), headline: optionalText(5000), risks: optionalText(5000), nextSteps: optionalText(5000),
});
export const leaveOutInput = z.object({ ...named, leftOut: z.array(z.string().max(300)).max(500) });
export const namedReportInput = z.object(named);
/** `confirmed` sends the question back that the signer has answered. */
export const signReportInput = z.object({ ...named, confirmed: optionalText(20_000) });
