/**
 * `npm run lock`, after each `npm install`: adds to package-lock.json the optional programs of other platforms
 * that the registry in use did not offer, because `npm ci` refuses a lock that leaves them out.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const OPERATING_SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = lock.packages;

/** Whether Node would find the package from inside the folder. */
function isFound(from, name) {
  for (let folder = from; ; ) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut < 0 ? '' : folder.slice(0, cut);
  }
}

function entryFor(name, range, isDevelopment) {
  const system = OPERATING_SYSTEMS.find((one) => name.includes(one)) ?? (name.includes('windows') ? 'win32' : undefined);
  const processor = PROCESSORS.find((one) => new RegExp(`[-_/]${one}(\\b|-|$)`).test(name));
  return {
    version: range.replace(/^[\^~]/, ''),
    optional: true,
    ...(isDevelopment && { dev: true }),
    ...(processor && { cpu: [processor] }),
    ...(system && { os: [system] }),
  };
}

const added = [];
for (const [folder, entry] of Object.entries({ ...packages })) {
  if (folder === '') continue;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isFound(folder, name)) continue;
    packages[`node_modules/${name}`] = entryFor(name, range, entry.dev);
    added.push(name);
  }
}

if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(added.length === 0 ? 'The lock is complete.' : `Added to the lock: ${added.join(', ')}`);
