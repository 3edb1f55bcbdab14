import { ENVIRONMENT, resource, tree } from './assembly';
import { association, bucket, changes, compare, type Resources, subnet, table, tgw, vpc } from './compared';

describe('one stack', () => {
  test.each<[string, Resources, Resources, string[]]>([
    ['nothing changed', { Tgw: tgw() }, { Tgw: tgw() }, []],
    ['a description changed', { Tgw: tgw({ Description: 'old' }) }, { Tgw: tgw({ Description: 'new' }) }, []],
    [
      'an ASN was set where none was: the default of AWS does not count',
      { Tgw: tgw() },
      { Tgw: tgw({ AmazonSideAsn: 64512 }) },
      ['replaced Net/Tgw !'],
    ],
    [
      'a property was taken out by AWS::NoValue',
      { Tgw: tgw({ MulticastSupport: 'disable' }) },
      { Tgw: tgw({ MulticastSupport: { Ref: 'AWS::NoValue' } }) },
      ['replaced Net/Tgw !'],
    ],
    [
      'the same number was written as text',
      { Tgw: tgw({ AmazonSideAsn: 64512 }) },
      { Tgw: tgw({ AmazonSideAsn: '64512' }) },
      [],
    ],
    ['a VPC was added', { Tgw: tgw() }, { Tgw: tgw(), Vpc: vpc() }, []],
    ['a VPC was removed', { Tgw: tgw(), Vpc: vpc() }, { Tgw: tgw() }, ['deleted Net/Vpc !']],
    ['a VPC got another CIDR', { Vpc: vpc() }, { Vpc: vpc({ CidrBlock: '10.1.0.0/16' }) }, ['replaced Net/Vpc !']],
    [
      'a VPC got tenancy, which replaces in one direction only',
      { Vpc: vpc({ InstanceTenancy: 'default' }) },
      { Vpc: vpc({ InstanceTenancy: 'dedicated' }) },
      ['mayBeReplaced Net/Vpc !'],
    ],
    ['a tag of a route table changed', { T: table('prod') }, { T: table('production') }, ['replaced Net/T !']],
    [
      'a tag of a VPC changed',
      { Vpc: vpc({ Tags: [{ Key: 'Name', Value: 'a' }] }) },
      { Vpc: vpc({ Tags: [{ Key: 'Name', Value: 'b' }] }) },
      [],
    ],
    [
      'a VPC moved to another segment',
      { Prod: table('prod'), Dev: table('dev'), A: association('Prod') },
      { Prod: table('prod'), Dev: table('dev'), A: association('Dev') },
      ['replaced Net/A'],
    ],
    [
      'an expression changed whose value only the deployment knows',
      { S: subnet({ 'Fn::ImportValue': 'vpc' }) },
      { S: subnet({ 'Fn::ImportValue': 'network-vpc' }) },
      ['mayBeReplaced Net/S !'],
    ],
    [
      'a reference was pointed at another resource',
      { A: vpc(), B: vpc(), S: subnet({ Ref: 'A' }) },
      { A: vpc(), B: vpc(), S: subnet({ 'Fn::GetAtt': ['B', 'VpcId'] }) },
      ['replaced Net/S !'],
    ],
    [
      'what refers to a replaced resource is replaced as well',
      { Vpc: vpc(), S: subnet({ Ref: 'Vpc' }), R: resource('AWS::EC2::RouteTable', { VpcId: { Ref: 'Vpc' } }) },
      {
        Vpc: vpc({ CidrBlock: '10.1.0.0/16' }),
        S: subnet({ Ref: 'Vpc' }),
        R: resource('AWS::EC2::RouteTable', { VpcId: { Ref: 'Vpc' } }),
      },
      ['replaced Net/R', 'replaced Net/S !', 'replaced Net/Vpc !'],
    ],
    [
      'the type under a logical id changed',
      { X: bucket() },
      { X: resource('AWS::S3::AccessPoint', { Bucket: 'logs-example' }) },
      ['deleted Net/X !'],
    ],
    ['a retained bucket was removed', { B: bucket({ DeletionPolicy: 'Retain' }) }, {}, ['retained Net/B']],
    [
      'a bucket was removed that is retained unless its creation failed',
      { B: bucket({ DeletionPolicy: 'RetainExceptOnCreate' }) },
      {},
      ['retained Net/B'],
    ],
    [
      'a snapshot remains of a database, and no database',
      { B: resource('AWS::RDS::DBInstance', {}, { DeletionPolicy: 'Snapshot' }) },
      {},
      ['deleted Net/B !'],
    ],
    [
      'an account is retained by default',
      { A: resource('AWS::Organizations::Account', { AccountName: 'shop' }) },
      {},
      ['retained Net/A'],
    ],
    [
      'replacement makes a new bucket beside a retained one',
      { B: bucket({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }) },
      {
        B: resource('AWS::S3::Bucket', { BucketName: 'logs2-example' }, { DeletionPolicy: 'Retain' }),
      },
      ['replaced Net/B !'],
    ],
    [
      'an unprotected type is told and does not fail',
      { R: resource('AWS::IAM::Role', { RoleName: 'a' }), P: resource('AWS::SNS::Topic') },
      { R: resource('AWS::IAM::Role', { RoleName: 'b' }) },
      ['deleted Net/P', 'replaced Net/R'],
    ],
    [
      'public addresses, DNS of all VPCs and a Direct Connect association went',
      {
        A: resource('AWS::DirectConnect::DirectConnectGatewayAssociation'),
        D: resource('AWS::Route53Resolver::ResolverEndpoint'),
        E: resource('AWS::EC2::EIP'),
        P: resource('AWS::Route53Profiles::Profile', { Name: 'organization' }),
      },
      { P: resource('AWS::Route53Profiles::Profile', { Name: 'other' }) },
      ['deleted Net/A !', 'deleted Net/D !', 'deleted Net/E !', 'replaced Net/P !'],
    ],
    [
      'a nested create-only property changed',
      {
        E: resource('AWS::EC2::VPCEndpoint', { DnsOptions: { DnsRecordIpType: 'ipv4', PrivateDnsPreference: 'ALL' } }),
      },
      {
        E: resource('AWS::EC2::VPCEndpoint', { DnsOptions: { DnsRecordIpType: 'ipv6', PrivateDnsPreference: 'NONE' } }),
      },
      ['replaced Net/E'],
    ],
    [
      'the sibling of a nested create-only property changed',
      { E: resource('AWS::EC2::VPCEndpoint', { DnsOptions: { DnsRecordIpType: 'ipv4' } }) },
      { E: resource('AWS::EC2::VPCEndpoint', { DnsOptions: { DnsRecordIpType: 'ipv6' } }) },
      [],
    ],
    [
      'a subnet was added where the attachment takes it in place',
      { A: resource('AWS::EC2::TransitGatewayAttachment', { SubnetIds: ['a'] }) },
      { A: resource('AWS::EC2::TransitGatewayAttachment', { SubnetIds: ['a', 'b'] }) },
      [],
    ],
    [
      'a subnet was added where the attachment does not',
      { A: resource('AWS::EC2::TransitGatewayVpcAttachment', { SubnetIds: [{ Ref: 'A' }] }) },
      { A: resource('AWS::EC2::TransitGatewayVpcAttachment', { SubnetIds: [{ Ref: 'A' }, { Ref: 'B' }] }) },
      ['replaced Net/A !'],
    ],
    [
      'subnets came in another order',
      { A: resource('AWS::EC2::TransitGatewayVpcAttachment', { SubnetIds: ['a', 'b'] }) },
      { A: resource('AWS::EC2::TransitGatewayVpcAttachment', { SubnetIds: ['b', 'a'] }) },
      ['mayBeReplaced Net/A !'],
    ],
    [
      'an index was added beside one with a create-only key',
      { D: resource('AWS::DynamoDB::GlobalTable', { GlobalSecondaryIndexes: [index('a')] }) },
      { D: resource('AWS::DynamoDB::GlobalTable', { GlobalSecondaryIndexes: [index('b'), index('a')] }) },
      [],
    ],
    [
      'the key of an index changed',
      { D: resource('AWS::DynamoDB::GlobalTable', { GlobalSecondaryIndexes: [index('a')] }) },
      { D: resource('AWS::DynamoDB::GlobalTable', { GlobalSecondaryIndexes: [index('b')] }) },
      ['mayBeReplaced Net/D !'],
    ],
    [
      'a type that the data do not know changed',
      { U: resource('AWS::Example::Unknown', { Size: 1 }) },
      { U: resource('AWS::Example::Unknown', { Size: 2 }) },
      ['mayBeReplaced Net/U'],
    ],
    [
      'a custom resource changed',
      { C: resource('Custom::Content', { Version: 1 }) },
      { C: resource('Custom::Content', { Version: 2 }) },
      [],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  function index(name: string) {
    return { IndexName: name, KeySchema: [{ AttributeName: name, KeyType: 'HASH' }] };
  }

  test('counts what comes and what changes in place', () => {
    const { stacks } = compare(
      tree({ Vpc: vpc(), Tgw: tgw() }),
      tree({ Vpc: vpc({ EnableDnsSupport: true }), Tgw: tgw(), New: vpc() }),
    );
    expect(stacks).toEqual([
      { stack: 'Net', environment: ENVIRONMENT, created: 1, updated: 1, replaced: 0, deleted: 0 },
    ]);
  });

  test('tells the property, what is behind it, and that the old one goes first', () => {
    const { changes: found } = compare(
      tree({ Tgw: tgw(), T: table('prod'), A: association('T') }),
      tree({ Tgw: tgw({ AmazonSideAsn: 64512 }), T: table('prod'), A: association('T') }),
    );
    expect(
      found.map(({ id, properties, because, deletedFirst }) => ({ id, properties, because, deletedFirst })),
    ).toEqual([
      { id: 'Net/A', properties: ['TransitGatewayRouteTableId'], because: ['T'], deletedFirst: true },
      { id: 'Net/T', properties: ['TransitGatewayId'], because: ['Tgw'], deletedFirst: false },
      { id: 'Net/Tgw', properties: ['AmazonSideAsn'], because: [], deletedFirst: false },
    ]);
  });

  test('names the type that takes the logical id over', () => {
    const { changes: found, stacks } = compare(tree({ X: bucket() }), tree({ X: vpc() }));
    expect(found[0]).toMatchObject({ action: 'deleted', becomes: 'AWS::EC2::VPC' });
    expect(stacks[0]).toMatchObject({ created: 1, deleted: 1 });
  });
});

describe('options', () => {
  const before = { Vpc: vpc(), Role: resource('AWS::IAM::Role'), B: bucket({ DeletionPolicy: 'Retain' }) };

  test('what is allowed is told and does not fail', () => {
    const report = compare(tree(before), tree({}), { allow: ['Net/Vpc', 'Net/Typo'] });
    expect(report.ok).toBe(true);
    expect(report.changes.find(({ id }) => id === 'Net/Vpc')).toMatchObject({ allowed: true, fails: false });
    expect(report.unusedAllow).toEqual(['Net/Typo']);
  });

  test('all fails for every type, and not for what is retained', () => {
    expect(changes(before, {}, { all: true })).toEqual(['retained Net/B', 'deleted Net/Role !', 'deleted Net/Vpc !']);
  });
});
