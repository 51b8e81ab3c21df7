/** The Forum's report from its draft to the public's copy: two people, the disclosure control, and what the database keeps. */
import { createHash, randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { Pool } from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { publicFile, publicReport, publicReports } from '@/lib/publishing/queries/public-reports';
import type { Refusal } from '@/lib/core/refusal';
import { buildCharged, type ChargedCouncil, leftOn, NOVEMBER, OCTOBER } from '@/tests/support/builders/charges';
import { callerFor, done, refusal } from '@/tests/support/builders/callers';
import { asOwner, insertRows } from '@/tests/support/builders/insert-rows';
import { buildExcluded } from '@/tests/support/builders/pupils';
import { begin, closeMonth, enterSpend, leave, openReport, publish, publishMonth, sign, WORDS, write } from '@/tests/support/builders/reports';
import { readTaggedPdf } from '@/tests/support/tagged-pdf';

let council: ChargedCouncil;
const DAY = '2025-11-20';
const FORMATS = ['csv', 'xlsx', 'ods', 'pdf', 'json'] as const;
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const said = (refused: Refusal): readonly string[] => ('message' in refused ? [refused.message, ...('details' in refused ? refused.details : [])] : [refused.kind]);

beforeEach(async () => {
  council = await buildCharged();
  await enterSpend(council);
  await closeMonth(council, OCTOBER, '2025-11-03', '2025-11-18');
});

async function allFiles(number = '1') {
  return Promise.all(FORMATS.map(async (format) => {
    const file = await publicFile(council.slug, OCTOBER, number, format);
    if (!file) throw new Error(`No ${format}`);
    return { format, ...file };
  }));
}

describe('drawing up', () => {
  it('is for finance and commissioners, and for closed months', async () => {
    expect(await refusal(begin(callerFor(council, 'headteacher'), OCTOBER))).toEqual({ kind: 'not_found' });
    expect(await refusal(begin(callerFor(council, 'placement_officer'), OCTOBER))).toEqual({ kind: 'not_found' });
    expect(said(await refusal(begin(council.one(DAY), NOVEMBER)))[0]).toBe('November 2025 is not closed. A report is drawn up for a month that is closed');
    expect(await done(begin(council.one(DAY), OCTOBER))).toEqual({ month: OCTOBER });
  });

  it('is never for a decision (R62)', async () => {
    await done(begin(council.one(DAY), OCTOBER));
    expect(await refusal(write(council.one(DAY), OCTOBER, { ...WORDS, purpose: 'decision' }))).toMatchObject({
      kind: 'invalid', problems: [{ field: 'purpose', message: 'Choose consultation or information. Charges and alternative provision are never a decision of the Schools Forum (R62)' }],
    });
  });

  it('is signed off by somebody else than who changed it last, with its words complete, and published as it was signed', async () => {
    await done(begin(council.one(DAY), OCTOBER));
    expect(said(await refusal(sign(council.two(DAY), OCTOBER)))).toContain('Headline and what has changed: not written yet');
    await done(write(council.one(DAY), OCTOBER));
    expect(said(await refusal(sign(council.one(DAY), OCTOBER)))).toEqual(['You changed this report last. Somebody else signs it off']);
    expect(said(await refusal(publish(council.two(DAY), OCTOBER)))[0]).toMatch(/^Somebody else than who changed the report last signs it off/);
    await done(sign(council.two(DAY), OCTOBER));
    // A change takes the signature away.
    await done(write(council.two(DAY), OCTOBER, { ...WORDS, headline: 'Changed' }));
    expect((await openReport(council.one(DAY), OCTOBER)).state).toBe('draft');
    await done(sign(council.one(DAY), OCTOBER));
    expect(await done(publish(council.two(DAY), OCTOBER))).toEqual({ month: OCTOBER, number: 1 });
    expect((await publicReport(council.slug, OCTOBER, null))?.report.sections.find((one) => one.id === 'headline')?.paragraphs).toEqual(['Changed']);
  });
});

describe('a small number in the words beside a name', () => {
  it('is asked about at sign-off, and the answer is to that question only', async () => {
    await done(begin(council.one(DAY), OCTOBER));
    await done(write(council.one(DAY), OCTOBER, { ...WORDS, background: 'Places are short. Two pupils of Aston School wait.' }));
    const asked = await refusal(sign(council.two(DAY), OCTOBER));
    expect(asked).toMatchObject({ kind: 'invalid', problems: [{ field: 'confirmed', message: 'A small number stands beside a name. Background: "Two pupils of Aston School wait." Check that this tells of no single pupil' }] });
    expect((await refusal(sign(council.two(DAY), OCTOBER, 'yes'))).kind).toBe('invalid');
    await done(sign(council.two(DAY), OCTOBER, asked.kind === 'invalid' ? asked.problems[0]?.message : undefined));
    expect((await openReport(council.two(DAY), OCTOBER)).state).toBe('signed');
  });
});

it('words that print an income left out are refused at sign-off', async () => {
  await done(begin(council.one(DAY), OCTOBER));
  await done(write(council.one(DAY), OCTOBER, { ...WORDS, headline: 'Charges reached \u00a35,684 by the end of October.' }));
  expect(said(await refusal(sign(council.two(DAY), OCTOBER)))[1]).toMatch(/^Headline and what has changed: "Charges reached \u00a35,684 by the end of October\." prints a figure that the report leaves out: table "High needs spend by line/);
});

describe('what would give few pupils away', () => {
  it('is refused with the cell named, and published once it is left out', async () => {
    const { owner } = council.database;
    await insertRows(owner, council.id, 'partnership', [{ id: randomUUID(), slug: 'north', name: 'Rotherham North', phase: 'secondary', devolution_model: 'A', display_order: 2, first_on: '2024-09-01', version: 1 }]);
    const yearId = randomUUID();
    await insertRows(owner, council.id, 'calendar_year', [{ id: yearId, name: 'Council 2024/25', academic_year: '2024/25', label: 'Council', is_default: true, version: 1 }]);
    await insertRows(owner, council.id, 'calendar_term', [['Spring', '2025-01-06', '2025-04-04'], ['Summer', '2025-04-22', '2025-07-22']].map(([name, first_on, last_on]) => ({ id: randomUUID(), calendar_year_id: yearId, name, first_on, last_on })));
    for (let count = 0; count < 6; count += 1) await buildExcluded(council, '2025-05-12');
    await done(begin(council.one(DAY), OCTOBER));
    await done(write(council.one(DAY), OCTOBER));
    const open = await openReport(council.two(DAY), OCTOBER);
    expect(open.preview).toBe(null);
    const refused = said(await refusal(sign(council.two(DAY), OCTOBER)));
    expect(refused[0]).toBe('This report would tell of single pupils. Nothing is published. Leave out what leads to it');
    expect(refused[1]).toMatch(/^permanent exclusions recorded, Rotherham South, Summer 2024\/25 can be worked out as 6: .*all of .* are in this one part/);
    await done(leave(council.one(DAY), OCTOBER, ['table:exclusions']));
    await done(sign(council.two(DAY), OCTOBER));
    await done(publish(council.one(DAY), OCTOBER));
    const sections = (await publicReport(council.slug, OCTOBER, null))?.report.sections ?? [];
    expect(sections.flatMap((section) => section.tables).map((one) => one.id)).toEqual(['spend', 'places', 'five-years-spend', 'five-years-places', 'explained']);
    expect(sections.find((one) => one.id === 'exclusions')?.paragraphs).toEqual(['Counts of the last term are not shown.']);
  });

  it('stands in no file and on no page: an income of four pupils is [c] everywhere', async () => {
    await publishMonth(council, OCTOBER, DAY);
    const view = await publicReport(council.slug, OCTOBER, null);
    const income = view?.report.sections.flatMap((section) => section.tables).find((one) => one.id === 'spend')?.rows.find((row) => /income$/.test(row.title));
    // Four pupils over the quota in October: £5,684.21.
    expect(income?.cells.map((cell) => cell.shown)).toEqual(['\u00a320,000.00', '[c]', '[c]', '[c]', '[c]', '[x] not available']);
    const secrets = /5,?684\.21|568421/;
    for (const { format, bytes } of await allFiles()) {
      const text = format === 'pdf' ? readTaggedPdf(bytes).roots.map((root) => root.text).join(' ') : Buffer.from(bytes).toString('latin1');
      expect(text, format).not.toMatch(secrets);
    }
    expect(JSON.stringify(view)).not.toMatch(secrets);
    expect(JSON.stringify(view)).not.toMatch(/"key"|"control"|"quantities"/);
  });
});

describe('what is published', () => {
  beforeEach(() => publishMonth(council, OCTOBER, DAY));

  it('is read by everybody as it was stored, with the fingerprints that are shown', async () => {
    const view = await publicReport(council.slug, OCTOBER, '1');
    const files = await allFiles();
    for (const { format, bytes, sha256 } of files) {
      expect(hash(bytes), format).toBe(sha256);
      expect(format === 'json' ? view?.sha256 : view?.files.find((one) => one.format === format)?.sha256).toBe(sha256);
    }
    expect(await publicReports(council.slug)).toMatchObject({ versions: [{ month: OCTOBER, number: 1, note: '' }] });
    expect(await publicReports(council.neighbour.slug)).toMatchObject({ versions: [] });
    expect(await publicReport(council.neighbour.slug, OCTOBER, '1')).toBe(null);
    expect(await publicReport(council.slug, OCTOBER, '2')).toBe(null);
    expect(await publicReports('no-such-council')).toBe(null);
  });

  it('has in the CSV every number of the page', async () => {
    const view = await publicReport(council.slug, OCTOBER, null);
    const file = await publicFile(council.slug, OCTOBER, '1', 'csv');
    const rows: string[][] = parse(Buffer.from(file?.bytes ?? []), { bom: true, from: 2 });
    const cells = view?.report.sections.flatMap((section) => section.tables).flatMap((table) => table.rows.flatMap((row) => row.cells)) ?? [];
    expect(rows.map((row) => row[5])).toEqual(cells.map((cell) => cell.value ?? cell.shown));
    // What is read is the number of the file.
    for (const { shown, value } of cells) if (value !== null) expect(Number(shown.replace(/[\u00a3,%]/g, '').replace('\u2212', '-'))).toBe(Number(value));
  });

  it('does not change by a late fact; the correction is a further version with a note', async () => {
    const before = await allFiles();
    await leftOn(council, council.over[3]?.id ?? '', '2025-10-10');
    await insertRows(council.database.owner, council.id, 'budget_entry', [{
      id: randomUUID(), line: 'pru_places', year: '2025-26', pence: 60_000_000, profile: Array.from({ length: 12 }, () => 1), source: 'Council', reason: 'Late', recorded_by: council.one(DAY).actor?.personId, recorded_at: '2025-11-01T09:00:00Z',
    }]);
    expect(await allFiles()).toEqual(before);
    await done(begin(council.one('2025-11-21'), OCTOBER));
    expect(said(await refusal(sign(council.two('2025-11-21'), OCTOBER)))).toContain('What is corrected: not written yet');
    await done(write(council.one('2025-11-21'), OCTOBER, { ...WORDS, note: 'The budget was raised in October' }));
    await done(sign(council.two('2025-11-21'), OCTOBER));
    expect(await done(publish(council.two('2025-11-21'), OCTOBER))).toEqual({ month: OCTOBER, number: 2 });
    expect(await allFiles()).toEqual(before);
    const latest = await publicReport(council.slug, OCTOBER, null);
    expect(latest).toMatchObject({ report: { number: 2, note: 'The budget was raised in October' }, versions: [{ number: 2 }, { number: 1 }] });
    const budget = (view: typeof latest) => view?.report.sections.flatMap((one) => one.tables)[0]?.rows[0]?.cells[0]?.shown;
    expect([budget(await publicReport(council.slug, OCTOBER, '1')), budget(latest)]).toEqual(['\u00a3500,000.00', '\u00a3600,000.00']);
  });

  it('cannot be changed or taken away by any role, and takes no further file', async () => {
    const attempts = [
      'UPDATE report_publication SET note = note', 'DELETE FROM report_publication', 'UPDATE report_file SET format = format', 'DELETE FROM report_file', 'DELETE FROM report_version',
      "UPDATE report_version SET words = '{}'", "UPDATE report_version SET state = 'draft', signed_by = NULL, signed_at = NULL, published_by = NULL, published_at = NULL, control = NULL",
      `INSERT INTO report_file (authority_id, publication_id, format, bytes, sha256) SELECT authority_id, id, 'csv', 'x', encode(sha256('x'), 'hex') FROM report_publication`,
    ];
    for (const pool of [council.database.app, council.database.owner]) {
      for (const attempt of attempts) await expect(asOwner(pool, council.id, (query) => query(attempt)), attempt).rejects.toThrow(/permission denied|append-only|never changes|nothing is taken away|no further file|duplicate key/);
    }
    await expect(asOwner(council.database.owner, council.id, (query) => query('TRUNCATE report_file'))).rejects.toThrow(/append-only/);
  });

  it('is all that the public\u2019s role can read', async () => {
    const pool = new Pool({ connectionString: council.database.publicUrl, max: 1 });
    try {
      const count = async (table: string) => asOwner(pool, council.id, async (query) => Number((await query(`SELECT count(*) AS n FROM ${table}`))[0]?.n));
      expect([await count('report_publication'), await count('report_file')]).toEqual([1, 4]);
      for (const table of ['report_version', 'pupil', 'placement', 'permanent_exclusion', 'charge_line', 'person']) await expect(count(table), table).rejects.toThrow(/permission denied/);
      await expect(asOwner(pool, council.id, (query) => query('UPDATE report_publication SET note = note'))).rejects.toThrow(/permission denied/);
    } finally {
      await pool.end();
    }
  });
});

it('two people and a closed month are asked for by the database too', async () => {
  await done(begin(council.one(DAY), OCTOBER));
  const asApp = (text: string, values: readonly unknown[] = []) => asOwner(council.database.app, council.id, (query) => query(text, values));
  await expect(asApp('UPDATE report_version SET state = $1, signed_by = drafted_by, signed_at = now()', ['signed'])).rejects.toThrow(/report_version_two_people/);
  await expect(asApp("UPDATE report_version SET state = 'published', signed_by = $1, signed_at = now(), published_by = $1, published_at = now(), control = '{}'", [council.two(DAY).actor?.personId])).rejects.toThrow(/signed it off/);
  await expect(asApp(`INSERT INTO report_version (authority_id, kind, month, number, figures, drafted_by, drafted_at) SELECT authority_id, kind, '2025-11', 1, figures, drafted_by, drafted_at FROM report_version`)).rejects.toThrow(/closed/);
});
