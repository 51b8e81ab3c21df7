import { hatch } from './hatch';
import type { PlaceCell } from './quota-cells';

interface Size {
  readonly cell: number;
  readonly gap: number;
  readonly height: number;
  /** Space for the firm line and the air on both sides of it. */
  readonly gutter: number;
}

export type PlaceSize = 'large' | 'middle' | 'small';

const SIZES: Record<PlaceSize, Size> = {
  large: { cell: 18, gap: 4, height: 30, gutter: 14 },
  middle: { cell: 12, gap: 3, height: 24, gutter: 12 },
  small: { cell: 8, gap: 2, height: 18, gutter: 8 },
};

function Cell({ cell, x, size, over }: { cell: PlaceCell; x: number; size: Size; over: boolean }) {
  const unit = size.cell / 10;
  const width = cell.widthTenths * unit;
  const filled = cell.filledTenths * unit;
  const planned = cell.plannedTenths * unit;
  const top = 1;
  return (
    <g>
      {filled > 0 && !over ? <rect className="fp-place-used" x={x} y={top} width={filled} height={size.height} /> : null}
      {filled > 0 && over ? (
        <>
          <rect className="fp-place-over-ground" x={x} y={top} width={filled} height={size.height} />
          <path className="fp-place-hatch" d={hatch(x, top, filled, size.height, size.cell < 18 ? 4 : 6)} />
        </>
      ) : null}
      {planned > 0 ? (
        <circle className={over ? 'fp-place-planned fp-place-planned--over' : 'fp-place-planned'} cx={x + filled + planned / 2} cy={top + size.height / 2} r={Math.min(4, size.cell / 4, Math.max(1.5, planned / 2 - 2))} />
      ) : null}
      <rect
        className={`fp-place-frame${over ? ' fp-place-frame--over' : ''}${filled === 0 ? ' fp-place-frame--free' : ''}`}
        x={x + 0.75}
        y={top + 0.75}
        width={Math.max(0, width - 1.5)}
        height={size.height - 1.5}
      />
    </g>
  );
}

interface PlaceRowProps {
  cells: readonly PlaceCell[];
  /** Cells right of the firm line; given only for the row in which the quota ends. */
  beyond?: readonly PlaceCell[];
  /** True when `cells` themselves lie beyond the quota. */
  over?: boolean;
  size?: PlaceSize;
  /** Number under the end of the row. */
  label?: string;
}

/** Up to ten places within the quota, and where the quota ends the firm line and the places over it. */
export function PlaceRow({ cells, beyond, over = false, size: sizeName = 'large', label }: PlaceRowProps) {
  const size = SIZES[sizeName];
  const small = sizeName === 'small';
  const step = size.cell + size.gap;
  const last = cells[cells.length - 1];
  const end = cells.length === 0 ? 0 : (cells.length - 1) * step + ((last?.widthTenths ?? 10) * size.cell) / 10;
  const { gutter } = size;
  const lineAt = end + gutter / 2;
  const beyondAt = end + gutter;
  const width = beyond ? (beyond.length > 0 ? beyondAt + beyond.length * step - size.gap : lineAt + 2) : end;
  const overhang = small ? 3 : 6;
  const height = size.height + 2 + (label && !small ? 24 : 0);
  return (
    <svg className="fp-place-row" aria-hidden="true" focusable="false" width={width} height={height + overhang} viewBox={`0 ${-overhang / 2} ${width} ${height + overhang}`}>
      {cells.map((cell, index) => (
        <Cell key={index} cell={cell} x={index * step} size={size} over={over} />
      ))}
      {beyond ? <path className="fp-place-line" d={`M${lineAt} ${-overhang / 2}V${size.height + 2 + overhang / 2}`} /> : null}
      {beyond?.map((cell, index) => (
        <Cell key={index} cell={cell} x={beyondAt + index * step} size={size} over />
      ))}
      {label && !small ? (
        <text className={beyond ? 'fp-place-label fp-place-label--quota' : 'fp-place-label'} x={beyond ? lineAt + 1 : end} y={size.height + 22} textAnchor="end">
          {label}
        </text>
      ) : null}
    </svg>
  );
}
