import type { Upn } from '../types';
import { isAuthorityCode } from './authority-codes';

/** The letters of a UPN by their value, 0 to 22: I, O and S are never used. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/;

export type ParsedUpn =
  | {
      readonly kind: 'valid';
      readonly upn: Upn;
      /** A temporary UPN ends in a letter. */
      readonly temporary: boolean;
      /** What was typed had small letters or spaces; an importer warns of it. */
      readonly tidied: boolean;
    }
  | { readonly kind: 'invalid'; readonly message: string };

/** Upper case, without spaces: what is checked and stored (R64). */
export function normaliseUpn(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** True for text that is a valid UPN exactly as it stands. */
export function isUpn(text: string): text is Upn {
  return problemWith(text) === null;
}

/**
 * A UPN as a person or a file gives it (R64): spaces and small letters are put right, then form,
 * authority and check letter are checked. The message says what is wrong and what to do. It does
 * not repeat the number and is for pupils' own screens.
 */
export function parseUpn(text: string): ParsedUpn {
  const upn = normaliseUpn(text);
  const message = problemWith(upn);
  if (message !== null) return { kind: 'invalid', message };
  return { kind: 'valid', upn: upn as Upn, temporary: isTemporaryUpn(upn), tidied: upn !== text };
}

export function isTemporaryUpn(upn: string): boolean {
  return /[A-Z]$/.test(upn);
}

/** The check letter for the twelve characters after it: weights 2 to 13, a letter by its value, sum mod 23. */
export function upnCheckLetter(body: string): string {
  const sum = [...body].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : LETTERS.indexOf(character);
    return total + value * (index + 2);
  }, 0);
  return LETTERS.charAt(sum % 23);
}

function problemWith(upn: string): string | null {
  if (upn.length !== 13) return `A UPN has 13 characters, this has ${upn.length}. Check it against the school\u2019s record.`;
  if (/[IOS]/.test(upn)) return 'A UPN never has the letters I, O or S. Look for the digits 1, 0 or 5 in their place.';
  if (!SHAPE.test(upn)) return 'A UPN is one letter and 12 digits; only a temporary one ends in a letter. Check it against the school\u2019s record.';
  if (!isAuthorityCode(upn.slice(1, 4))) return `The authority number ${upn.slice(1, 4)} in this UPN is not known. Check characters 2 to 4.`;
  if (upnCheckLetter(upn.slice(1)) !== upn.charAt(0)) return 'The check letter does not fit the digits of this UPN. Check each character against the school\u2019s record.';
  return null;
}
