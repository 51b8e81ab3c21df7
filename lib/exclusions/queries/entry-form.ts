import { scopeIds } from '@/lib/core/roles';
import { findPupils, type PupilMatch } from '@/lib/pupils/match-pupil';
import { SEN_TYPES } from '@/lib/pupils/rules/sen-types';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayKeepList, mayUsePupilOf } from '../policy';
import { reasonSettings } from '../reason-settings';
import { reasonCodesOn } from '../rules/reason-codes';
import { localAuthorities, type OpenSchool, ownAuthorityCode, schoolsOpenOn } from '../school-choice';

interface Choice { readonly value: string; readonly text: string }

/** What the forms that bring a pupil onto the list offer. */
export interface EntryForm {
  readonly schools: readonly Choice[];
  readonly authorities: readonly Choice[];
  readonly ownCode: string;
  readonly reasons: readonly Choice[];
  readonly needs: readonly Choice[];
  /** What a search found; null when none was made. */
  readonly found: readonly PupilMatch[] | null;
  /** The pupil taken from the record, or null for a new one. */
  readonly pupil: PupilRecord | null;
  /** The school whose main roll the chosen pupil is on. */
  readonly pupilSchoolId: string | null;
}

/** Everything the entry forms need. A head gets the schools they head, and only their own pupils. Null for anybody else, or for a pupil not theirs. */
export async function entryForm(tx: ReadTx, asked: { readonly find: string | null; readonly pupilId: string | null }): Promise<EntryForm | null> {
  const { actor } = tx;
  if (actor === null) return null;
  const own = scopeIds(actor, 'headteacher');
  const open = await schoolsOpenOn(tx, tx.today);
  const schools = mayKeepList(actor) ? open : open.filter((school) => own.includes(school.id));
  if (!mayKeepList(actor) && schools.length === 0) return null;
  const pupil = asked.pupilId === null ? null : await pupilById(tx, asked.pupilId);
  const chosen = pupil === null ? null : ((await findPupils(tx, pupil.reference))[0] ?? null);
  if (asked.pupilId !== null && (chosen === null || !mayUsePupilOf(actor, chosen.school_ids))) return null;
  const found = asked.find === null ? null : (await findPupils(tx, asked.find)).filter((match) => mayUsePupilOf(actor, match.school_ids));
  const settings = await reasonSettings(tx, tx.today);
  return {
    schools: schools.map((school) => ({ value: school.id, text: schoolText(school, open) })),
    authorities: (await localAuthorities(tx)).map(({ code, name }) => ({ value: code, text: name })),
    ownCode: await ownAuthorityCode(tx),
    reasons: reasonCodesOn(tx.today, settings).map(({ code, label }) => ({ value: code, text: `${label} (${code})` })),
    needs: SEN_TYPES.map(({ code, name }) => ({ value: code, text: name })),
    found, pupil, pupilSchoolId: chosen?.school_ids[0] ?? null,
  };
}

/** The name, with the town where two schools share it. */
function schoolText(school: OpenSchool, all: readonly OpenSchool[]): string {
  const isShared = all.some((other) => other.id !== school.id && other.name === school.name);
  return isShared && school.town !== null ? `${school.name}, ${school.town}` : school.name;
}
