import { edit, routes } from './network.edits';
import { type Edit, load } from './sample-config';

describe('a segment', () => {
  const NO_INSPECTION = edit(
    '\ninspection:\n  segment: inspection\n  ruleGroups:\n    - name: outbound\n      capacity: 1000\n      priority: 10\n      suricataFile: firewall/outbound.rules\n  logs:\n    alert: { bucketArn: arn:aws:s3:::example-network-logs-222233334444/firewall }\n',
    '\n',
  );

  test.each<[string, Edit[], string]>([
    [
      'both reaches and inspects',
      [
        edit(
          'reaches: [shared]\n    inspected: [prod, onprem]',
          'reaches: [shared]\n    inspected: [prod, onprem, ▸shared]',
        ),
      ],
      'segments[1].inspected[2]: "shared" is among reaches as well, which would pass the firewall by; keep one of the two',
    ],
    [
      'names a segment twice',
      [edit('inspected: [prod, onprem]', 'inspected: [prod, onprem, ▸prod]')],
      'segments[1].inspected[2]: segment "prod" is already used at segments[1]',
    ],
    [
      'inspects one without a summary',
      [edit('inspected: [prod, onprem]', 'inspected: [prod, onprem, ▸inspection]')],
      'segments[1].inspected[2]: "inspection" has no cidrs, which the route to the firewall needs; give it cidrs',
    ],
    [
      'inspects what comes from the firewall',
      [
        edit(
          'reaches: [prod, data, nonprod, sandbox, shared, onprem]',
          'reaches: [data, nonprod, sandbox, shared, onprem]\n    inspected: ▸[prod]',
        ),
      ],
      'segments[6].inspected: the firewall is in this segment, so what it lets through would come back to it for ever; use reaches',
    ],
    [
      'sends the firewall back to itself for the internet',
      [edit('internet: direct', 'internet: ▸inspected')],
      'segments[6].internet: the firewall is in this segment, so what it lets through would come back to it for ever; use direct',
    ],
    [
      'inspects without a firewall',
      [NO_INSPECTION, edit('inspected: [prod, onprem]', 'inspected: ▸[prod, onprem]')],
      'segments[1].inspected: there is no firewall; add inspection, or use reaches',
    ],
    [
      'leaves through no firewall',
      [
        NO_INSPECTION,
        edit(
          'cidrs: [10.64.0.0/14]\n    inspected: [shared]\n    internet: inspected',
          'cidrs: [10.64.0.0/14]\n    inspected: [shared]\n    internet: ▸inspected',
        ),
      ],
      'segments[3].internet: there is no firewall; add inspection, or use direct',
    ],
    [
      'leaves by no VPC',
      [edit('    role: egress\n', '    internet: local\n'), edit('internet: direct', 'internet: ▸direct')],
      'segments[6].internet: there is no VPC with role: egress to leave by; add one to the network account',
    ],
    [
      'has a route to nowhere',
      [routes('▸{ cidr: 10.9.0.0/16 }')],
      'segments[2].routes[0]: has neither to nor blackhole; give exactly one of them',
    ],
    [
      'has a route to two ends',
      [routes('▸{ cidr: 10.9.0.0/16, to: firewall, blackhole: true }')],
      'segments[2].routes[0]: has both to and blackhole; give exactly one of them',
    ],
    [
      'has a route of a block that is dropped',
      [routes('{ cidr: ▸10.16.0.0/14, to: firewall }')],
      'segments[2].routes[0].cidr: 10.16.0.0/14 already goes to blackhole here, as follows from segments[0].cidrs[0]; a block has one target, so remove this route, or write a narrower block',
    ],
    [
      'has a route to a VPC that waits',
      [routes('{ cidr: 10.16.16.0/20, to: ▸payments-prod-workload }')],
      'segments[2].routes[0].to: warning: the account "payments-prod" of "payments-prod-workload" has no id yet or is closed, so there is no such VPC and this has no effect; run accounts sync, or remove it',
    ],
    [
      'has a route to a site that waits',
      [
        routes('{ cidr: 192.168.1.0/24, to: ▸seoul-office }'),
        edit('    attachmentId: tgw-attach-0123456789abcdef0\n', ''),
      ],
      'segments[2].routes[0].to: warning: "seoul-office" has no attachmentId yet, so the route is not made; write the id once the attachment exists',
    ],
  ])('%s', (_, changes, problem) => {
    const { problems, marks } = load(changes);
    expect(problems).toContain(`${marks[0]} ${problem}`);
  });
});
