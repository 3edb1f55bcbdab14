import { edit } from './network.edits';
import { type Edit, expectProblems, load, SAMPLE_NETWORK } from './sample-config';

const site = (name: string, segment: string, cidr: string, index = 0) =>
  `  - { name: ${name}, segment: ${segment}, cidrs: [${cidr}], attachmentId: tgw-attach-0000000${index} }\n`;

test('the sample has no problem', () => expect(load([SAMPLE_NETWORK]).problems).toEqual([]));

test('problems are told in Korean too', () => {
  const { problems, marks } = load([edit('cidr: 10.0.4.0/22', 'cidr: ▸10.0.4.1/22')], {}, 'ko');
  expect(problems).toEqual([
    `${marks[0]} vpcs[1].cidr: 10.0.4.1/22에 호스트 비트가 켜져 있습니다: 10.0.4.0/22(으)로 적으세요`,
  ]);
});

describe('host bits', () => {
  test.each<[string, Edit, string]>([
    [
      'of a VPC',
      edit('cidr: 10.0.4.0/22', 'cidr: ▸10.0.4.1/22'),
      'vpcs[1].cidr: 10.0.4.1/22 has host bits set; write 10.0.4.0/22',
    ],
    [
      'of an account of a template',
      edit('shop-prod: 10.16.0.0/20', 'shop-prod: ▸10.16.3.0/20'),
      'vpcTemplates[0].cidrs.shop-prod: 10.16.3.0/20 has host bits set; write 10.16.0.0/20',
    ],
    [
      'of a supernet',
      edit('supernets: [10.0.0.0/8', 'supernets: [▸10.1.0.0/8'),
      'supernets[0]: 10.1.0.0/8 has host bits set; write 10.0.0.0/8',
    ],
    [
      'of a prefix list',
      edit('entries: [{ cidr: 192.168.0.0/16', 'entries: [{ cidr: ▸192.168.0.1/16'),
      'prefixLists[0].entries[0].cidr: 192.168.0.1/16 has host bits set; write 192.168.0.0/16',
    ],
    [
      'of a network ACL',
      edit(
        'type: private, netmask: 25 }',
        'type: private, netmask: 25, networkAcl: [{ direction: ingress, action: allow, protocol: all, cidr: ▸10.0.0.1/8 }] }',
      ),
      'vpcs[1].tiers[0].networkAcl[0].cidr: 10.0.0.1/8 has host bits set; write 10.0.0.0/8',
    ],
  ])('%s', (_, change, problem) => expectProblems([change], [problem]));
});

describe('overlaps', () => {
  test.each<[string, Edit[], string]>([
    [
      'two VPCs of a template',
      [edit('payments-prod: 10.16.16.0/20', 'payments-prod: ▸10.16.8.0/21')],
      'vpcTemplates[0].cidrs.payments-prod: 10.16.8.0/21 overlaps 10.16.0.0/20 of VPC "shop-prod-workload" (vpcTemplates[0].cidrs.shop-prod); an address has one place in the network, so choose another block',
    ],
    [
      'two sites',
      [edit('dns:\n', `${site('busan-office', 'onprem', '▸192.168.7.0/24')}dns:\n`)],
      'sites[1].cidrs[0]: 192.168.7.0/24 overlaps 192.168.0.0/16 of site "seoul-office" (sites[0].cidrs[0]); an…',
    ],
    [
      'a VPC and a pool that IPAM gives from',
      [
        edit(
          'pool: sandbox-pool, netmask: 22 }',
          'pool: sandbox-pool, netmask: 22 }\n    cidrs: { sandbox-1: ▸10.64.0.0/22 }',
        ),
      ],
      'vpcTemplates[3].cidrs.sandbox-1: 10.64.0.0/22 overlaps 10.64.0.0/14 of address pool "sandbox-pool" (addressPools[0].cidrs[0]); IPAM may give these addresses to another VPC, so take them out of the pool, or draw from it with `addresses`',
    ],
    [
      'two pools',
      [edit('vpcs:\n', '  - { name: more, cidrs: [▸10.64.0.0/16] }\nvpcs:\n')],
      'addressPools[1].cidrs[0]: 10.64.0.0/16 overlaps 10.64.0.0/14 of address pool "sandbox-pool" (addressPools[0].cidrs[0]); an…',
    ],
    [
      'a pool and a site',
      [
        edit('vpcs:\n', '  - { name: more, cidrs: [192.168.128.0/20] }\nvpcs:\n'),
        edit('[192.168.0.0/16]\n    attachmentId', '[▸192.168.0.0/16]\n    attachmentId'),
      ],
      'sites[0].cidrs[0]: 192.168.0.0/16 overlaps 192.168.128.0/20 of address pool "more" (addressPools[1].cidrs[0]); an…',
    ],
    [
      'a VPC and the transit gateway itself',
      [
        edit('transitGateway: {}', 'transitGateway: { cidrs: [10.0.5.0/24] }'),
        edit('cidr: 10.0.4.0/22', 'cidr: ▸10.0.4.0/22'),
      ],
      'vpcs[1].cidr: 10.0.4.0/22 overlaps 10.0.5.0/24 of the transit gateway (transitGateway.cidrs[0]); an…',
    ],
    [
      'supernets',
      [edit('192.168.0.0/16]\n\n', '192.168.0.0/16, ▸10.8.0.0/16]\n\n')],
      'supernets[2]: 10.8.0.0/16 overlaps 10.0.0.0/8 of supernets (supernets[0]); keep the larger one',
    ],
  ])('%s', (_, changes, problem) => expectProblems(changes, [problem]));

  test('the summaries of two segments', () => {
    expectProblems(
      [
        edit('    cidrs: [10.32.0.0/14]', '    cidrs: [▸10.16.0.0/12]'),
        edit(
          '{ shop-prod: 10.16.0.0/20, payments-prod: 10.16.16.0/20 }',
          '{ shop-prod: ▸10.16.0.0/20, payments-prod: ▸10.16.16.0/20 }',
        ),
        edit(
          '{ shop-stage: 10.32.0.0/20, shop-dev: 10.32.16.0/20 }',
          '{ shop-stage: ▸10.32.0.0/20, shop-dev: ▸10.32.16.0/20 }',
        ),
      ],
      [
        'segments[2].cidrs[0]: 10.16.0.0/12 overlaps 10.16.0.0/14 of segment "prod" (segments[0].cidrs[0]); an…',
        'vpcTemplates[0].cidrs.shop-prod: 10.16.0.0/20 is in segment "prod" and overlaps 10.16.0.0/12 of segment "nonprod" (segments[2].cidrs[0]), where its traffic would go; choose another block',
        'vpcTemplates[0].cidrs.payments-prod: 10.16.16.0/20 is in segment "prod" and…',
        'vpcTemplates[1].cidrs.shop-stage: 10.32.0.0/20 is outside 10.16.0.0/12 of segment "nonprod"; choose a block inside, or add it to segments[2].cidrs',
        'vpcTemplates[1].cidrs.shop-dev: 10.32.16.0/20 is outside…',
      ],
    );
  });

  test('a block that overlaps many is reported once, with the first three', () => {
    const cidrs = Array.from({ length: 5 }, (_, index) => `10.12.${index * 16}.0/20`);
    const sites = cidrs.map((cidr, index) => site(`site-${index}`, 'far', cidr, index)).join('');
    const wide = site('wide', 'far', '▸10.12.0.0/16', 5);
    expectProblems(
      [edit('dns:\n', `${sites}${wide}dns:\n`), edit('\naddressPools:', '  - name: far\n\naddressPools:')],
      [
        'sites[6].cidrs[0]: 10.12.0.0/16 overlaps 10.12.0.0/20 of site "site-0" (sites[1].cidrs[0]), 10.12.16.0/20 of site "site-1" (sites[2].cidrs[0]), 10.12.32.0/20 of site "site-2" (sites[3].cidrs[0]) and 2 more; an…',
      ],
    );
  });
});

describe('where a block may lie', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'outside its segment',
      [edit('data-prod: 10.48.0.0/20', 'data-prod: ▸10.52.0.0/20')],
      [
        'vpcTemplates[2].cidrs.data-prod: 10.52.0.0/20 is outside 10.48.0.0/14 of segment "data"; choose a block inside, or add it to segments[1].cidrs',
      ],
    ],
    [
      'in another segment',
      [edit('data-prod: 10.48.0.0/20', 'data-prod: ▸10.17.0.0/20')],
      [
        'vpcTemplates[2].cidrs.data-prod: 10.17.0.0/20 is in segment "data" and overlaps 10.16.0.0/14 of segment "prod" (segments[0].cidrs[0]), where its traffic would go; choose another block',
      ],
    ],
    [
      'a pool for a VPC of another segment',
      [edit('cidr: 10.0.4.0/22', 'addresses: { pool: ▸sandbox-pool, netmask: 22 }')],
      [
        'vpcs[1].addresses.pool: 10.64.0.0/14 is in segment "shared" and overlaps 10.64.0.0/14 of segment "sandbox" (segments[3].cidrs[0]), where its traffic would go; choose another block',
      ],
    ],
    [
      'outside the supernets',
      [
        edit(
          '    cidrs: [192.168.0.0/16]\n    attachmentId',
          '    cidrs: [192.168.0.0/16, ▸▸172.16.0.0/16]\n    attachmentId',
        ),
      ],
      [
        'sites[0].cidrs[1]: 172.16.0.0/16 is in no block of supernets, so VPCs would not send it to the transit gateway; add it there, or choose another block',
        'sites[0].cidrs[1]: 172.16.0.0/16 is outside 192.168.0.0/16 of segment "onprem"; choose a block inside, or add it to segments[5].cidrs',
      ],
    ],
    [
      'public addresses',
      [
        edit('supernets: [10.0.0.0/8, ', 'supernets: [10.0.0.0/8, 11.0.0.0/8, '),
        edit('cidrs: [10.0.4.0/22]', 'cidrs: [11.0.4.0/22]'),
        edit('cidr: 10.0.4.0/22', 'cidr: ▸11.0.4.0/22'),
      ],
      ['vpcs[1].cidr: warning: 11.0.4.0/22 holds public addresses, and their owners…'],
    ],
  ])('%s', (_, changes, problems) => expectProblems(changes, problems));

  test.each([
    ['10.0.4.0/16', '/16 is allowed', []],
    ['10.0.4.0/15', '/15 is too large', ['no size that a VPC can have; choose a netmask from /16 to /28']],
  ])('%s: %s', (cidr, _, messages) => {
    const { problems } = load([edit('cidr: 10.0.4.0/22', `cidr: ${cidr}`)]);
    expect(problems.filter((problem) => problem.includes('no size'))).toEqual(
      messages.map((text) => expect.stringContaining(text)),
    );
  });

  test('a segment without cidrs holds any block', () => {
    expectProblems([edit('    cidrs: [10.0.0.0/22]\n', ''), edit('cidr: 10.0.0.0/22', 'cidr: 10.200.0.0/22')], []);
  });

  test.each<[string, string, string]>([
    ['16', '10.0.4.0/16', ''],
    ['15', '10.0.4.0/15', 'choose a netmask from /16 to /28'],
    ['28', '10.0.4.0/28', ''],
    ['29', '10.0.4.0/29', 'choose a netmask from /16 to /28'],
  ])('a VPC of /%s', (_, cidr, message) => {
    const { problems } = load([edit('cidr: 10.0.4.0/22', `cidr: ${cidr}`)]);
    expect(problems.filter((problem) => problem.includes('no size'))).toEqual(
      message === '' ? [] : [expect.stringContaining(message)],
    );
  });
});
