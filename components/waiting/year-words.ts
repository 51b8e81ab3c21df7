/** `Year 9`, `Reception`. */
export function yearWords(yearGroup: number): string {
  return yearGroup === 0 ? 'Reception' : `Year ${yearGroup}`;
}
