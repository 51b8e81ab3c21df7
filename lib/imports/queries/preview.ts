import { dateInWords } from '@/lib/core/date-words';
import { PLACE_KIND_WORDS, shareInWords } from '@/lib/core/field-words';
import { senProvisionInWords } from '@/lib/pupils/rules/sen-types';
import { yearGroupInWords } from '@/lib/pupils/rules/year-group';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadKnownWords } from '../known-words';
import { parseFile } from '../parse-file';
import { columnsOf } from '../rules/columns';
import { readExclusions } from '../rules/exclusion-rows';
import { readPlacements } from '../rules/placement-rows';
import { readPlaces } from '../rules/places-rows';
import type { ImportedRow, UploadRow } from '../store';
import { type FileRow, type KnownWords, LISTED_SUBJECTS, type PupilFact, type RowResult } from '../types';

/** A row as it was understood, so that a slip shows before it is on record. */
export interface PreviewRow {
  readonly row: number;
  readonly result: RowResult['result'];
  readonly what: string;
  readonly about: string;
  readonly where: string;
  readonly when: string;
}

type Words = Omit<PreviewRow, 'row' | 'result'>;

/** The rows of a checked file that have no problem, in the order of the file. */
export async function previewRows(tx: ReadTx, upload: UploadRow): Promise<PreviewRow[]> {
  if (upload.report.rows.length === 0) return [];
  const words = wordsOf(upload.kind, parseFile(upload.content, columnsOf(upload.kind)).rows, await loadKnownWords(tx));
  return upload.report.rows.flatMap(({ row, result }) => {
    const found = words.get(row);
    return found === undefined ? [] : [{ row, result, ...found }];
  });
}

/** A row of an import that was made, in the words of the check before it. */
export interface ImportedLine extends Words {
  readonly row: number;
  readonly subjectId: string;
  readonly wasCreated: boolean;
}

/** The rows of an import about records of its own. One that can no longer be read so (its site has gone since) stands as it was typed. */
export async function importedLines(tx: ReadTx, kind: UploadRow['kind'], rows: readonly ImportedRow[]): Promise<ImportedLine[]> {
  const listed = rows.filter((row) => LISTED_SUBJECTS.includes(row.subject_kind));
  if (listed.length === 0) return [];
  const words = wordsOf(kind, listed.map((row) => ({ row: row.row_number, cells: row.raw })), await loadKnownWords(tx));
  return listed.map((row) => ({ ...(words.get(row.row_number) ?? asTyped(row.raw)), row: row.row_number, subjectId: row.subject_id, wasCreated: row.was_created }));
}

function asTyped(raw: ImportedRow['raw']): Words {
  return {
    what: [raw.firstName, raw.lastName].filter(Boolean).join(' ') || (raw.placeKind ?? ''), about: '', where: raw.site ?? raw.school ?? '',
    when: raw.from ?? raw.excludedOn ?? (raw.startedOn || raw.plannedStart || ''),
  };
}

function wordsOf(kind: UploadRow['kind'], rows: readonly FileRow[], known: KnownWords): Map<number, Words> {
  const school = (id: string | null): string => known.schools.find((one) => one.id === id)?.name ?? 'No home school';
  const site = (id: string): string => known.sites.find((one) => one.id === id)?.name ?? '';
  switch (kind) {
    case 'placements':
      return new Map(readPlacements(rows, known).facts.map(({ row, fact }): [number, Words] => [row.row, {
        ...pupilWords(fact.pupil, known), where: `${site(fact.siteId)}, ${PLACE_KIND_WORDS[fact.placeKind] ?? ''}, ${shareInWords(fact.shareTenths).toLowerCase()}. ${school(fact.schoolId)}`,
        when: `${fact.startedOn === null ? 'Expected' : 'Started'} ${dateInWords(fact.startedOn ?? fact.plannedFirstOn)}, to ${dateInWords(fact.plannedLastOn)}`,
      }]));
    case 'exclusions':
      return new Map(readExclusions(rows, known).facts.map(({ row, fact }): [number, Words] => [row.row, {
        ...pupilWords(fact.pupil, known), where: school(fact.schoolId),
        when: `${dateInWords(fact.excludedOn)} at ${fact.excludedAt}, ${fact.afternoonBegan ? 'after the afternoon began' : 'before the afternoon'}. ${fact.reasons.join(' ')}`,
      }]));
    case 'places':
      return new Map(readPlaces(rows, known).facts.map(({ row, fact }): [number, Words] => [row.row, {
        what: `${fact.places} ${PLACE_KIND_WORDS[fact.placeKind] ?? ''}`, about: fact.reason, where: site(fact.siteId), when: `From ${dateInWords(fact.effectiveOn)}`,
      }]));
  }
}

function pupilWords(pupil: PupilFact, known: KnownWords): Pick<Words, 'what' | 'about'> {
  const authority = (code: string): string => known.authorities.find((one) => one.code === code)?.name ?? code;
  return {
    what: `${pupil.firstName} ${pupil.lastName}`,
    about: [
      `Born ${dateInWords(pupil.bornOn)}`, yearGroupInWords(pupil.yearGroup), `lives in ${authority(pupil.homeAuthority)}`,
      ...(pupil.lookedAfterBy === null ? [] : [`looked after by ${authority(pupil.lookedAfterBy)}`]), ...(pupil.hasSocialWorker === true ? ['social worker'] : []),
      ...(pupil.senProvision === null || pupil.senProvision === 'N' ? [] : [senProvisionInWords(pupil.senProvision)]), ...(pupil.needs ?? []),
      ...(pupil.language === null ? [] : [pupil.language]), ...(pupil.homePostcode === null ? [] : [pupil.homePostcode]),
    ].join(', '),
  };
}
