import type { DraftCell } from '../disclosure/report';
import type { CellUnit } from '../../types';

/** A table of the report before control, with how each column is read. */
export interface LaidTable {
  readonly id: string;
  readonly title: string;
  readonly rowHeading: string;
  readonly columns: readonly { readonly title: string; readonly unit: CellUnit }[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly DraftCell[] }[];
}
