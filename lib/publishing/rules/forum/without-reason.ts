import type { PublishedReport } from '../disclosure/report';
import type { ForumDraft } from './forum-draft';

/** Lines that the table of explained variances prints and nobody has given a reason for. */
export function withoutReason({ layout, reasons }: Pick<ForumDraft, 'layout' | 'reasons'>, { tables }: Pick<PublishedReport, 'tables'>): string[] {
  const at = layout.findIndex(({ id }) => id === 'explained');
  const given = new Set(reasons.filter((one) => one.reasons.length > 0).map((one) => one.title));
  return (tables[at]?.rows ?? []).map((row) => row.title).filter((title) => !given.has(title));
}
