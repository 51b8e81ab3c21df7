/** Where on a page a placement's lines of a partnership's statement stand. */
export function anchorOf(slug: string, { reference }: { readonly reference: string }): string {
  return `${slug}-${reference}`;
}
