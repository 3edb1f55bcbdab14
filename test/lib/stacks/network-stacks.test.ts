import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../lib/create-app';
import { Governance } from '../../../lib/governance';
import { compareAssemblies } from '../../../lib/guard/compare-assemblies';
import type { GuardChange } from '../../../lib/guard/guard-report';
import { type AssemblyStack, readAssembly } from '../../../lib/guard/read-assembly';
import { organizationNetwork } from '../../../lib/network/organization-network';
import { ofType, type SampleFiles, type SynthesizedStack, sampleNetwork, sampleWith, synthesized } from './synthesized';

type Network = ReturnType<typeof sampleNetwork>;
type Change = (network: Network, files: SampleFiles) => void;

/** The sample with its network, after a change. */
function networkWith(change: Change = () => {}) {
  return sampleWith((files) => {
    const network = sampleNetwork();
    change(network, files);
    files.network = network;
    files.identityCenter = undefined;
  });
}

const named = <Row extends { name: string }>(rows: readonly Row[] | undefined, name: string): Row =>
  rows?.find((row) => row.name === name) as Row;

describe('the stacks of the network', () => {
  let stacks: Record<string, SynthesizedStack>;
  beforeAll(() => {
    stacks = synthesized(networkWith());
  });

  /** Every stack that must be deployed before, near and far. */
  function deployedBefore(id: string): Set<string> {
    const found = new Set<string>();
    const visit = (stack: string): void => {
      for (const next of stacks[stack]?.dependencies ?? []) {
        if (found.has(next)) continue;
        found.add(next);
        visit(next);
      }
    };
    visit(id);
    return found;
  }

  test('hub and routing are in the network account, with the attachments of the accounts between them', () => {
    expect([stacks.NetworkHub?.account, stacks.NetworkRouting?.account]).toEqual(['444455556666', '444455556666']);
    expect(deployedBefore('Account-shop-prod')).toContain('NetworkHub');
    expect(deployedBefore('NetworkRouting')).toContain('Account-shop-prod');
    expect(deployedBefore('NetworkHub')).not.toContain('Account-shop-prod');
  });

  test('whoever reads a value of another account waits for the reader role there', () => {
    expect(deployedBefore('NetworkHub')).toContain('Account-management');
    expect(deployedBefore('Account-shop-prod')).toContain('Account-network');
  });

  test('an account attaches its VPC to the gateway that the hub publishes', () => {
    const [[, attachment]] = ofType(stacks['Account-shop-prod'], 'AWS::EC2::TransitGatewayAttachment') as [
      [string, { Properties: Record<string, unknown> }],
    ];
    expect(attachment.Properties.TransitGatewayId).toEqual({
      'Fn::GetStackOutput': {
        StackName: 'Governance-NetworkHub',
        OutputName: 'TransitGatewayId',
        Region: 'ap-northeast-2',
        RoleArn: 'arn:aws:iam::444455556666:role/GovernanceOutputReader',
      },
    });
  });

  test('the gateway is retained, protected from deletion, and shared with OUs alone', () => {
    expect(stacks.NetworkHub?.terminationProtection).toBe(true);
    const [[, gateway]] = ofType(stacks.NetworkHub, 'AWS::EC2::TransitGateway') as [[string, Record<string, unknown>]];
    expect(gateway).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    for (const [, share] of ofType(stacks.NetworkHub, 'AWS::RAM::ResourceShare')) {
      expect(share.Properties.AllowExternalPrincipals).toBe(false);
      for (const principal of share.Properties.Principals)
        expect(JSON.stringify(principal)).toContain(':ou/o-exampleorgid/');
    }
  });

  test('accounts without a VPC wait for nothing of the network, and an account to be vended has none yet', () => {
    expect(deployedBefore('Account-audit')).not.toContain('NetworkHub');
    expect(Object.keys(stacks)).not.toContain('Account-payments-prod');
  });

  test('no custom resource, and never the attachment type that cannot change its subnets', () => {
    const types = Object.values(stacks).flatMap(({ resources }) => Object.values(resources).map(({ Type }) => Type));
    expect(
      types.filter((type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'),
    ).toEqual([]);
    expect(types).not.toContain('AWS::EC2::TransitGatewayVpcAttachment');
  });
});

test('a gateway, a route table and a pool that exist are named by their ids and not created', () => {
  const stacks = synthesized(
    networkWith((network) => {
      network.transitGateway = { id: 'tgw-0123456789abcdef0' };
      named(network.segments, 'prod').routeTableId = 'tgw-rtb-0123456789abcdef0';
      named(network.addressPools, 'sandbox-pool').id = 'ipam-pool-0123456789abcdef0';
    }),
  );
  expect(ofType(stacks.NetworkHub, 'AWS::EC2::TransitGateway')).toEqual([]);
  expect(ofType(stacks.NetworkHub, 'AWS::EC2::TransitGatewayRouteTable')).toHaveLength(7);
  expect(ofType(stacks.NetworkHub, 'AWS::EC2::IPAM')).toEqual([]);
  const [[, attachment]] = ofType(stacks['Account-shop-prod'], 'AWS::EC2::TransitGatewayAttachment') as [
    [string, { Properties: Record<string, unknown> }],
  ];
  expect(attachment.Properties.TransitGatewayId).toBe('tgw-0123456789abcdef0');
  const [[, vpc]] = ofType(stacks['Account-sandbox-1'], 'AWS::EC2::VPC') as [
    [string, { Properties: Record<string, unknown> }],
  ];
  expect(vpc.Properties.Ipv4IpamPoolId).toBe('ipam-pool-0123456789abcdef0');
});

describe('a change of the network', () => {
  let folder: string;
  let base: AssemblyStack[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guard-'));
    base = assembly('base');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function assembly(name: string, change?: Change): AssemblyStack[] {
    const outdir = join(folder, name);
    const app = createApp({ outdir, templateValidation: false });
    new Governance(app, { organization: networkWith(change) });
    app.synth();
    return readAssembly(outdir);
  }

  /** What the guard says of deploying the changed sample over the sample. */
  function guarded(name: string, change: Change) {
    const report = compareAssemblies(base, assembly(name, change));
    return { ok: report.ok, changes: report.changes.map(kindOf), stacks: report.stacks.map(({ stack }) => stack) };
  }
  const kindOf = ({ type, action, deletedFirst }: GuardChange): string =>
    `${type.replace('AWS::', '')} ${action}${deletedFirst ? ', deleted first' : ''}`;

  test('a VPC that moves to another segment changes its association in place, and no gateway, table or attachment', () => {
    const { ok, changes, stacks } = guarded('segment', (network) => {
      named(network.vpcTemplates, 'vpc').segment = 'nonprod';
      named(network.segments, 'nonprod').cidrs = ['10.32.0.0/14', '10.64.0.0/14'];
      named(network.segments, 'sandbox').cidrs = undefined;
      named(network.segments, 'shared').inspected = ['onprem'];
      named(network.segments, 'egress').inspected = ['prod', 'data', 'nonprod', 'shared'];
    });
    expect(changes).toContain('EC2::TransitGatewayRouteTableAssociation mayBeReplaced, deleted first');
    expect(changes.filter((change) => /TransitGateway(?:Attachment|RouteTable)? /.test(change))).toEqual([]);
    expect(stacks.sort()).toEqual(['Governance-NetworkRouting']);
    expect(ok).toBe(true);
  });

  test('a VPC more adds, and touches nothing that is there', () => {
    const { ok, changes, stacks } = guarded('more', (network) => {
      network.vpcs?.push({
        name: 'build',
        account: 'deployment',
        segment: 'shared',
        cidr: '10.0.8.0/22',
        tiers: [{ name: 'agents', type: 'private', netmask: 25 }],
      });
      named(network.segments, 'shared').cidrs = ['10.0.4.0/22', '10.0.8.0/22'];
    });
    expect(changes).toEqual([]);
    expect(ok).toBe(true);
    expect(stacks).toContain('Governance-Account-deployment');
    expect(stacks).not.toContain('Governance-Account-shop-prod');
  });

  test('a VPC less fails the guard with the VPC and its attachment, and takes no other with it', () => {
    const { ok, changes, stacks } = guarded('less', (network) => {
      network.vpcTemplates = network.vpcTemplates?.filter(({ name }) => name !== 'analytics');
    });
    expect(ok).toBe(false);
    expect(changes).toContain('EC2::VPC deleted');
    expect(changes).toContain('EC2::TransitGatewayAttachment deleted');
    expect(stacks.filter((stack) => stack.startsWith('Governance-Account-'))).toEqual(['Governance-Account-data-prod']);
  });

  test('a tag or a name of an account changes no part of the network', () => {
    const { changes, stacks } = guarded('tag', (_network, { organization }) => {
      named(organization.accounts, 'shop-prod').tags = { service: 'shop', 'cost-center': '9999' };
    });
    expect(changes).toEqual([]);
    expect(stacks.filter((stack) => stack.startsWith('Governance-Network'))).toEqual([]);
  });

  test('an ASN that is set later would replace the gateway: the guard fails', () => {
    const { ok, changes } = guarded('asn', (network) => {
      network.transitGateway = { amazonSideAsn: 64513 };
    });
    expect(ok).toBe(false);
    expect(changes).toContain('EC2::TransitGateway replaced');
  });
});

describe('the segment of a VPC', () => {
  test('decides what the VPC reaches', () => {
    const verdict = (segment: string): string | undefined =>
      organizationNetwork(
        networkWith((network) => {
          named(network.vpcTemplates, 'vpc').segment = segment;
          named(network.addressPools, 'sandbox-pool').cidrs = [segment === 'sandbox' ? '10.64.0.0/14' : '10.50.0.0/16'];
          network.intents = undefined;
        }),
      )?.matrix.reach('sandbox-1-vpc', 'shop-prod-workload').verdict;
    expect([verdict('sandbox'), verdict('data')]).toEqual(['deny', 'allow']);
  });
});
