import type { Edit } from './corpus';

/** Keys that should not be there, and YAML that is refused or broken. */
export const BAD_SYNTAX: readonly Edit[] = [
  // Keys
  ['missing key', '    ou: Root\n', '', '21:5 accounts[0]: required key "ou" is missing'],
  ['missing key of a mapping', '  rootId: r-exam\n', '', '3:1 organization: required key "rootId" is missing'],
  ['missing key of the file', 'homeRegion: ap-northeast-2\n', '', '2:1: required key "homeRegion" is missing'],
  [
    'unknown key, nothing near',
    'homeRegion: ap',
    'color: red\nhomeRegion: ap',
    '7:1 color: unknown key "color" — known keys: "version", "organization", "homeRegion", ',
  ],
  [
    'unknown key of a mapping without keys',
    'deny-leave-org: {}',
    'deny-leave-org: { strict: true }',
    '60:25 guardrails[0].presets.deny-leave-org.strict: unknown key "strict" — remove it',
  ],
  [
    'unknown guardrail',
    'deny-leave-org: {}',
    'deny-leave-orgs: {}',
    '60:7 guardrails[0].presets.deny-leave-orgs: unknown key "deny-leave-orgs" — did you mean "deny-leave-org"?',
  ],
  [
    'capital letters',
    'homeRegion: ap',
    'HomeRegion: ap',
    '7:1 HomeRegion: unknown key "HomeRegion" — did you mean "homeRegion"?',
  ],
  [
    'duplicate key',
    '    ou: Root\n',
    '    ou: Root\n    ou: Workloads\n',
    '25:5 accounts[0].ou: duplicate key "ou": it already stands in line 24, remove one of them',
  ],
  [
    'duplicate key, quoted',
    '    ou: Root\n',
    '    ou: Root\n    "ou": Root\n',
    '25:5 accounts[0].ou: duplicate key "ou"',
  ],
  [
    '__proto__',
    'tags: { team: platform }',
    'tags: { __proto__: { polluted: yes } }',
    '18:13 organizationalUnits[0].tags.__proto__: unknown key "__proto__": the name is reserved, remove it',
  ],
  [
    'constructor',
    'tags: { team: platform }',
    'tags: { constructor: { prototype: { polluted: yes } } }',
    '18:13 organizationalUnits[0].tags.constructor: unknown key "constructor"',
  ],
  [
    'prototype',
    'tags: { team: platform }',
    'tags: { "prototype": x }',
    '18:13 organizationalUnits[0].tags.prototype: unknown key "prototype"',
  ],
  [
    'key is a number',
    'tags: { team: platform }',
    'tags: { 2100: platform }',
    '18:13 organizationalUnits[0].tags: a key must be a string: write it in quotes: "2100"',
  ],
  [
    'key is null',
    '      Version:',
    '      Null: {}\n      Version:',
    '66:7 policies[0].content: a key must be a string: write it in quotes: "Null"',
  ],
  [
    'key is a list',
    'tags: { team: platform }',
    'tags: { [team]: platform }',
    '18:13 organizationalUnits[0].tags: a key must be a string: write a name before the ":"',
  ],
  [
    'key is empty',
    'tags: { team: platform }',
    'tags: { : platform }',
    '18:12 organizationalUnits[0].tags: a key must be a string: write a name before the ":"',
  ],
  // YAML that is refused
  ['anchor', 'ou: Root', 'ou: &root Root', '24:9: anchors, aliases and merge keys (&, *, <<) are not supported'],
  ['alias', 'ou: Root', 'ou: *root', '24:9: anchors, aliases and merge keys (&, *, <<) are not supported'],
  [
    'alias as key',
    'ou: Root',
    '*root : Root\n    ou: Root',
    '24:5: anchors, aliases and merge keys (&, *, <<) are not supported',
  ],
  [
    'merge key',
    'ou: Root',
    '<<: { ou: Root }\n    ou: Root',
    '24:5: anchors, aliases and merge keys (&, *, <<) are not supported',
  ],
  ['custom tag', 'ou: Root', 'ou: !ref Root', '24:9: tags (!name) are not supported'],
  ['standard tag', 'id: "111122223333"', 'id: !!str 111122223333', '22:9: tags (!name) are not supported'],
  ['directive', 'version: 1', '%YAML 1.1\n---\nversion: 1', '2:1: directives (%NAME) are not supported'],
  ['two documents', 'breakGlass:', '---\nbreakGlass:', '13:1: a second document starts here'],
  // YAML that is broken
  ['tab as indentation', '  rootId', '\trootId', '5:1: a tab is used as indentation: use spaces'],
  ['tab in a list', '    ou: Root', '\tou: Root', '24:1: a tab is used as indentation: use spaces'],
  [
    'two independent mistakes',
    'ou: Root',
    'ou: @Root\n    purpose: a: b',
    '24:9: a value cannot start with this character',
    '25:14: a value that contains ": " must be in quotes',
  ],
  [
    'unclosed bracket',
    '[ap-northeast-2, us-east-1]',
    '[ap-northeast-2, us-east-1',
    '9:1: wrong indentation, or an open "[" or "{" before',
  ],
  ['unclosed quote', "'shop'", "'shop", '34:11: the quote is not closed'],
  [
    'bad escape',
    'description: A policy',
    'description: "A \\qolicy"\n    # policy',
    '64:21: unknown escape in double quotes',
  ],
  ['stray word', '    expect: deny\n', '    expect: deny\n   stray\n', '91:1: a character is missing'],
  [
    'colon in a value',
    'description: A policy',
    'description: A: policy',
    '64:18: a value that contains ": " must be in quotes',
  ],
];
