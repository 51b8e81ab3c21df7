import type { PublishedReport, ReportTable, ShownCell } from '../disclosure/report';
import type { ForumDraft } from './forum-draft';
import { GLOSSARY } from './glossary';
import { paragraphsOf } from './officer-words';
import { type CellUnit, type OfficerWords, type PublicCell, type PublicReport, type PublicSection, type PublicTable, PURPOSES } from '../../types';
import { publicNumber } from './public-report';

interface FreezeInput {
  readonly draft: ForumDraft;
  /** The draft's tables after the disclosure control. */
  readonly published: Pick<PublishedReport, 'tables' | 'month' | 'version' | 'title'>;
  readonly notes: readonly string[];
  readonly words: OfficerWords;
  readonly note: string;
  readonly publishedOn: string;
  readonly authority: PublicReport['authority'];
}

/** The report as it is published: front block, sections in the order that the Forum reads them, tables as controlled. */
export function freeze({ draft, published, notes, words, note, publishedOn, authority }: FreezeInput): PublicReport {
  const tables = draft.layout.map((layout, index) => publicTable(layout, published.tables[index] ?? { title: layout.title, columns: [], rows: [] }));
  const some = (...ids: string[]): PublicTable[] => tables.filter((one) => ids.includes(one.id));
  const section = (id: string, heading: string, paragraphs: readonly string[], own: readonly PublicTable[] = []): PublicSection => ({ id, heading, paragraphs, tables: own });
  const explained = draft.reasons.flatMap(({ title, reasons }) => (reasons.length === 0 ? [] : [`${title}: ${reasons.join(' ')}`]));
  const sections: PublicSection[] = [
    section('recommendations', 'Recommendations', paragraphsOf(words.recommendations)),
    section('background', 'Background', paragraphsOf(words.background)),
    section('headline', 'Headline and what has changed', paragraphsOf(words.headline)),
    section('spend', 'Spend by line', ['Amounts are for the financial year, which begins on 1 April. The forecast is what the year comes to if nobody leaves before the planned end of the placement. A total adds up the lines that have a figure.'], some('spend')),
    section('volumes', 'Places and pupils', ['Places taken are whole places, rounded up at each provider. Totals add up the rounded numbers. A pupil who was at two providers counts once in the total.'], some('places')),
    section('five-years', 'Five years', ['[x] stands where there is no data. Nothing is put in its place.'], some('five-years-spend', 'five-years-places')),
    section('exclusions', 'Permanent exclusions', [some('exclusions').length === 0 ? 'Counts of the last term are not shown.' : 'Counts are for the last term that is over, and stay as first published.'], some('exclusions')),
    section('reasons', 'Reasons for variances', explained.length === 0 && some('explained').length === 0 ? ['No variance is of the size that the authority explains.'] : explained, some('explained')),
    section('risks', 'Risks', paragraphsOf(words.risks)),
    section('reserves', 'Reserves brought and carried forward', some('reserves').length === 0 ? ['No reserve is recorded: [x] not available.'] : [], some('reserves')),
    section('next-steps', 'Next steps', paragraphsOf(words.nextSteps)),
    section('glossary', 'Glossary and shorthand', [...GLOSSARY, ...notes, ...draft.sources]),
  ];
  return {
    authority, title: published.title, month: published.month, monthTitle: draft.monthTitle, number: published.version, note, publishedOn,
    front: [
      { label: 'Meeting', value: words.meeting }, { label: 'Agenda item', value: words.item }, { label: 'Author', value: words.author },
      { label: 'Purpose', value: words.purpose === '' ? '' : `For ${PURPOSES[words.purpose].toLowerCase()}` }, { label: 'Who may vote', value: words.voters },
    ],
    sections: sections.filter((one) => one.paragraphs.length > 0 || one.tables.length > 0),
  };
}

function publicTable(layout: ForumDraft['layout'][number], table: ReportTable<ShownCell>): PublicTable {
  return {
    id: layout.id, title: layout.title, rowHeading: layout.rowHeading, columns: layout.columns.map(({ title, unit }) => ({ title, unit })),
    rows: table.rows.map((row) => ({ title: row.title, cells: row.cells.map((cell, index) => publicCell(cell, layout.columns[index]?.unit ?? 'words')) })),
  };
}

/** What is shown alone: no key, no figure behind it. */
function publicCell({ shown }: ShownCell, unit: CellUnit): PublicCell {
  if (typeof shown === 'number') return publicNumber(shown, unit);
  return { shown: shown === '[x]' ? '[x] not available' : shown, value: null };
}
