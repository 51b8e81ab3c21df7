/** What the demonstration has really published, with its secrets, for the attack and for looking into the files. */
import { z } from 'zod';
import type { Quantity } from '@/lib/publishing/rules/disclosure/figures';
import { cellsOf, type PublishedReport } from '@/lib/publishing/rules/disclosure/report';
import { REPORT_FORMATS } from '@/lib/publishing/types';
import { cellName } from './published-files';

type Ask = (text: string) => Promise<object[]>;

const versionRow = z.object({
  month: z.string(), number: z.number(), figures: z.object({ report: z.object({ quantities: z.array(z.custom<Quantity>()) }) }), control: z.custom<PublishedReport>(),
  bytes: z.instanceof(Uint8Array),
});
const fileRow = z.object({ month: z.string(), number: z.number(), format: z.enum(REPORT_FORMATS), bytes: z.instanceof(Uint8Array) });
const closeRow = z.object({ month: z.string(), figures: z.object({ report: z.object({ quantities: z.array(z.custom<Quantity>()) }) }), control: z.custom<PublishedReport>() });

export interface PublishedVersionInside {
  readonly name: string;
  readonly control: PublishedReport;
  readonly files: readonly { readonly format: (typeof REPORT_FORMATS)[number] | 'json'; readonly bytes: Uint8Array }[];
  /** Cells left out, with the figure behind each where it is one figure. */
  readonly withheld: readonly { readonly cell: string; readonly value: number | null; readonly unit: Quantity['unit'] | null }[];
}

/** Every version of a council's reports, oldest first, and every month frozen for its Board. */
export async function publishedInside(ask: Ask): Promise<{ readonly versions: readonly PublishedVersionInside[]; readonly closes: readonly PublishedReport[]; readonly values: ReadonlyMap<string, Quantity> }> {
  const versions = z.array(versionRow).parse(await ask('SELECT v.month, v.number, v.figures, v.control, p.bytes FROM report_version v JOIN report_publication p ON p.authority_id = v.authority_id AND p.id = v.id ORDER BY v.published_at, v.month'));
  const files = z.array(fileRow).parse(await ask('SELECT p.month, p.number, f.format, f.bytes FROM report_file f JOIN report_publication p ON p.authority_id = f.authority_id AND p.id = f.publication_id'));
  const closes = z.array(closeRow).parse(await ask('SELECT month, figures, control FROM board_close ORDER BY month'));
  const values = new Map([...closes, ...versions].flatMap((one) => one.figures.report.quantities).map((one) => [one.key, one]));
  return {
    closes: closes.map((one) => one.control), values,
    versions: versions.map(({ month, number, control, bytes }) => ({
      name: `${month} version ${number}`, control,
      files: [{ format: 'json' as const, bytes }, ...files.filter((file) => file.month === month && file.number === number)],
      withheld: cellsOf(control).filter(({ cell }) => cell.shown === '[c]').map(({ cell, place }) => {
        const own = cell.kind === 'figure' ? values.get(cell.key) : undefined;
        return { cell: cellName(place.table, place.row, place.column), value: own?.value ?? null, unit: own?.unit ?? null };
      }),
    })),
  };
}
