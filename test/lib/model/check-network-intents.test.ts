import { type Edit, expectProblems } from './sample-config';

const intents = (...lines: string[]): Edit => [
  '  - { name: production uses the shared endpoints',
  `${lines.map((line) => `  - { ${line} }\n`).join('')}  - { name: production uses the shared endpoints`,
  'network.yaml',
];

test.each<[string, Edit, string[]]>([
  [
    'one VPC to itself',
    intents('name: a, from: shared-services, to: ▸shared-services, expect: allow'),
    [
      'intents[8].to: "shared-services" is `from` as well, and one place cannot be reached from itself over the network; name another side, or a segment',
    ],
  ],
  [
    'the internet to itself',
    intents('name: a, from: internet, to: ▸internet, expect: deny'),
    ['intents[8].to: "internet" is `from` as well, and…'],
  ],
  ['a segment to itself is about the pairs in it', intents('name: a, from: data, to: data, expect: deny'), []],
  [
    'allow after deny',
    intents('name: oops, from: prod, to: nonprod, expect: ▸allow'),
    [
      'intents[8].expect: "oops" expects allow and "production never reaches non-production" (intents[0]) expects deny of the same traffic; remove one of them',
    ],
  ],
  [
    'deny after via',
    intents('name: oops, from: sandbox, to: internet, expect: ▸deny'),
    ['intents[8].expect: "oops" expects deny and "sandboxes leave through inspection" (intents[5]) expects via of…'],
  ],
  [
    'deny and allow of one port',
    intents(
      'name: a, from: data, to: shared, expect: allow, port: 443',
      'name: b, from: data, to: shared, expect: ▸deny, port: 443',
    ),
    ['intents[9].expect: "b" expects deny and "a" (intents[8]) expects allow of…'],
  ],
  [
    'deny of every port and allow of one',
    intents(
      'name: a, from: data, to: shared, expect: deny',
      'name: b, from: data, to: shared, expect: ▸allow, port: 443',
    ),
    ['intents[9].expect: "b" expects allow and "a" (intents[8]) expects deny of…'],
  ],
  [
    'deny of one port and allow of some',
    intents(
      'name: a, from: data, to: shared, expect: deny, port: 22',
      'name: b, from: data, to: shared, expect: allow',
    ),
    [],
  ],
  ['allow and via agree', intents('name: a, from: sandbox, to: internet, expect: allow'), []],
  ['the other direction is another matter', intents('name: a, from: shared, to: prod, expect: deny'), []],
])('%s', (_, change, problems) => expectProblems([change], problems));
