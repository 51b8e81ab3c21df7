import { z } from 'zod';
import { isMonth } from '@/lib/charges/rules/months';
import { choiceInput, dateInput, moneyInput, optionalText, requiredText, wholeNumberInput } from '@/lib/core/input';
import { isFinancialYear } from './rules/financial-year';
import { ENTERED_LINES, SPEND_LINES } from './types';

const lineInput = choiceInput(SPEND_LINES, 'Choose a line');
const yearInput = z.string().refine(isFinancialYear, { error: 'Choose a financial year' });
const monthInput = z.string().refine(isMonth, { error: 'Choose a month' });
const providerInput = z.string().refine((text) => z.uuid().safeParse(text).success, { error: 'Choose a provider' });
const sourceInput = requiredText('Say where the figure comes from, for example the budget book or an invoice number', 300);
const paidByInput = choiceInput(['authority', 'department', 'schools'], 'Choose who pays');

/** Twelve whole numbers from April; nothing for even months. */
const profileInput = z.string().default('').transform((text, context): number[] => {
  const parts = text.trim() === '' ? Array.from({ length: 12 }, () => '1') : text.trim().split(/[\s,;]+/);
  const weights = parts.map(Number);
  if (weights.length === 12 && weights.every((one) => Number.isInteger(one) && one >= 0 && one <= 10_000) && weights.some((one) => one > 0)) return weights;
  context.addIssue({ code: 'custom', message: 'Months must be twelve whole numbers from April to March, for example 1 1 1 1 0 1 1 1 1 1 1 1, or empty for even months' });
  return z.NEVER;
});

export const enterBudgetInput = z.object({
  line: lineInput, year: yearInput, amount: moneyInput('Budget'), profile: profileInput, source: sourceInput, reason: optionalText(500),
});

export const PRICE_BASES = ['year_190', 'year_195', 'year_365', 'week', 'day'] as const;
export const enterPriceInput = z.object({
  providerId: providerInput, priceKind: choiceInput(['place', 'pupil'], 'Choose what the price is of'), paidBy: paidByInput, amount: moneyInput('Price'),
  basis: choiceInput(PRICE_BASES, 'Choose what the price is for'), firstOn: dateInput('First day'), source: sourceInput,
});

export const changePlacesInput = z.object({
  providerId: providerInput, boughtBy: choiceInput(['authority', 'department', 'schools'], 'Choose who buys the places'),
  change: choiceInput(['more', 'fewer'], 'Choose whether places are added or given up'), places: wholeNumberInput('Places', 1, 999), firstOn: dateInput('First day'), source: sourceInput,
});

export const enterAmountInput = z.object({
  line: choiceInput(ENTERED_LINES, 'Choose a line'), month: monthInput,
  entryKind: choiceInput(['actual', 'estimate'], 'Choose whether it is spent or an estimate'), direction: choiceInput(['spend', 'credit'], 'Choose whether it adds to the spend or takes from it'),
  amount: moneyInput('Amount'), source: sourceInput, reason: requiredText('Say what it is for', 500),
});

export const enterReserveInput = z.object({
  name: requiredText('Enter the name of the reserve', 120), year: yearInput, reserveEnd: choiceInput(['brought_forward', 'carried_forward'], 'Choose which end of the year'),
  sign: choiceInput(['surplus', 'deficit'], 'Choose whether the reserve is in hand or overdrawn'), amount: moneyInput('Amount'), source: sourceInput,
});

export const setTargetInput = z.object({
  line: lineInput, name: requiredText('Enter the name of the target', 120), baseline: moneyInput('Baseline'), target: moneyInput('Target'), year: yearInput, lastYear: yearInput,
  source: sourceInput,
});

export const noteMonthInput = z.object({
  month: z.string().refine(isMonth, { error: 'The page is out of date. Open it again' }), noteKind: choiceInput(['reason', 'decision'], 'The page is out of date. Open it again'),
  line: z.union([z.literal('').transform(() => null), z.enum(SPEND_LINES)], { error: 'Choose a line' }).default(null),
  notedOn: dateInput('Date'), who: requiredText('Enter who decided or says so', 200), words: requiredText('Enter what was decided, or why', 1000),
});
