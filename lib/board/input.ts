import { z } from 'zod';
import { isMonth } from '@/lib/charges/rules/months';
import { alongside, choiceInput, dateInput, inOrder, optionalDateInput, optionalIdInput, optionalText, requiredText, versionInput, wholeNumberInput } from '@/lib/core/input';
import { CALCULATION_KEYS } from './rules/catalogue';

/** A number of at most three decimals, kept in thousandths; empty is null. */
function optionalNumberInput(what: string) {
  return z.string().trim().default('').transform((text, context): number | null => {
    if (text === '') return null;
    const plain = text.replaceAll(',', '');
    if (/^\d{1,10}(\.\d{1,3})?$/.test(plain)) return Math.round(Number(plain) * 1000);
    context.addIssue({ code: 'custom', message: `${what} must be a number, for example 52 or 62.5, or empty` });
    return z.NEVER;
  });
}

export const saveMeasureInput = z.object({
  /** Empty for a new measure. */
  measureId: optionalIdInput('The page is out of date. Open it again'),
  version: versionInput,
  name: requiredText('Enter the name', 120),
  definition: requiredText('Enter the definition', 600),
  numerator: requiredText('Enter what is counted', 400),
  denominator: requiredText('Enter what it is counted out of, or that it is a number', 400),
  calculation: choiceInput(CALCULATION_KEYS, 'Choose the calculation'),
  direction: choiceInput(['lower', 'higher'], 'Choose whether lower or higher is better'),
  baseline: optionalNumberInput('Baseline'),
  baselineOn: optionalDateInput('Date of the baseline'),
  baselineSource: requiredText('Say where the baseline is from, or why there is none', 400),
  target: optionalNumberInput('Target'),
  targetOn: optionalDateInput('Date of the target'),
  owner: requiredText('Enter who owns the measure', 120),
  displayOrder: wholeNumberInput('Place in the list', 1, 999),
  shownFrom: dateInput('First day shown'),
  shownTo: optionalDateInput('Last day shown'),
  reason: requiredText('Enter the reason', 400),
}).refine((input) => isPair(input.baseline, input.baselineOn), { path: ['baselineOn'], message: 'Enter the baseline and its date, or neither', when: alongside })
  .refine((input) => isPair(input.target, input.targetOn), { path: ['targetOn'], message: 'Enter the target and its date, or neither', when: alongside })
  .refine((input) => inOrder(input.shownFrom, input.shownTo), { path: ['shownTo'], message: 'Last day shown must be the first day shown or later', when: alongside });

/** Both or neither. A field that could not be read is for its own message. */
function isPair(value: unknown, on: unknown): boolean {
  const isThere = (one: unknown): boolean => one !== null && one !== '' && one !== undefined;
  return isThere(value) === isThere(on);
}

export const ITEM_STATES = ['needed', 'taken', 'withdrawn', 'open', 'closed'] as const;

export const saveItemInput = z.object({
  /** Empty for a new decision or risk. */
  itemId: optionalIdInput('The page is out of date. Open it again'),
  version: versionInput,
  itemKind: choiceInput(['decision', 'risk'], 'Choose whether it is a decision or a risk'),
  itemState: choiceInput(ITEM_STATES, 'Choose how it stands'),
  title: requiredText('Enter it in one line', 160),
  words: requiredText('Enter what the Board must know', 2000),
  owner: requiredText('Enter who owns it', 120),
  dueOn: dateInput('Date due'),
  settledOn: optionalDateInput('Date settled'),
  outcome: optionalText(2000),
});

export const freezePackInput = z.object({
  /** Empty for a new meeting. */
  meetingId: optionalIdInput('The page is out of date. Open it again'),
  /** Packs of the meeting when the form was shown; 0 for a new meeting. */
  version: versionInput,
  title: optionalText(160),
  meetsOn: optionalDateInput('Date of the meeting'),
  note: optionalText(600),
});

export const freezeCloseInput = z.object({ month: z.string().refine(isMonth, { error: 'The page is out of date. Open it again' }) });
