import { edited, ORGANIZATION } from './config-folder';
import type { BadInput } from './corpus';

const DEEP = 'nested deeper than 40 levels: flatten the structure';
/** Thirty levels of aliases. */
export const BOMB = ['a: &a [x, x]', ...Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a, *a]`)].join('\n');

/** Whole files and folders. */
export const BAD_FILES: readonly BadInput[] = [
  {
    name: 'no organization.yaml',
    folder: {},
    expected: ['organization.yaml: required file "organization.yaml" is missing'],
  },
  { name: 'empty file', folder: { 'organization.yaml': '' }, expected: ['organization.yaml:1:1: the file is empty'] },
  {
    name: 'only comments',
    folder: { 'organization.yaml': '# nothing\n\n' },
    expected: ['organization.yaml:1:1: the file is empty'],
  },
  { name: 'only null', folder: { 'organization.yaml': '~\n' }, expected: ['organization.yaml:1:1: the file is empty'] },
  {
    name: 'a list',
    folder: { 'organization.yaml': '\n- a\n' },
    expected: ['organization.yaml:2:1: expected a mapping, found a list'],
  },
  {
    name: 'a word',
    folder: { 'organization.yaml': 'hello' },
    expected: ['organization.yaml:1:1: expected a mapping, found "hello"'],
  },
  {
    name: 'Latin-1 bytes',
    folder: { 'organization.yaml': Buffer.from('# a\n# caf\u00e9\n', 'latin1') },
    expected: ['organization.yaml:2:6: not UTF-8 from here on'],
  },
  {
    name: 'UTF-16',
    folder: { 'organization.yaml': Buffer.from('\ufeffversion: 1', 'utf16le') },
    expected: ['organization.yaml:1:1: not UTF-8 from here on'],
  },
  {
    name: 'cut in a character',
    folder: { 'organization.yaml': Buffer.from('# 쇼').subarray(0, 4) },
    expected: ['organization.yaml:1:3: not UTF-8 from here on'],
  },
  {
    name: 'NUL',
    folder: { 'organization.yaml': 'version: 1\n\0' },
    expected: ['organization.yaml:2:1: control character U+0000'],
  },
  {
    name: 'carriage returns alone',
    folder: { 'organization.yaml': 'version: 1\rhomeRegion: x' },
    expected: ['organization.yaml:1:11: control character U+000D'],
  },
  {
    name: '10 MB',
    folder: { 'organization.yaml': Buffer.alloc(10_000_000, 'a') },
    expected: ['organization.yaml: the file has 9.5 MiB, the limit is 5 MiB'],
  },
  {
    name: 'too many values',
    folder: { 'organization.yaml': `accounts: [${'1,'.repeat(300_000)}]` },
    expected: ['organization.yaml:1:333341: more keys and values than one file may have'],
  },
  {
    name: 'deep flow nesting',
    folder: { 'organization.yaml': '['.repeat(100_000) },
    expected: [`organization.yaml:1:42: ${DEEP}`],
  },
  {
    name: 'deep block nesting',
    folder: { 'organization.yaml': '- '.repeat(100_000) },
    expected: [`organization.yaml:1:83: ${DEEP}`],
  },
  {
    name: 'deep nesting by lines',
    folder: { 'organization.yaml': Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('') },
    expected: [`organization.yaml:42:42: ${DEEP}`],
  },
  {
    name: 'misspelt file name',
    folder: { 'organisation.yaml': ORGANIZATION },
    expected: [
      'organisation.yaml: unknown file — did you mean "organization.yaml"?',
      'organization.yaml: required file "organization.yaml" is missing',
    ],
  },
  {
    name: 'other ending',
    folder: { 'organization.yaml': ORGANIZATION, 'control-tower.yml': 'version: 1' },
    expected: ['control-tower.yml: unknown file — did you mean "control-tower.yaml"?'],
  },
  {
    name: 'unknown YAML file',
    folder: { 'organization.yaml': ORGANIZATION, 'notes.yaml': '' },
    expected: ['notes.yaml: unknown file: nothing reads it'],
  },
  {
    name: 'misspelt lock',
    folder: { 'organization.yaml': ORGANIZATION, 'account.lock.json': '{}' },
    expected: ['account.lock.json: unknown file — did you mean "accounts.lock.json"?'],
  },
  {
    name: 'lock with one id on two lines',
    folder: {
      'organization.yaml': ORGANIZATION,
      'accounts.lock.json': JSON.stringify({
        version: 1,
        organizationId: 'o-exampleorgid',
        accounts: ['shop', 'deployment'].map((name) => ({
          name,
          email: `${name}@example.com`,
          id: '111122223333',
          status: 'ACTIVE',
        })),
      }),
    },
    expected: ['accounts.lock.json:1:200 accounts[1].id: "111122223333" is on two lines: remove one of them'],
  },
  {
    name: 'bad lock',
    folder: {
      'organization.yaml': ORGANIZATION,
      'accounts.lock.json': '{\n\t"version": 1,\n\t"organizationId": 3,\n\t"accounts": [],\n\t"version": 1\n}',
    },
    expected: [
      'accounts.lock.json:3:20 organizationId: expected a string, found the number 3',
      'accounts.lock.json:5:2 version: duplicate key "version": it already stands in line 2',
    ],
  },
  {
    name: 'every file has its say',
    folder: {
      'organization.yaml': edited('version: 1', 'version: 2'),
      'control-tower.yaml': 'version: 3\n',
      'accounts.lock.json': '[',
    },
    expected: [
      'accounts.lock.json:1:2: ',
      'control-tower.yaml:1:1: required key "landingZone" is missing',
      'control-tower.yaml:1:10 version: unknown version "3": this release knows 1',
      'organization.yaml:2:10 version: unknown version "2": this release knows 1',
    ],
  },
  {
    name: 'unknown keys where the discriminator is missing',
    folder: {
      'organization.yaml': ORGANIZATION,
      'control-tower.yaml': 'version: 1\nlandingZone:\n  mdoe: adopt\n  color: red\n  version: "4.0"\n',
    },
    expected: [
      'control-tower.yaml:3:3 landingZone.mdoe: unknown key "mdoe" — did you mean "mode"?',
      'control-tower.yaml:4:3 landingZone.color: unknown key "color" — known keys: "mode", ',
    ],
  },
  {
    name: 'unknown option of a discriminated union',
    folder: {
      'organization.yaml': ORGANIZATION,
      'control-tower.yaml': 'version: 1\nlandingZone:\n  mode: adopted\n  version: "4.0"\n',
    },
    expected: [
      'control-tower.yaml:3:9 landingZone.mode: expected one of "adopt", "create"; found "adopted" — did you mean "adopt"?',
    ],
  },
  {
    name: 'mistakes of one kind in one line',
    folder: { 'organization.yaml': edited('roles: [break-glass]', 'roles: ["a b", "c d", 쇼핑😀]') },
    expected: [
      'organization.yaml:14:11 breakGlass.roles[0]: ',
      'organization.yaml:14:18 breakGlass.roles[1]: ',
      'organization.yaml:14:25 breakGlass.roles[2]: ',
    ],
  },
  {
    name: 'column after a wide character',
    folder: { 'organization.yaml': edited('roles: [break-glass]', 'roles: ["😀", 1]') },
    expected: [
      'organization.yaml:14:11 breakGlass.roles[0]: ',
      'organization.yaml:14:16 breakGlass.roles[1]: expected a string',
    ],
  },
];
