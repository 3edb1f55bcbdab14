import { Fn, type Stack, Token } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { SiteToSiteVpn, type SiteToSiteVpnProps } from '../../../constructs/network';
import { synthesize, TRANSIT_GATEWAY } from './hub-fixtures';

const GATEWAY = 'AWS::EC2::CustomerGateway';
const CONNECTION = 'AWS::EC2::VPNConnection';

interface Tunnel {
  readonly [option: string]: unknown;
}

function vpn(props: (stack: Stack) => Partial<SiteToSiteVpnProps> = () => ({})): Template {
  return synthesize(
    (stack) =>
      void new SiteToSiteVpn(stack, 'Seoul', {
        vpnName: 'seoul-office',
        transitGateway: TRANSIT_GATEWAY,
        ipAddress: '203.0.113.10',
        ...props(stack),
      }),
  );
}

function tunnels(template: Template): Tunnel[] {
  return Object.values(template.findResources(CONNECTION)).flatMap(
    ({ Properties }) => Properties.VpnTunnelOptionsSpecifications as Tunnel[],
  );
}

const values = (option: unknown): unknown[] => (option as { Value: unknown }[]).map(({ Value }) => Value);

test('connects the device with the transit gateway by BGP', () => {
  const template = vpn(() => ({ bgpAsn: 65010 }));
  const [customerGateway] = Object.keys(template.findResources(GATEWAY));
  const Tags = [{ Key: 'Name', Value: 'seoul-office' }];
  template.hasResourceProperties(
    GATEWAY,
    Match.exact({ Type: 'ipsec.1', IpAddress: '203.0.113.10', BgpAsn: 65010, Tags }),
  );
  template.hasResourceProperties(CONNECTION, {
    Type: 'ipsec.1',
    TransitGatewayId: TRANSIT_GATEWAY.transitGatewayId,
    CustomerGatewayId: { Ref: customerGateway },
    StaticRoutesOnly: false,
    Tags,
  });
});

test.each<[number | undefined, Record<string, unknown>]>([
  [undefined, { BgpAsn: 65000, BgpAsnExtended: Match.absent() }],
  [2147483647, { BgpAsn: 2147483647, BgpAsnExtended: Match.absent() }],
  [2147483648, { BgpAsnExtended: 2147483648, BgpAsn: Match.absent() }],
])('the ASN %p is written where AWS wants it', (bgpAsn, expected) => {
  vpn(() => ({ bgpAsn })).hasResourceProperties(GATEWAY, expected);
});

test('a device without BGP has static routes', () => {
  vpn(() => ({ staticRoutesOnly: true })).hasResourceProperties(CONNECTION, { StaticRoutesOnly: true });
});

test('both tunnels take strong ciphers only', () => {
  const [one, two, ...more] = tunnels(vpn());
  expect(more).toEqual([]);
  expect(two).toEqual(one);
  expect(values(one?.IKEVersions)).toEqual(['ikev2']);
  for (const phase of ['Phase1', 'Phase2']) {
    expect(values(one?.[`${phase}EncryptionAlgorithms`])).toEqual(['AES256', 'AES256-GCM-16']);
    expect(values(one?.[`${phase}IntegrityAlgorithms`])).toEqual(['SHA2-256', 'SHA2-384', 'SHA2-512']);
    expect(values(one?.[`${phase}DHGroupNumbers`])).toEqual([14, 15, 16, 17, 18, 19, 20, 21]);
  }
});

test('AWS brings tunnels up and restarts them', () => {
  expect(tunnels(vpn())[0]).toMatchObject({ StartupAction: 'start', DPDTimeoutAction: 'restart' });
});

test('no key is in the template; AWS keeps them where a right to look at networks does not show them', () => {
  const template = vpn();
  template.hasResourceProperties(CONNECTION, { PreSharedKeyStorage: 'SecretsManager' });
  expect(tunnels(template).filter((tunnel) => 'PreSharedKey' in tunnel)).toEqual([]);
});

test('a replaced connection stays until the device uses the new one, a removed one goes', () => {
  const template = vpn();
  for (const type of [GATEWAY, CONNECTION]) {
    template.hasResource(type, { UpdateReplacePolicy: 'Retain', DeletionPolicy: 'Delete' });
  }
});

test('logs nothing unless told where', () => {
  expect(tunnels(vpn()).filter((tunnel) => 'LogOptions' in tunnel)).toEqual([]);
});

test.each([
  [false, true],
  [true, undefined],
])('with static routes only %p, BGP is logged: %p', (staticRoutesOnly, BgpLogEnabled) => {
  const template = vpn((stack) => ({
    staticRoutesOnly,
    logGroup: LogGroup.fromLogGroupName(stack, 'Logs', '/governance/vpn'),
  }));
  const LogGroupArn = {
    'Fn::Join': [
      '',
      ['arn:', { Ref: 'AWS::Partition' }, ':logs:ap-northeast-2:444455556666:log-group:/governance/vpn'],
    ],
  };
  for (const tunnel of tunnels(template)) {
    expect(tunnel.LogOptions).toEqual({
      CloudwatchLogOptions: {
        LogEnabled: true,
        LogGroupArn,
        LogOutputFormat: 'json',
        ...(BgpLogEnabled && { BgpLogEnabled, BgpLogGroupArn: LogGroupArn, BgpLogOutputFormat: 'json' }),
      },
    });
  }
});

test('takes values that only the deployment knows', () => {
  vpn(() => ({
    ipAddress: Fn.importValue('Address'),
    bgpAsn: Token.asNumber(Fn.importValue('Asn')),
  })).hasResourceProperties(GATEWAY, {
    IpAddress: { 'Fn::ImportValue': 'Address' },
    BgpAsn: { 'Fn::ImportValue': 'Asn' },
  });
});

test.each<[string, Partial<SiteToSiteVpnProps>]>([
  ['not an IPv4 address: "203.0.113.256"', { ipAddress: '203.0.113.256' }],
  ['not an IPv4 address: "vpn.example.com"', { ipAddress: 'vpn.example.com' }],
  ["'bgpAsn' must be a whole number from 1 to 4294967295, got 0", { bgpAsn: 0 }],
  ["'bgpAsn' must be a whole number from 1 to 4294967295, got 4294967296", { bgpAsn: 4294967296 }],
])('fails: %s', (message, props) => {
  expect(() => vpn(() => props)).toThrow(message);
});
