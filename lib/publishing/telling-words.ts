import { conflict } from '@/lib/core/refusal';
import type { ReportVersion } from './report-store';
import type { PublishedReport } from './rules/disclosure/report';
import { withoutLeftOut } from './rules/forum/forum-draft';
import { secretsOf, toldInWords } from './rules/forum/left-out-words';
import { publishedTexts } from './rules/forum/officer-words';

/**
 * The words that a version is published with, against the figures that its tables leave out.
 * @throws Refused conflict, naming each sentence and the cell that it gives away (R75)
 */
export function refuseTellingWords(own: ReportVersion, published: PublishedReport): void {
  const { draft } = withoutLeftOut(own.figures, own.left_out);
  const told = toldInWords(publishedTexts(own.words, own.note, own.figures.reasons), secretsOf(draft, published));
  if (told.length > 0) throw conflict('The words print figures that the report leaves out. Nothing is signed off or published', told);
}
