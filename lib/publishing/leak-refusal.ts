import { conflict, type Refused } from '@/lib/core/refusal';
import type { Leak } from './rules/disclosure/explain';

/** Why a report is not published. The lines name each cell, how it is worked out and how to mend it: for officers only. */
export function leakRefusal(leaks: readonly Leak[]): Refused {
  return conflict('This report would tell of single pupils. Nothing is published. Leave out what leads to it', leaks.map((leak) => leak.message));
}
