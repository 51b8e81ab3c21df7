import type { PDFDocument, StructureElement } from 'pdfkit';
import type { PublicTable } from '../types';

/** £10,000,000.00 fits a column of six. */
const SIZE = 8;
const GAP = 4;
/** Part of the width that the row titles take. */
const FIRST = 0.2;

interface Grid {
  readonly left: number;
  readonly first: number;
  readonly other: number;
}

interface Line {
  readonly texts: readonly string[];
  readonly isHead: boolean;
}

/** A table with its caption; rows stay whole, and on a further page the head is drawn again as an artifact. */
export function drawTable(pdf: PDFDocument, parent: StructureElement, table: PublicTable): void {
  const { width, margins } = pdf.page;
  const whole = width - margins.left - margins.right;
  const grid: Grid = { left: margins.left, first: whole * FIRST, other: (whole * (1 - FIRST)) / Math.max(1, table.columns.length) };
  const head: Line = { texts: [table.rowHeading, ...table.columns.map((column) => column.title)], isHead: true };
  const element = pdf.struct('Table', {});
  parent.add(element);
  pdf.y += 4;
  makeRoom(pdf, 3 * heightOf(pdf, grid, head));
  element.add(pdf.struct('Caption', {}, () => {
    pdf.font('bold').fontSize(SIZE + 1).fillColor('#17212b').text(table.title, grid.left, pdf.y, { width: whole });
  }));
  pdf.y += GAP;
  drawRow(pdf, element, grid, head);
  for (const row of table.rows) {
    const line: Line = { texts: [row.title, ...row.cells.map((cell) => cell.shown)], isHead: false };
    if (makeRoom(pdf, heightOf(pdf, grid, line))) drawRow(pdf, null, grid, head);
    drawRow(pdf, element, grid, line);
  }
  element.end();
  pdf.y += 10;
}

function widthOf(grid: Grid, index: number): number {
  return (index === 0 ? grid.first : grid.other) - GAP;
}

function heightOf(pdf: PDFDocument, grid: Grid, { texts }: Line): number {
  // The bold letters are the wider ones.
  pdf.font('bold').fontSize(SIZE);
  return Math.max(...texts.map((text, index) => pdf.heightOfString(text, { width: widthOf(grid, index) }))) + 2 * GAP;
}

/** True where a further page was begun. */
function makeRoom(pdf: PDFDocument, height: number): boolean {
  if (pdf.y + height <= pdf.page.height - pdf.page.margins.bottom) return false;
  pdf.addPage();
  return true;
}

/** One row; without a parent it is an artifact: the head drawn again. */
function drawRow(pdf: PDFDocument, parent: StructureElement | null, grid: Grid, line: Line): void {
  const top = pdf.y;
  const height = heightOf(pdf, grid, line);
  const draw = (text: string, index: number): void => {
    const isHeading = line.isHead || index === 0;
    const x = index === 0 ? grid.left : grid.left + grid.first + (index - 1) * grid.other;
    pdf.font(isHeading ? 'bold' : 'regular').fontSize(SIZE).fillColor('#17212b').text(text, x, top + GAP, { width: widthOf(grid, index), align: index === 0 ? 'left' : 'right' });
  };
  if (parent === null) {
    pdf.markContent('Artifact', { type: 'Pagination' });
    line.texts.forEach(draw);
    pdf.endMarkedContent();
  } else {
    const row = pdf.struct('TR', {});
    parent.add(row);
    line.texts.forEach((text, index) => {
      const scope = line.isHead ? 'Column' as const : 'Row' as const;
      row.add(line.isHead || index === 0 ? pdf.struct('TH', { scope }, () => draw(text, index)) : pdf.struct('TD', {}, () => draw(text, index)));
    });
    row.end();
  }
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.lineWidth(line.isHead ? 1 : 0.5).strokeColor('#6b7783').moveTo(grid.left, top + height).lineTo(grid.left + grid.first + (line.texts.length - 1) * grid.other, top + height).stroke();
  pdf.endMarkedContent();
  pdf.x = grid.left;
  pdf.y = top + height;
}
