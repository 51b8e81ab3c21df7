import { strToU8, zipSync, type Zippable } from 'fflate';
import type { PublicReport } from '../types';
import { type FileCell, sheetsOf } from '../rules/forum/report-rows';
import { textCell } from '../rules/forum/text-cell';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const SPACES = ['office', 'table', 'text', 'style', 'number'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'number' ? 'datastyle' : name}:1.0"`).join(' ')
  + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The report as an OpenDocument spreadsheet 1.3: the same sheets as the workbook. Its media type is the first part and not packed. */
export function odsFile(report: PublicReport): Uint8Array {
  const parts: Zippable = {
    mimetype: [strToU8(TYPE), { level: 0 }],
    'META-INF/manifest.xml': strToU8(`${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">`
      + `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/>`
      + ['content.xml', 'styles.xml', 'meta.xml'].map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`).join('') + '</manifest:manifest>'),
    'content.xml': strToU8(content(report)),
    'styles.xml': strToU8(`${HEAD}<office:document-styles ${SPACES} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style></office:styles></office:document-styles>`),
    'meta.xml': strToU8(`${HEAD}<office:document-meta ${SPACES} office:version="1.3"><office:meta><dc:title>${escaped(`${report.title}, ${report.monthTitle}`)}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`),
  };
  // The day of publishing, so that the bytes are the same whenever they are made.
  return zipSync(parts, { mtime: `${report.publishedOn}T12:00:00` });
}

const STYLES = '<office:automatic-styles>'
  + '<number:currency-style style:name="N1"><number:currency-symbol number:language="en" number:country="GB">£</number:currency-symbol><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:currency-style>'
  + '<number:number-style style:name="N2"><number:number number:decimal-places="1" number:min-integer-digits="1"/></number:number-style>'
  + '<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>'
  + '<style:style style:name="text" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>'
  + '<style:style style:name="pounds" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="tenth" style:family="table-cell" style:data-style-name="N2"/>'
  + '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="10cm"/></style:style>'
  + '<style:style style:name="column" style:family="table-column"><style:table-column-properties style:column-width="5cm"/></style:style></office:automatic-styles>';

function content(report: PublicReport): string {
  const sheets = sheetsOf(report).map(({ name, rows }) => {
    const columns = Math.max(...rows.map((row) => row.length));
    return `<table:table table:name="${escaped(name)}"><table:table-column table:style-name="wide"/>${columns > 1 ? `<table:table-column table:style-name="column" table:number-columns-repeated="${columns - 1}"/>` : ''}`
      + rows.map((row) => `<table:table-row>${row.map(cellOf).join('')}</table:table-row>`).join('') + '</table:table>';
  });
  return `${HEAD}<office:document-content ${SPACES} office:version="1.3">${STYLES}<office:body><office:spreadsheet>${sheets.join('')}</office:spreadsheet></office:body></office:document-content>`;
}

function cellOf(cell: FileCell): string {
  if (cell.kind === 'text') {
    return `<table:table-cell table:style-name="${cell.isHeading ? 'head' : 'text'}" office:value-type="string"><text:p>${escaped(textCell(cell.text))}</text:p></table:table-cell>`;
  }
  const type = cell.unit === 'pounds' ? 'office:value-type="currency" office:currency="GBP" table:style-name="pounds"' : `office:value-type="float"${cell.unit === 'count' ? '' : ' table:style-name="tenth"'}`;
  return `<table:table-cell ${type} office:value="${cell.value}"><text:p>${cell.value}</text:p></table:table-cell>`;
}

/** Signs that XML cannot hold are left away. */
function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
