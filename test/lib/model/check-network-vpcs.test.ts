import { edit } from './network.edits';
import { type Edit, expectProblems } from './sample-config';

describe('room for subnets', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'a block that is too small',
      [edit('cidr: 10.0.4.0/22', 'cidr: ▸10.0.4.0/25')],
      [
        'vpcs[1].cidr: a VPC of /25 has no room for tier "endpoints" in each of 2 zones, besides a /28 for the attachment; make the VPC larger, or the subnets smaller or fewer',
      ],
    ],
    [
      'a block of a pool',
      [edit('netmask: 22 }\n    tiers', 'netmask: ▸24 }\n    tiers')],
      ['vpcTemplates[3].addresses.netmask: a VPC of /24 has no room for tier "app" in each of 2 zones, besides…'],
    ],
    [
      'accounts of a template, once for each size',
      [
        edit(
          '{ shop-stage: 10.32.0.0/20, shop-dev: 10.32.16.0/20 }',
          '{ shop-stage: ▸10.32.0.0/22, shop-dev: 10.32.16.0/22 }',
        ),
      ],
      ['vpcTemplates[1].cidrs.shop-stage: a VPC of /22 has no room for tier "app" in…'],
    ],
    [
      'the attachment itself',
      [edit('cidr: 10.0.4.0/22', 'cidr: ▸10.0.4.0/28')],
      ['vpcs[1].cidr: a VPC of /28 has no room for tier "attachment" in…'],
    ],
    [
      'one zone has the room of two',
      [
        edit('  - name: internet-egress', '  - ▸name: internet-egress'),
        edit('cidr: 10.0.0.0/22', 'cidr: 10.0.0.0/25\n    zones: [apne2-az1]'),
      ],
      [
        // The others use two.
        'vpcs[0]: warning: egress VPC "internet-egress" is not in zone "apne2-az3"…',
      ],
    ],
  ])('%s', (_, changes, problems) => expectProblems(changes, problems));
});

describe('zones', () => {
  const third = edit('zones: [apne2-az1, apne2-az3]', 'zones: [apne2-az1, apne2-az3, apne2-az2]');
  const two = 'zones: [apne2-az1, apne2-az3]';

  test.each<[string, Edit[], string[]]>([
    [
      'of a VPC that the network does not have',
      [edit('cidr: 10.0.4.0/22', 'cidr: 10.0.4.0/22\n    zones: [apne2-az1, ▸apne2-az2]')],
      [
        'vpcs[1].zones[1]: zone "apne2-az2" is not among zones, so nothing that all VPCs use is there; choose one of apne2-az1, apne2-az3, or add it there',
      ],
    ],
    [
      'of the firewall that the network does not have',
      [edit('segment: inspection\n', 'segment: inspection\n  zones: [apne2-az1, apne2-az3, ▸apne2-az4]\n')],
      ['inspection.zones[2]: zone "apne2-az4" is not among zones, so…'],
    ],
    [
      'without the firewall, which inspected VPCs use',
      [third, edit('segment: inspection\n', `segment: inspection\n  zones: ▸[apne2-az1, apne2-az3]\n`)],
      [
        'inspection.zones: warning: the firewall is not in zone "apne2-az2", from where traffic of "internet-egress", "shared-services", "shop-prod-workload" and 4 more comes: it crosses zones and depends on both; add the zone',
      ],
    ],
    [
      'without the egress VPC, which others use',
      [third, edit('  - name: internet-egress\n', `  - ▸name: internet-egress\n    ${two}\n`)],
      [
        'vpcs[0]: warning: egress VPC "internet-egress" is not in zone "apne2-az2", from where traffic of "shared-services"…',
      ],
    ],
    [
      'that no VPC uses need neither',
      [
        third,
        edit('segment: inspection\n', `segment: inspection\n  ${two}\n`),
        edit('cidr: 10.0.0.0/22', `cidr: 10.0.0.0/22\n    ${two}`),
        edit('cidr: 10.0.4.0/22', `cidr: 10.0.4.0/22\n    ${two}`),
        ...['Workloads/Prod', 'Workloads/Stage, Workloads/Dev', 'Data', 'Sandbox'].map((ous) =>
          edit(`targets: { ous: [${ous}] }`, `targets: { ous: [${ous}] }\n    ${two}`),
        ),
      ],
      [],
    ],
  ])('%s', (_, changes, problems) => expectProblems(changes, problems));
});
