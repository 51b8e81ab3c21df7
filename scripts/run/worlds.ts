/**
 * A world is a database of its own with a server of its own, all copied from one seeded database: tests of one
 * world may change its data without the others noticing. Each Playwright project has the world of its name.
 */
export const WORLDS = ['desktop', 'phone', 'no-js', 'http'] as const;
export type World = (typeof WORLDS)[number];

/** E2E_PORT is the first of the ports; each world has the next one. */
const FIRST_PORT = Number.parseInt(process.env.E2E_PORT ?? '3100', 10);

export function portOf(world: World): number {
  return FIRST_PORT + WORLDS.indexOf(world);
}

export function addressOf(world: World): string {
  return `http://127.0.0.1:${portOf(world)}`;
}

/** The worlds to start: all, or those that E2E_WORLDS names with commas between, for work on single files. */
export function chosenWorlds(): readonly World[] {
  const named = process.env.E2E_WORLDS?.split(',');
  return named === undefined ? WORLDS : WORLDS.filter((world) => named.includes(world));
}

export function isWorld(name: string): name is World {
  return (WORLDS as readonly string[]).includes(name);
}
