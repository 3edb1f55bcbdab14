import { ProblemList } from '../../../lib/model/model-problem';
import { checkHomeZones } from '../../../lib/model/network-zones';
import { edit } from './network.edits';
import { type Edit, expectProblems, load } from './sample-config';

const TIER = '- { name: endpoints, type: private, netmask: 25 }';
const OUTBOUND = 'endpoints: { vpc: shared-services, outbound: true }';
const RULES = `  rules:
    - name: corp
      domain: corp.example.com
      targets: [{ ip: 192.168.0.53 }, { ip: 192.168.1.53 }]
`;

test.each<[string, Edit[], string]>([
  [
    'a tier that is named as the subnets of the attachment',
    [edit(TIER, '- { name: ▸attachment, type: private, netmask: 25 }')],
    'vpcs[1].tiers[0].name: "attachment" is what the subnets of the attachment are called; choose another name',
  ],
  [
    'two tiers of one name',
    [edit(TIER, `${TIER}\n      - { name: ▸endpoints, type: private, netmask: 26 }`)],
    'vpcs[1].tiers[1].name: tier "endpoints" is already used at vpcs[1]',
  ],
  [
    'an endpoint that a gateway gives for nothing',
    [edit('ec2messages, sts]', 'ec2messages, sts, ▸s3]')],
    'centralEndpoints.services[4]: "s3" has a gateway endpoint in each VPC, which is free; remove it here',
  ],
  [
    'a rule with a wildcard',
    [edit('domain: corp.example.com', 'domain: ▸"*.corp.example.com"')],
    'dns.rules[0].domain: a rule covers all names below its domain by itself; write corp.example.com',
  ],
  [
    'an outbound endpoint without rules',
    [edit(OUTBOUND, 'endpoints: { vpc: shared-services, outbound: ▸true }'), edit(RULES, '')],
    'dns.endpoints.outbound: is of no use without rules that name the DNS servers; add dns.rules, or remove it',
  ],
])('%s', (_what, edits, problem) => expectProblems(edits, [problem]));

test.each<[string, Edit, string]>([
  [
    'the internet among the supernets',
    edit('supernets: [10.0.0.0/8, 192.168.0.0/16]', 'supernets: [▸0.0.0.0/0]'),
    'supernets[0]: holds the internet, which segments and VPCs decide by `internet`; write private blocks only',
  ],
  [
    'a supernet in a VPC',
    edit('supernets: [10.0.0.0/8, 192.168.0.0/16]', 'supernets: [▸10.0.4.0/22, 10.16.0.0/12, 192.168.0.0/16]'),
    'supernets[0]: 10.0.4.0/22 lies in the block 10.0.4.0/22 of VPC "shared-services", which could not send it to the transit gateway; write a larger block',
  ],
])('%s', (_what, change, problem) => {
  const { problems, marks } = load([change]);
  expect(problems).toContain(`${marks[0]} ${problem}`);
});

test('zones of another Region than the home Region', () => {
  expectProblems(
    [edit('zones: [apne2-az1, apne2-az3]', 'zones: [▸use1-az1, use1-az2]')],
    [
      'zones[0]: "use1-az1" is no zone of the home Region "ap-northeast-2", where the network is; write zones such as apne2-az1',
    ],
  );
});

test.each([
  ['us-east-1', 'use1-az1'],
  ['ap-southeast-2', 'apse2-az1'],
  ['eu-central-1', 'euc1-az1'],
  ['us-gov-west-1', 'usgw1-az1'],
  ['cn-northwest-1', 'cnnw1-az1'],
  ['il-central-1', 'ilc1-az1'],
])('%s has the zone %s', (region, zone) => {
  const list = new ProblemList('network.yaml', () => '');
  checkHomeZones([zone], region, list);
  expect(list.problems).toEqual([]);
});
