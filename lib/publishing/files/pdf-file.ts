import { join } from 'node:path';
import { PDFDocument, type StructureElement } from 'pdfkit';
import type { PublicReport, PublicSection } from '../types';
import { versionTitle } from '../rules/forum/report-rows';
import { drawTable } from './pdf-table';

const FONTS = join(process.cwd(), 'app', 'fonts');
const MARGINS = { top: 51, bottom: 60, left: 45, right: 45 } as const;
const SIZES = { H1: 20, H2: 14, P: 10.5 } as const;

/**
 * The report as a tagged PDF (PDF/UA): language, title, headings, paragraphs and tables with their headers are in the
 * structure tree in the order of reading; page numbers are artifacts.
 */
export async function pdfFile(report: PublicReport): Promise<Uint8Array> {
  const title = `${report.title}, ${versionTitle(report)}`;
  const regular = join(FONTS, 'atkinson-latin-400.ttf');
  const pdf = new PDFDocument({
    size: 'A4', margins: MARGINS, pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, lang: 'en-GB', displayTitle: true, bufferPages: true, font: regular,
    info: { Title: title, Author: report.authority.name, Subject: report.title, CreationDate: new Date(`${report.publishedOn}T12:00:00Z`) },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve());
    pdf.on('error', reject);
  });
  pdf.registerFont('regular', regular).registerFont('bold', join(FONTS, 'atkinson-latin-700.ttf'));
  const root = pdf.struct('Document', {});
  pdf.addStructure(root);
  words(pdf, root, 'P', report.authority.name);
  words(pdf, root, 'H1', report.title);
  words(pdf, root, 'P', `${versionTitle(report)}.`);
  if (report.note !== '') words(pdf, root, 'P', `This version is a correction. ${report.note}`);
  if (report.authority.isDemonstration) words(pdf, root, 'P', 'Demonstration: every pupil, place and amount in this report is invented.');
  for (const { label, value } of report.front) words(pdf, root, 'P', `${label}: ${value}`);
  report.sections.forEach((section, index) => drawSection(pdf, root, section, index + 1));
  root.end();
  numberPages(pdf, title);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawSection(pdf: PDFDocument, root: StructureElement, section: PublicSection, number: number): void {
  // A heading stays with what follows it.
  if (pdf.y > pdf.page.height - pdf.page.margins.bottom - 90) pdf.addPage();
  pdf.outline.addItem(section.heading);
  words(pdf, root, 'H2', `${number}. ${section.heading}`);
  for (const one of section.paragraphs) words(pdf, root, 'P', one);
  for (const table of section.tables) drawTable(pdf, root, table);
}

function words(pdf: PDFDocument, parent: StructureElement, kind: keyof typeof SIZES, text: string): void {
  parent.add(pdf.struct(kind, {}, () => {
    pdf.font(kind === 'P' ? 'regular' : 'bold').fontSize(SIZES[kind]).fillColor('#17212b');
    pdf.text(text, pdf.page.margins.left, kind === 'H2' ? pdf.y + 10 : pdf.y, { width: pdf.page.width - pdf.page.margins.left - pdf.page.margins.right });
  }));
  pdf.y += kind === 'P' ? 4 : 6;
}

function numberPages(pdf: PDFDocument, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    const { page } = pdf;
    // Written into the margin, which would else begin a further page.
    page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('regular').fontSize(8.5).text(`${title}. Page ${index + 1} of ${count}`, page.margins.left, page.height - 36, { width: page.width - page.margins.left - page.margins.right, lineBreak: false });
    pdf.endMarkedContent();
    page.margins.bottom = MARGINS.bottom;
  }
}
