import { edit } from './network.edits';
import { type Edit, expectProblems, load } from './sample-config';

const NONPROD = 'reaches: [shared]\n    internet: inspected';
const SANDBOX = 'cidrs: [10.64.0.0/14]\n    inspected: [shared]\n';
/** What the segment of the sandboxes says instead of its way to the internet. */
const sandbox = (lines: string): Edit => edit(`${SANDBOX}    internet: inspected`, `${SANDBOX}    ${lines}`);

describe('both directions', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'inspected there, direct back',
      [
        edit('inspected: [prod, data, onprem]', 'inspected: [prod, ▸data, onprem]'),
        edit(
          '    reaches: [shared]\n    inspected: [prod, onprem]',
          '    reaches: [shared, prod]\n    inspected: [onprem]',
        ),
      ],
      [
        'segments[0].inspected[1]: "data" comes back directly (segments[1].reaches[1]): the firewall would see one direction only and drop the connection; inspect both directions, or neither',
      ],
    ],
    [
      'reached without a route back',
      [edit(NONPROD, NONPROD.replace('shared', 'shared, ▸sandbox'))],
      [
        'segments[2].reaches[1]: warning: "sandbox" has no route back to "nonprod", so no connection comes about; add "nonprod" to reaches of "sandbox", or remove it here',
      ],
    ],
    [
      'inspected without a route back',
      [
        edit('inspected: [prod, onprem]', 'inspected: [onprem]'),
        edit('inspected: [prod, data, onprem]', 'inspected: [prod, ▸data, onprem]'),
      ],
      [
        'segments[0].inspected[1]: warning: "data" has no route back to "prod", so no connection comes about; add "prod" to inspected of "data", or remove it here',
      ],
    ],
    [
      'a route that is written by hand is a way back',
      [
        edit(NONPROD, NONPROD.replace('shared', 'shared, sandbox')),
        sandbox('internet: inspected\n    routes: [{ cidr: 10.32.0.0/21, to: shop-stage-test }]'),
      ],
      [],
    ],
    [
      'nothing comes from a segment that has no addresses',
      [edit('  - name: inspection\n', '  - name: spare\n    reaches: [prod]\n  - name: inspection\n')],
      [],
    ],
  ])('%s', (_, changes, problems) => expectProblems(changes, problems));
});

describe('the internet', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'inspected there, direct back from the egress VPC',
      [
        sandbox('internet: ▸inspected'),
        edit(
          '    inspected: [prod, data, nonprod, sandbox, shared]',
          '    inspected: [prod, data, nonprod, shared]\n    reaches: [sandbox]',
        ),
      ],
      [
        'segments[3].internet: answers come back from "egress" directly (segments[7].reaches[0]): the firewall would see one direction only and drop the connection; move "sandbox" to inspected there',
      ],
    ],
    [
      'no way back from the egress VPC',
      [
        sandbox('internet: ▸inspected'),
        edit('inspected: [prod, data, nonprod, sandbox, shared]', 'inspected: [prod, data, nonprod, shared]'),
      ],
      [
        'segments[3].internet: "egress", where the egress VPC is, has no route back to "sandbox"; add "sandbox" to inspected of "egress"',
      ],
    ],
    [
      'direct there, inspected back',
      [
        sandbox('internet: ▸direct'),
        edit('inspected: [prod, data, nonprod, sandbox, shared]', 'inspected: [prod, data, nonprod, ▸sandbox, shared]'),
      ],
      [
        'segments[3].internet: "sandbox" reaches the internet without inspection; send it through the firewall, or say why under uninspected',
        'segments[7].inspected[3]: "sandbox" comes back directly (segments[3].internet): the firewall would see…',
      ],
    ],
    [
      'a default route that is written by hand',
      [
        sandbox('routes: [▸{ cidr: 0.0.0.0/0, to: internet-egress }]'),
        edit(
          'inspected: [prod, data, nonprod, sandbox, shared]',
          'inspected: [prod, data, nonprod, shared]\n    reaches: [sandbox]',
        ),
        edit('segment: sandbox\n    internet: central\n', 'segment: sandbox\n'),
      ],
      ['segments[3].routes[0]: "sandbox" reaches the internet without inspection; send…'],
    ],
    [
      'a default route to a site is none',
      [
        sandbox('routes: [{ cidr: 0.0.0.0/0, to: seoul-office }]'),
        edit('inspected: [prod, data, nonprod, sandbox, shared]', 'inspected: [prod, data, nonprod, shared]'),
        edit('segment: sandbox\n    internet: central\n', 'segment: sandbox\n'),
      ],
      [],
    ],
    [
      'a gateway of its own',
      [
        edit(
          'cidr: 10.0.4.0/22\n    internet: central\n    tiers:',
          'cidr: 10.0.4.0/22\n    internet: ▸local\n    tiers:\n      - { name: public, type: public, netmask: 28 }',
        ),
      ],
      [
        'vpcs[1].internet: "shared-services" reaches the internet by a gateway of its own, without inspection; send it through the firewall, or say why under uninspected',
      ],
    ],
    [
      'a gateway of its own with a reason',
      [
        edit(
          'cidr: 10.0.4.0/22\n    internet: central\n    tiers:',
          'cidr: 10.0.4.0/22\n    internet: local\n    uninspected: public load balancers stand here\n    tiers:\n      - { name: public, type: public, netmask: 28 }',
        ),
      ],
      [],
    ],
    [
      'a reason for nothing',
      [edit('cidr: 10.0.4.0/22\n', 'cidr: 10.0.4.0/22\n    uninspected: ▸public load balancers stand here\n')],
      ['vpcs[1].uninspected: there is no way to the internet here that passes by the firewall; remove it'],
    ],
  ])('%s', (_, changes, problems) => expectProblems(changes, problems));

  test('without a firewall a way out is a warning', () => {
    const network = `version: 1
supernets: [10.0.0.0/8]
zones: [apne2-az1]
transitGateway: {}
segments:
  - { name: work, reaches: [exit], internet: direct }
  - { name: exit, reaches: [work] }
vpcs:
  - { name: egress, role: egress, segment: exit, cidr: 10.0.0.0/22, tiers: [{ name: public, type: public, netmask: 26 }] }
  - { name: lone, segment: work, cidr: 10.0.4.0/22, internet: local, tiers: [{ name: public, type: public, netmask: 26 }] }
`;
    expect(load([], { 'network.yaml': network }).problems).toEqual([
      'network.yaml:6:46 segments[0].internet: warning: "work" reaches the internet without inspection; add a firewall (inspection), or accept it',
      'network.yaml:10:63 vpcs[1].internet: warning: "lone" reaches the internet by a gateway of its own, without inspection; add a firewall (inspection), or accept it',
    ]);
  });
});

describe('the segment of the firewall', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'has no route to a segment that is inspected',
      [
        edit(
          'reaches: [prod, data, nonprod, sandbox, shared, onprem]',
          'reaches: ▸[prod, data, nonprod, sandbox, shared]',
        ),
      ],
      [
        'segments[6].reaches: "inspection", the segment of the firewall, has no route to "onprem", whose traffic "prod" sends through it; add "onprem" to reaches',
      ],
    ],
    [
      'has no route back to a segment that leaves for the internet',
      [
        edit(
          'reaches: [prod, data, nonprod, sandbox, shared, onprem]',
          'reaches: ▸[prod, data, nonprod, shared, onprem]',
        ),
      ],
      ['segments[6].reaches: "inspection", the segment of the firewall, has no route to "sandbox", whose…'],
    ],
    [
      'has no way to the internet',
      [edit('    internet: direct\n', ''), edit('  - name: inspection\n', '  - ▸name: inspection\n')],
      [
        'segments[6]: "prod" sends what goes to the internet through the firewall, whose segment "inspection" cannot pass it on; write internet: direct here',
      ],
    ],
  ])('%s', (_, changes, problems) => expectProblems(changes, problems));
});

describe('blackholes that are written by hand', () => {
  const routes = (segment: string, ...lines: string[]): Edit =>
    edit(`  - name: ${segment}\n    cidrs`, `  - name: ${segment}\n    routes: [${lines.join(', ')}]\n    cidrs`);

  test.each<[string, Edit, string[]]>([
    [
      'the same block as a VPC that propagates',
      routes('prod', '{ cidr: ▸10.0.4.0/22, blackhole: true }'),
      [
        'segments[0].routes[0].cidr: drops all of 10.0.4.0/22, which this table leads to "shared-services"; remove one of the two',
      ],
    ],
    [
      'a part of a VPC that propagates',
      routes('prod', '{ cidr: ▸10.0.5.0/24, blackhole: true }'),
      [
        'segments[0].routes[0].cidr: warning: drops a part of 10.0.4.0/22, which this table leads to "shared-services"; remove it unless that is meant',
      ],
    ],
    [
      'a part of what is inspected',
      routes('prod', '{ cidr: ▸192.168.9.0/24, blackhole: true }'),
      [
        'segments[0].routes[0].cidr: warning: drops a part of 192.168.0.0/16, which this table leads to "firewall"; remove…',
      ],
    ],
    [
      'more than a VPC that propagates',
      routes('prod', '{ cidr: ▸10.0.0.0/16, blackhole: true }'),
      [
        'segments[0].routes[0].cidr: does not stop 10.0.4.0/22 to "shared-services": narrower routes of this table win over 10.0.0.0/16; do not reach them here, or write narrower blackholes',
      ],
    ],
    [
      'more than several',
      routes('shared', '{ cidr: ▸10.32.0.0/12, blackhole: true }'),
      ['segments[4].routes[0].cidr: does not stop 10.32.0.0/20 to "shop-stage-test" and 1 more: narrower…'],
    ],
    ['a part of the internet', routes('prod', '{ cidr: 203.0.113.0/24, blackhole: true }'), []],
    ['a block that nobody reaches', routes('prod', '{ cidr: 10.99.0.0/16, blackhole: true }'), []],
  ])('%s', (_, change, problems) => expectProblems([change], problems));
});
