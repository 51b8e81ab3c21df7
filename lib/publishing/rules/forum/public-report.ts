/** How a number of a published report is written, and the bytes that are stored. */
import { formatPounds, pence } from '@/lib/core/pence';
import type { CellUnit, PublicCell, PublicReport } from '../../types';

/** A whole number in its unit as a reader and as a file has it: pence, tenths of a place, tenths of a per cent. */
export function publicNumber(value: number, unit: CellUnit): PublicCell {
  switch (unit) {
    case 'pounds': return { shown: formatPounds(pence(value)), value: decimal(value, 2) };
    case 'tenths': return { shown: decimal(value, 1), value: decimal(value, 1) };
    case 'percent': return { shown: `${signed(decimal(value, 1))}%`, value: decimal(value, 1) };
    case 'count':
    case 'words': return { shown: signed(grouped(value)), value: String(value) };
  }
}

/** `-1234.56` of -123456 with two decimals. Exact. */
function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A real minus sign for readers. */
function signed(text: string): string {
  return text.replace(/^-/, '\u2212');
}

/** The bytes that are stored and hashed: the report as JSON in UTF-8, its keys in the order of its type. */
export function reportBytes(report: PublicReport): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(report));
}

