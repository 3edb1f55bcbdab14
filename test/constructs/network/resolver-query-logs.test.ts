import { Stack, Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type NetworkLogDestination, ResolverQueryLogs } from '../../../constructs/network';

function stackWith(destination: NetworkLogDestination, name = 'queries'): Stack {
  const stack = new Stack(undefined, 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  const { profileResources } = new ResolverQueryLogs(stack, 'Logs', { name, destination });
  expect(stack.resolve(profileResources)).toEqual([
    { name, resourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^Logs/), 'Arn'] } },
  ]);
  return stack;
}

test.each<[NetworkLogDestination, unknown]>([
  [{ bucketArn: 'arn:aws:s3:::example-logs/dns/' }, 'arn:aws:s3:::example-logs/dns/'],
  [
    { logGroup: '/governance/dns' },
    { 'Fn::Join': ['', Match.arrayWith([':logs:ap-northeast-2:111122223333:log-group:/governance/dns:*'])] },
  ],
])('records the queries in %j', (destination, DestinationArn) => {
  Template.fromStack(stackWith(destination)).hasResourceProperties('AWS::Route53Resolver::ResolverQueryLoggingConfig', {
    Name: 'queries',
    DestinationArn,
  });
});

test('takes no tag, since a changed one would replace it', () => {
  const stack = stackWith({ logGroup: '/governance/dns' });
  Tags.of(stack).add('team', 'platform');
  Template.fromStack(stack).hasResourceProperties('AWS::Route53Resolver::ResolverQueryLoggingConfig', {
    Tags: Match.absent(),
  });
});

test.each<[string, NetworkLogDestination, string]>([
  [`'destination' must have one place`, {}, 'queries'],
  [`'destination' must have one place`, { bucketArn: 'arn:aws:s3:::example-logs', logGroup: '/dns' }, 'queries'],
  [`'name' must have 1 to 64 letters`, { logGroup: '/dns' }, ''],
])('fails: %s', (message, destination, name) => {
  expect(() => stackWith(destination, name)).toThrow(message);
});
