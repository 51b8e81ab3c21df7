/** What officers write for a report, and what R62 lets it be for. */
import { type OfficerWords, WORD_FIELDS } from '../../types';

export const NEVER_A_DECISION = 'Choose consultation or information. Charges and alternative provision are never a decision of the Schools Forum (R62)';

export const NO_WORDS: OfficerWords = {
  purpose: '', meeting: '', item: '', author: '', voters: '', recommendations: '', background: '', headline: '', risks: '', nextSteps: '',
};

/** The labels of what is still to be written before the report can be signed off. */
export function missingWords(words: OfficerWords, isCorrection: boolean, note: string): string[] {
  return [
    ...(words.purpose === '' ? ['Purpose'] : []),
    ...WORD_FIELDS.filter(({ name }) => words[name] === '').map(({ label }) => label),
    ...(isCorrection && note === '' ? ['What is corrected'] : []),
  ];
}

/** Paragraphs as typed, parted by empty lines. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\r?\n\s*\r?\n/).map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== '');
}

/** Every text of people that a report is published with, and where it stands. */
export function publishedTexts(words: OfficerWords, note: string, reasons: readonly { readonly title: string; readonly reasons: readonly string[] }[]): { readonly where: string; readonly text: string }[] {
  return [
    ...WORD_FIELDS.map(({ name, label }) => ({ where: label, text: words[name] })), { where: 'What is corrected', text: note },
    ...reasons.map((one) => ({ where: `Reason for the variance of ${one.title}`, text: one.reasons.join('\n') })),
  ];
}
