import { formatPounds, pence } from '@/lib/core/pence';
import type { ShownFigure } from '../types';
import type { Unit } from './catalogue';

const number = (value: number, most: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: most });

/** A value as it is read: to the penny, or to one tenth of anything else. Two values that are written alike are one number. */
export function asShown(value: number, unit: Unit): number {
  return unit === 'pounds' ? Math.round(value * 100) / 100 : Number(value.toLocaleString('en-GB', { maximumFractionDigits: 1, useGrouping: false }));
}

/** A value with its unit: `52`, `62.5%`, `school day 6`, `1,200.5 place-days`, `£6,601,335.00`. */
export function valueWords(value: number, unit: Unit): string {
  switch (unit) {
    case 'pupils':
      return number(value, 1);
    case 'share':
      return `${number(value, 1)}%`;
    case 'school_days':
      return `school day ${number(value, 1)}`;
    case 'place_days':
      return `${number(value, 1)} place-days`;
    case 'pounds':
      return formatPounds(pence(BigInt(Math.round(value * 100))));
  }
}

/** A figure as it is read, with what it is of where it is a share. */
export function figureWords(figure: Pick<ShownFigure, 'value' | 'mark' | 'numerator' | 'denominator'>, unit: Unit): string {
  if (figure.value === null) return figure.mark ?? '[c]';
  const words = valueWords(figure.value, unit);
  if (figure.denominator === null) return words;
  if (unit === 'share') return `${words} (${number(figure.numerator ?? 0, 0)} of ${number(figure.denominator, 0)})`;
  return `${words} of ${valueWords(figure.denominator, unit)}`;
}

/** Where the expected number behind a count lies; empty for what is no count. */
export function intervalWords({ interval }: Pick<ShownFigure, 'interval'>): string {
  return interval === null ? '' : `${interval.low.toLocaleString('en-GB', FIXED)} to ${interval.high.toLocaleString('en-GB', FIXED)}`;
}

const FIXED = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** What a person types for a value of the unit. */
export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  pupils: 'pupils', share: 'per cent', school_days: 'the school day of exclusion', place_days: 'place-days', pounds: 'pounds',
};
