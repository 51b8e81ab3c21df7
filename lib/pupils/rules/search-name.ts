/** Names for search: lower case, without accents or punctuation. */
export function searchName(firstName: string, lastName: string): string {
  return `${firstName} ${lastName}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9 -]/g, '');
}
