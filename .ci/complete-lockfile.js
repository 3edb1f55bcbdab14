// Adds the builds for other platforms that npm leaves out of package-lock.json when the registry in use does not carry
// them; without these entries `npm ci` refuses the lock file. With --check it only says what is missing.
const { readFileSync, writeFileSync } = require('node:fs');

const CPUS = {
  x64: 'x64',
  arm64: 'arm64',
  ia32: 'ia32',
  arm: 'arm',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
};
const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony'];

/** Whether a package of the lock file finds a dependency where Node would look for it. */
function finds(packages, from, dependency) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${dependency}`]) return true;
    if (folder === '') return false;
  }
}

/** The entry of a build, told from its name: `@swc/core-linux-x64-musl` is for Linux on x64 with musl. */
function entryFor(name, version, dev) {
  const words = name.split('/').at(-1).split('-');
  const cpu = words.map((word) => CPUS[word]).find(Boolean);
  const os = words.find((word) => SYSTEMS.includes(word));
  if (!cpu || !os) throw new Error(`cannot tell the platform of ${name}; add it to package-lock.json by hand`);
  const libc = os === 'linux' && { libc: [words.at(-1).startsWith('musl') ? 'musl' : 'glibc'] };
  return { version: version.replace(/^[\^~]/, ''), cpu: [cpu], ...(dev && { dev }), ...libc, optional: true, os: [os] };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = {};
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (!finds(lock.packages, path, name)) missing[`node_modules/${name}`] = entryFor(name, version, dev);
  }
}
const names = Object.keys(missing);
if (process.argv.includes('--check')) {
  if (names.length > 0)
    console.error(`package-lock.json lacks builds for other platforms; run: npm run lock\n${names.join('\n')}`);
  process.exitCode = names.length > 0 ? 1 : 0;
} else {
  const packages = { ...lock.packages, ...missing };
  lock.packages = Object.fromEntries(
    Object.keys(packages)
      .sort()
      .map((key) => [key, packages[key]]),
  );
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  console.error(`${names.length} entries added to package-lock.json`);
}
