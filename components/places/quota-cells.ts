/** What a quota bar draws, in tenths of a place. Pure, so that the picture can be tested. */

export interface QuotaFigures {
  /** Places used on the day, in tenths. */
  readonly usedTenths: number;
  /** The quota in force that day, in tenths. */
  readonly quotaTenths: number;
  /** Starts that are planned later, in tenths, by date. */
  readonly plannedTenths?: number;
}

/** One place, or the last part of one. Parts are drawn from the left: filled, then planned, then free. */
export interface PlaceCell {
  /** 10, or less where the quota itself ends in a part of a place. */
  readonly widthTenths: number;
  readonly filledTenths: number;
  readonly plannedTenths: number;
}

export interface QuotaCells {
  readonly within: readonly PlaceCell[];
  readonly over: readonly PlaceCell[];
}

function overlap(from: number, to: number, low: number, high: number): number {
  return Math.max(0, Math.min(to, high) - Math.max(from, low));
}

function cellsBetween(from: number, to: number, used: number, planned: number, whole: boolean): PlaceCell[] {
  const cells: PlaceCell[] = [];
  for (let at = from; at < to; at += 10) {
    const end = whole ? at + 10 : Math.min(at + 10, to);
    cells.push({
      widthTenths: end - at,
      filledTenths: overlap(at, end, 0, used),
      plannedTenths: overlap(at, end, used, used + planned),
    });
  }
  return cells;
}

/** Cells left of the line (the quota) and right of it (over). Figures are whole tenths, not below zero. */
export function quotaCells({ usedTenths, quotaTenths, plannedTenths = 0 }: QuotaFigures): QuotaCells {
  const end = usedTenths + plannedTenths;
  return {
    within: cellsBetween(0, quotaTenths, usedTenths, plannedTenths, false),
    over: cellsBetween(quotaTenths, end, usedTenths, plannedTenths, true),
  };
}

/** Tens, so that a long row can be counted at a glance and can wrap. */
export function inTens<T>(cells: readonly T[]): T[][] {
  const tens: T[][] = [];
  for (let at = 0; at < cells.length; at += 10) tens.push(cells.slice(at, at + 10));
  return tens;
}
