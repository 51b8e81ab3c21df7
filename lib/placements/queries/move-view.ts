import { type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import type { FieldProblem } from '@/lib/core/refusal';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { splitByTerms } from '../continue-placement';
import { refusalInWords, stateAfter } from '../rules/states';
import type { PlaceKind } from '../types';
import { changeView, type ChangeView, openPlacement, type OpenedPlacement } from './change-view';
import { judgedOptions, type OptionView } from './judged-options';

/** Moving a pupil to another site: the options from a day on, and what the chosen one changes. */
export interface MoveView {
  readonly opened: OpenedPlacement;
  readonly refused: string | null;
  readonly problems: readonly FieldProblem[];
  readonly fromOn: CalendarDate;
  readonly kind: PlaceKind;
  readonly options: readonly OptionView[];
  readonly stopped: readonly OptionView[];
  readonly chosen: OptionView | null;
  readonly change: ChangeView | null;
}

interface MoveAsked {
  /** Null: the default, today or the first day. */
  readonly fromOn: CalendarDate | null;
  readonly kind: PlaceKind | null;
  readonly siteSlug: string;
  readonly problems: readonly FieldProblem[];
}

/** Options and preview of a move; null when there is no such placement. */
export async function moveView(tx: ReadTx, id: string, asked: MoveAsked): Promise<MoveView | null> {
  const opened = await openPlacement(tx, id);
  if (!opened) return null;
  const { row, held, pupil, site: current, calendars } = opened;
  const fromOn = asked.fromOn ?? maxDate(tx.today, row.first_on);
  const kind = asked.kind ?? row.place_kind;
  const problems = fromOn > row.last_on ? [...asked.problems, { field: 'fromOn', message: 'The placement ends before that day: choose an earlier one' }] : asked.problems;
  const refused = stateAfter(row.state, 'change_site') === null ? refusalInWords(row.state, 'change_site') : null;
  const base = { opened, refused, problems, fromOn, kind };
  if (refused || problems.length > 0) return { ...base, options: [], stopped: [], chosen: null, change: null };
  const { options, stopped, sites } = await judgedOptions(tx, calendars, {
    pupil, needs: opened.needs, except: [row.id], attributedSchoolId: held.attributedSchoolId, wanted: { kind, shareTenths: row.share_tenths, firstOn: fromOn, lastOn: row.last_on, startIsFixed: true },
    changeFor: (site, firstOn) => {
      const { until, from } = splitByTerms(held, {
        act: 'change_site', fromOn: firstOn, siteId: site.id, placeKind: kind, shareTenths: row.share_tenths, siteCountsToQuota: site.counts_to_quota, words: '',
      });
      return { before: [held], after: until ? [until, from] : [from] };
    },
  });
  const others = options.filter((option) => option.siteId !== current.id);
  const chosen = others.find((option) => option.slug === asked.siteSlug) ?? null;
  const site = sites.find((one) => one.id === chosen?.siteId);
  const change = site ? await changeView(tx, opened, { act: 'change_site', fromOn, site, placeKind: kind }) : null;
  return { ...base, options: others, stopped: stopped.filter((one) => one.siteId !== current.id), chosen, change };
}
