import { z } from 'zod';
import { choiceInput, idInput, requiredText, versionInput } from '@/lib/core/input';
import { isMonth } from './rules/months';

const monthInput = z.string().refine(isMonth, { error: 'The page is out of date. Open it again' });

export const draftRunInput = z.object({ month: monthInput });
export const postRunInput = z.object({ runId: idInput, version: versionInput });
export const closePeriodInput = z.object({ periodId: idInput });
export const queryLinesInput = z.object({
  statementId: idInput, placementId: idInput, words: requiredText('Say what is wrong with these lines, for example the day on which the pupil left', 1000),
});
export const answerQueryInput = z.object({
  queryId: idInput, version: versionInput,
  answer: choiceInput(['upheld', 'refused'], 'Choose whether the query is upheld or refused'),
  answerWords: requiredText('Enter the reason that the partnership reads', 1000),
});
