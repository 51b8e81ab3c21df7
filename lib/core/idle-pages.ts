/** Pages that name pupils: a session left idle there ends. */
const NAMES_PUPILS = /^\/[^/]+\/(officer|site|school|partnership|tasks)(\/|$)/;

/** Whether a page shows pupils' names; by its path in the tree (`/[authority]/officer`) or as a browser asks for it. */
export function namesPupils(path: string): boolean {
  return NAMES_PUPILS.test(path);
}
