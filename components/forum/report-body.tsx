import { Flow } from '@/components/reports/flow';
import { Prose } from '@/components/ui/prose';
import { SummaryList } from '@/components/ui/summary-list';
import type { PublicReport, PublicSection } from '@/lib/publishing/types';
import { ReportTable } from './report-table';

/** A report from its front block to the glossary: the accessible original, as it was frozen. Level 2 headings, or 3 below another. */
export function ReportBody({ report, level = 2 }: { report: PublicReport; level?: 2 | 3 }) {
  return (
    <div className="fp-forum"><Flow>
      <SummaryList rows={report.front.map(({ label, value }) => ({ label, value }))} />
      {report.sections.map((section, index) => <Section key={section.id} section={section} number={index + 1} level={level} />)}
    </Flow></div>
  );
}

function Section({ section, number, level }: { section: PublicSection; number: number; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={`section-${section.id}`}>
      <Flow>
        <Heading id={`section-${section.id}`}>{number}. {section.heading}</Heading>
        {section.paragraphs.length > 0 ? <Prose>{section.paragraphs.map((one) => <p key={one}>{one}</p>)}</Prose> : null}
        {section.tables.map((table) => <ReportTable key={table.id} table={table} />)}
      </Flow>
    </section>
  );
}
