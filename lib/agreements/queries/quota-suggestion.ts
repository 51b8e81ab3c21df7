import { z } from 'zod';
import { agreementYear } from '@/lib/calendars/rules/academic-year';
import { countColumn, textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { suggestQuotas } from '../rules/suggest-quotas';

const claimantRow = z.object({ slug: textColumn, name: textColumn, schools: countColumn, roll: countColumn.nullable(), without_roll: countColumn });

/** A suggested split of places, with what decided it. */
export interface SuggestionView {
  readonly by: 'roll' | 'schools';
  readonly places: number;
  readonly phase: 'primary' | 'secondary';
  readonly min: number;
  readonly max: number | null;
  readonly lines: readonly { readonly name: string; readonly weight: number | null; readonly places: number | null; readonly unbounded: number | null }[];
  readonly notes: readonly string[];
}

export interface SuggestionAsked {
  readonly places: number;
  readonly by: 'roll' | 'schools';
  readonly phase: 'primary' | 'secondary';
  readonly min: number;
  readonly max: number | null;
}

/** Splits places over the partnerships of a phase by their members on the first day of the year. */
export async function quotaSuggestion(tx: ReadTx, year: string, asked: SuggestionAsked): Promise<SuggestionView> {
  const { firstOn } = agreementYear(year);
  const claimants = await tx.rows(claimantRow, sql`
    SELECT p.slug, p.name, count(e.id) AS schools, sum(e.roll) AS roll, count(e.id) FILTER (WHERE e.roll IS NULL) AS without_roll
      FROM partnership p
      LEFT JOIN partnership_member m ON m.authority_id = p.authority_id AND m.partnership_id = p.id
           AND m.first_on <= ${firstOn}::date AND (m.last_on IS NULL OR m.last_on >= ${firstOn}::date)
      LEFT JOIN establishment e ON e.authority_id = m.authority_id AND e.id = m.establishment_id
     WHERE p.phase = ${asked.phase} AND p.first_on <= ${firstOn}::date AND (p.last_on IS NULL OR p.last_on >= ${firstOn}::date)
     GROUP BY p.slug, p.name, p.display_order ORDER BY p.display_order, p.name`);
  const name = (slug: string): string => claimants.find((one) => one.slug === slug)?.name ?? slug;
  const result = suggestQuotas(asked.places, asked.by, claimants.map((one) => ({ id: one.slug, schools: one.schools, roll: one.without_roll > 0 ? null : one.roll ?? 0 })), asked);
  const lines = claimants.map((one, index) => ({
    name: one.name, weight: asked.by === 'schools' ? one.schools : one.without_roll > 0 ? null : one.roll ?? 0,
    places: result.kind === 'suggested' ? result.places[index] ?? 0 : null, unbounded: result.kind === 'suggested' ? result.unbounded[index] ?? 0 : null,
  }));
  return { ...asked, lines, notes: notesOf(result, name) };
}

function notesOf(result: ReturnType<typeof suggestQuotas>, name: (slug: string) => string): string[] {
  switch (result.kind) {
    case 'no_roll': return [`No roll is on record for a school of ${result.ids.map(name).join(', ')}. Split by the number of schools instead, or enter the roll first`];
    case 'refused': return [`This cannot be split: ${result.refusal.message}`];
    case 'suggested': {
      const { ties, nextTo, outsideFairShare } = result.split;
      return [
        ...ties.map((tie) => `Place ${tie.place} was a tie between ${tie.between.map(name).join(' and ')}; it went to ${name(tie.wonBy)} by ${TIE_WORDS[tie.decidedBy]}`
          + (tie.lostBy.length === 0 ? ', which changed nothing in the end' : '')),
        ...(ties.length === 0 ? ['No place was a tie'] : []),
        ...(nextTo === null ? [] : [`One place more would go to ${name(nextTo)}`]),
        ...outsideFairShare.map((slug) => `${name(slug)} is not at its fair share rounded up or down`),
      ];
    }
  }
}

const TIE_WORDS = { larger_weight: 'the larger weight', lost_latest_tie: 'having lost the latest tie', id_order: 'the order of names' } as const;

export type AskedTexts = Readonly<Record<'places' | 'by' | 'phase' | 'min' | 'max', string>>;
export type SuggestionProblems = Readonly<Partial<Record<'places' | 'min' | 'max', string>>>;

const MOST = 99_999;

/** What the address asks for, or what is wrong at each field. `isAsked`: the form was sent, so that empty places are a problem too. */
export function askedSuggestion(asked: AskedTexts, isAsked: boolean): { readonly suggestion: SuggestionAsked | null; readonly problems: SuggestionProblems } {
  if (!isAsked) return { suggestion: null, problems: {} };
  const whole = (text: string): number | null => (/^\d{1,5}$/.test(text) ? Number(text) : null);
  const places = whole(asked.places);
  const min = asked.min === '' ? 0 : whole(asked.min);
  const max = asked.max === '' ? MOST : whole(asked.max);
  const problems: SuggestionProblems = {
    ...(places === null ? { places: asked.places === '' ? 'Enter how many places to split' : 'Places to split must be a whole number, 0 or more' } : {}),
    ...(min === null ? { min: 'Fewest for each must be a whole number, 0 or more, or empty' } : {}),
    ...(max === null ? { max: 'Most for each must be a whole number, 0 or more, or empty' } : min !== null && max < min ? { max: `Most for each must be ${min}, the fewest, or more` } : {}),
  };
  if (places === null || min === null || max === null || Object.keys(problems).length > 0) return { suggestion: null, problems };
  return { suggestion: { places, min, max: asked.max === '' ? null : max, by: asked.by === 'schools' ? 'schools' : 'roll', phase: asked.phase === 'primary' ? 'primary' : 'secondary' }, problems };
}
