import type { ImportKind } from '@/lib/imports/types';

const PUPIL = 'First name,Last name,Birth date,UPN,Year group,Sex,Home authority';
export const HEADERS: Readonly<Record<ImportKind, string>> = {
  placements: `${PUPIL},Home school,Route,Site,Kind of place,Share in tenths,Started on,Planned start,Planned end`,
  exclusions: `${PUPIL},School,Excluded on,Time,Afternoon session had begun,Reasons`,
  places: 'Site,Kind of place,From,Number,Reason',
};

/** A file of the headings that every file needs and the lines given. */
export function fileOf(kind: ImportKind, ...lines: readonly string[]): string {
  return [HEADERS[kind], ...lines].join('\r\n');
}

/** A file of one good row with further columns that a file may have. */
export function fileWith(kind: ImportKind, further: Readonly<Record<string, string>>, changes: Readonly<Record<string, string>> = {}): string {
  return [[HEADERS[kind], ...Object.keys(further)].join(','), [lineOf(kind, changes), ...Object.values(further)].join(',')].join('\r\n');
}

/** A good row of each kind, with cells changed by heading. */
export function lineOf(kind: ImportKind, changes: Readonly<Record<string, string>> = {}): string {
  const pupil = { 'First name': 'Amina', 'Last name': 'Clarke', 'Birth date': '14/05/2012', UPN: '', 'Year group': '9', Sex: 'F', 'Home authority': '372' };
  const good: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
    placements: {
      ...pupil, 'Home school': '130001', Route: 'Preventative', Site: 'Rowan', 'Kind of place': 'Day-6', 'Share in tenths': '10', 'Started on': '08/09/2025',
      'Planned start': '', 'Planned end': '17/07/2026',
    },
    exclusions: { ...pupil, School: '130001', 'Excluded on': '23/02/2026', Time: '10:00', 'Afternoon session had begun': 'No', Reasons: 'PP DB' },
    places: { Site: 'Rowan', 'Kind of place': 'Reserve', From: '01/01/2026', Number: '2', Reason: 'Agreed' },
  };
  const cells = { ...good[kind], ...changes };
  return HEADERS[kind].split(',').map((header) => cells[header] ?? '').join(',');
}
