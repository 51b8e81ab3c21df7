import 'server-only';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

let found: readonly string[] | undefined;

/**
 * The addresses of the build's style sheets. Next tells them to a page that it renders, not to the answer it gives
 * when a page was not found. While developing they change, and are looked up each time.
 */
export function styleSheets(): readonly string[] {
  if (process.env.NODE_ENV === 'production' && found !== undefined) return found;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), process.env.NEXT_DIST_DIR ?? '.next');
  const statics = [join(folder, 'dev', 'static'), join(folder, 'static')].filter((one) => existsSync(one));
  const [inside] = process.env.NODE_ENV === 'production' ? statics.slice(-1) : statics;
  found = inside === undefined ? [] : readdirSync(inside, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css')).sort()
    .map((name) => `/_next/static/${name.split(/[\\/]/).map(encodeURIComponent).join('/')}`);
  return found;
}
