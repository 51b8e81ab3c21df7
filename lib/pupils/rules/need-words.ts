import { senTypeName } from './sen-types';

/** The need as it stands inside a sentence: "Meets social, emotional and mental health". A code that is not known stays as entered. */
export function needInWords(code: string): string {
  const name = senTypeName(code);
  return name === code ? code : name.charAt(0).toLowerCase() + name.slice(1);
}
