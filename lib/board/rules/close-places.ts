/** Use of quotas and of sites on the last school day of a month, as tables of the disclosure control. */
import { countOfPupils, figureOfNobody, figureOfPupils } from '@/lib/publishing/rules/disclosure/figures';
import { sumOf } from '@/lib/publishing/rules/disclosure/relations';
import type { DraftCell } from '@/lib/publishing/rules/disclosure/report';
import type { FigureList } from '@/lib/publishing/rules/forum/figure-list';
import type { CloseFacts, CloseSite } from '../types';
import { splitKey, takenKey } from './close-keys';

const MOST = 1_000_000;
const TOTAL = 'Total';

interface PlaceTable {
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly DraftCell[] }[];
}

export const sitesId = (group: string): string => `sites ${group}`;

export function placeTables(facts: CloseFacts, list: FigureList): PlaceTable[] {
  const groups = [...new Set(facts.sites.map((site) => site.group))];
  const tables = [...(facts.quotas.length === 0 ? [] : [quotaTable(facts, list)]), ...groups.map((group) => siteTable(group, facts, list))];
  pruPopulationOf(facts, list);
  takenOf(facts, list);
  return tables;
}

function quotaTable({ quotas, on }: CloseFacts, list: FigureList): PlaceTable {
  const keyOf = (name: string): string => `board quota used ${on} ${name}`;
  const rows = quotas.map(({ name, quota, used, pupils }) => ({
    title: name, cells: [list.add(figureOfNobody(`board quota ${on} ${name}`, `quota of ${name}`, 'count', quota)), list.add(figureOfPupils(keyOf(name), `places of the quota used, ${name}, ${on}`, 'count', used, pupils))],
  }));
  const sum = (of: (one: CloseFacts['quotas'][number]) => number): number => quotas.reduce((all, one) => all + of(one), 0);
  const total = list.add(figureOfPupils(`board quota used ${on} total`, `places of all quotas used, ${on}`, 'count', sum((one) => one.used), sum((one) => one.pupils)));
  list.relate(sumOf(`board quota used ${on} total`, quotas.map((one) => keyOf(one.name)), `places of all quotas used, ${on}`));
  return { id: 'quotas', columns: ['Quota', 'Used'], rows: [...rows, { title: TOTAL, cells: [list.add(figureOfNobody(`board quota ${on} total`, 'all quotas', 'count', sum((one) => one.quota))), total] }] };
}

const pupilsKey = (on: string, id: string): string => `board pupils at site ${on} ${id}`;

const usedKey = (on: string, id: string): string => `board places used at site ${on} ${id}`;

function siteTable(group: string, { sites, on }: CloseFacts, list: FigureList): PlaceTable {
  const own = sites.filter((site) => site.group === group);
  const sum = (of: (site: CloseSite) => number): number => own.reduce((all, site) => all + of(site), 0);
  const row = (title: string, id: string, pupils: number, used: number): PlaceTable['rows'][number] => {
    const cells = [
      list.add(countOfPupils(pupilsKey(on, id), `pupils at ${title}, ${on}`, pupils)), list.add(figureOfPupils(usedKey(on, id), `places used at ${title}, ${on}`, 'count', used, pupils)),
    ];
    // Most are full-time: where all are, the one tells the other.
    if (used <= pupils) list.relate({ words: `each place used at ${title} is a pupil\u2019s`, terms: [{ key: pupilsKey(on, id), times: 1 }, { key: usedKey(on, id), times: -1 }], least: 0, greatest: used === pupils ? 0 : MOST });
    return { title, cells };
  };
  const rows = [...own.map((site) => row(site.name, site.id, site.pupils, site.used)), { ...row(group, group, sum((site) => site.pupils), sum((site) => site.used)), title: TOTAL }];
  list.relate(sumOf(pupilsKey(on, group), own.map((site) => pupilsKey(on, site.id)), `pupils at all sites of ${group}, ${on}`));
  list.relate(sumOf(usedKey(on, group), own.map((site) => usedKey(on, site.id)), `places used at all sites of ${group}, ${on}`));
  return { id: sitesId(group), columns: ['Pupils', 'Used'], rows };
}

/** The population by partnership and the pupils by site are the same pupils, each at one site or more. */
function pruPopulationOf({ calculations, sites, on }: CloseFacts, list: FigureList): void {
  const days = calculations.find((one) => one.key === 'pru_population')?.days;
  const total = days === undefined || days === null ? undefined : list.of(splitKey('pru_population', 'both', days, 'total'));
  const own = sites.filter((site) => site.isPru).map((site) => pupilsKey(on, site.id));
  if (!total || own.length === 0) return;
  const sum = own.reduce((all, key) => all + (list.of(key)?.value ?? 0), 0);
  if (sum < total.value) return;
  list.relate({
    words: 'pupils at PRUs and AP academies by site are those by partnership', terms: [...own.map((key) => ({ key, times: 1 })), { key: total.key, times: -1 }],
    least: 0, greatest: sum === total.value ? 0 : MOST,
  });
}

/** Places taken at a provider in the Forum's report are its pupils', as many where all are full-time. */
function takenOf({ taken, sites, month, on }: CloseFacts, list: FigureList): void {
  for (const { providerId, places, pupils } of taken) {
    const own: readonly CloseSite[] = sites.filter((site) => site.providerId === providerId);
    const there = own.reduce((sum, site) => sum + site.pupils, 0);
    if (own.length === 0 || there < places) continue;
    const key = takenKey(providerId, month);
    list.add(figureOfPupils(key, `places taken at a provider of ${own.map((site) => site.name).join(' and ')}, ${month}`, 'count', places, pupils));
    list.relate({
      words: 'each place taken at a provider is a pupil\u2019s', terms: [...own.map((site) => ({ key: pupilsKey(on, site.id), times: 1 })), { key, times: -1 }],
      least: 0, greatest: there === places ? 0 : MOST,
    });
  }
}
