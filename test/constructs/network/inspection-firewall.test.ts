import { App, Fn, Stack, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { type FirewallRuleGroup, InspectionFirewall, type InspectionFirewallProps } from '../../../constructs/network';
import { nagReport } from '../../support/nag-report';

const FIREWALL = 'AWS::NetworkFirewall::Firewall';
const POLICY = 'AWS::NetworkFirewall::FirewallPolicy';
const RULE_GROUP = 'AWS::NetworkFirewall::RuleGroup';
const LOGGING = 'AWS::NetworkFirewall::LoggingConfiguration';
const MANAGED = 'arn:aws:network-firewall:ap-northeast-2:aws-managed:stateful-rulegroup/BotNetCommandAndControlDomains';
const PASS = 'pass tls $HOME_NET any -> $EXTERNAL_NET 443 (flow:to_server; sid:1;)';
const BASE: InspectionFirewallProps = {
  firewallName: 'firewall',
  transitGatewayId: 'tgw-0123456789abcdef0',
  zones: ['apne2-az1', 'apne2-az3'],
  homeNetworks: ['10.0.0.0/8', '192.168.0.0/16'],
};
const OUTBOUND: FirewallRuleGroup = { name: 'outbound', capacity: 100, priority: 20, rules: PASS };

function stackWith(props: Partial<InspectionFirewallProps> = {}, app = new App()): Stack {
  const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-northeast-2' } });
  new InspectionFirewall(stack, 'Firewall', { ...BASE, ...props });
  return stack;
}

function template(props: Partial<InspectionFirewallProps> = {}): Template {
  return Template.fromStack(stackWith(props));
}

/** What a group with these settings becomes. */
function ruleGroup(group: Partial<FirewallRuleGroup>): Record<string, unknown> {
  const made = template({ ruleGroups: [{ ...OUTBOUND, ...group }] }).findResources(RULE_GROUP);
  return Object.values(made)[0]?.Properties as Record<string, unknown>;
}

describe('the firewall', () => {
  test('is attached to the transit gateway by zone ids, without a VPC, and protected', () => {
    template().hasResource(FIREWALL, {
      Properties: Match.exact({
        FirewallName: 'firewall',
        FirewallPolicyArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^FirewallPolicy'), 'FirewallPolicyArn'] },
        TransitGatewayId: 'tgw-0123456789abcdef0',
        AvailabilityZoneMappings: [{ AvailabilityZone: 'apne2-az1' }, { AvailabilityZone: 'apne2-az3' }],
        DeleteProtection: true,
        FirewallPolicyChangeProtection: false,
      }),
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('tells its attachment, which routes name', () => {
    const stack = new Stack();
    const { attachmentId } = new InspectionFirewall(stack, 'Firewall', BASE);
    expect(stack.resolve(attachmentId)).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Firewall/), 'TransitGatewayAttachmentId'],
    });
  });

  test('loses its protection only on request', () => {
    template({ deleteProtection: false }).hasResourceProperties(FIREWALL, { DeleteProtection: false });
  });

  test('takes what is known at deployment only', () => {
    const made = template({
      transitGatewayId: Fn.ref('Gateway'),
      zones: [Fn.ref('Zone')],
      homeNetworks: [Fn.ref('Network')],
      ruleGroups: [{ ...OUTBOUND, rules: Token.asString({ Ref: 'Rules' }) }],
    });
    made.hasResourceProperties(FIREWALL, { AvailabilityZoneMappings: [{ AvailabilityZone: { Ref: 'Zone' } }] });
    made.hasResourceProperties(RULE_GROUP, { RuleGroup: { RulesSource: { RulesString: { Ref: 'Rules' } } } });
  });
});

describe('the policy', () => {
  test('sends every packet and fragment to rules in strict order, knows the own networks, and is kept', () => {
    template().hasResource(POLICY, {
      Properties: Match.exact({
        FirewallPolicyName: 'firewall',
        FirewallPolicy: {
          PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ['10.0.0.0/8', '192.168.0.0/16'] } } },
          StatelessDefaultActions: ['aws:forward_to_sfe'],
          StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
          StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER', StreamExceptionPolicy: 'REJECT' },
          StatefulDefaultActions: [
            'aws:drop_established_app_layer_to_server',
            'aws:alert_established_app_layer_to_server',
          ],
        },
      }),
      DeletionPolicy: 'Retain',
    });
  });

  test.each([
    ['drop-established', ['aws:drop_established_app_layer_to_server', 'aws:alert_established_app_layer_to_server']],
    ['alert-established', ['aws:alert_established_app_layer_to_server']],
    ['pass', Match.absent()],
  ] as const)('by default does %s', (defaultAction, StatefulDefaultActions) => {
    template({ defaultAction }).hasResourceProperties(POLICY, { FirewallPolicy: { StatefulDefaultActions } });
  });

  test('orders own and managed groups by priority, whatever the order in which they are given', () => {
    const own: FirewallRuleGroup[] = [OUTBOUND, { name: 'first', capacity: 10, priority: 5, rules: PASS }];
    const managedRuleGroups = [{ arn: `${MANAGED}StrictOrder`, priority: 10 }];
    const one = template({ ruleGroups: own, managedRuleGroups });
    one.hasResourceProperties(POLICY, {
      FirewallPolicy: {
        StatefulRuleGroupReferences: [
          { Priority: 5, ResourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('first'), 'RuleGroupArn'] } },
          Match.exact({ Priority: 10, ResourceArn: `${MANAGED}StrictOrder` }),
          { Priority: 20, ResourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('outbound'), 'RuleGroupArn'] } },
        ],
      },
    });
    expect(template({ ruleGroups: [...own].reverse(), managedRuleGroups }).toJSON()).toEqual(one.toJSON());
  });

  test('lets a managed group only alert on request', () => {
    const managedRuleGroups = [{ arn: `${MANAGED}StrictOrder`, priority: 10, alertOnly: true }];
    template({ managedRuleGroups }).hasResourceProperties(POLICY, {
      FirewallPolicy: { StatefulRuleGroupReferences: [{ Override: { Action: 'DROP_TO_ALERT' } }] },
    });
  });
});

describe('a rule group', () => {
  test('holds Suricata rules in strict order without comments, which may be in any alphabet', () => {
    const rules = `# 웹 트래픽\r\n${PASS}\n\n  drop ip any any -> any any \\\n    (sid:2;)\n`;
    expect(ruleGroup({ rules })).toEqual({
      RuleGroupName: 'firewall-outbound-100',
      Type: 'STATEFUL',
      Capacity: 100,
      RuleGroup: {
        RulesSource: { RulesString: `${PASS}\ndrop ip any any -> any any (sid:2;)` },
        StatefulRuleOptions: { RuleOrder: 'STRICT_ORDER' },
      },
    });
  });

  test.each([
    ['allow', 'ALLOWLIST'],
    ['deny', 'DENYLIST'],
  ] as const)('can %s domains of HTTP and TLS, with all names below where a wildcard says so', (action, type) => {
    expect(ruleGroup({ rules: undefined, domains: { action, names: ['www.Example.com.', '*.example.com'] } })).toEqual(
      expect.objectContaining({
        RuleGroup: {
          RulesSource: {
            RulesSourceList: {
              GeneratedRulesType: type,
              Targets: ['www.example.com', '.example.com'],
              TargetTypes: ['TLS_SNI', 'HTTP_HOST'],
            },
          },
          StatefulRuleOptions: { RuleOrder: 'STRICT_ORDER' },
        },
      }),
    );
  });

  test('gets another name with another capacity, since AWS replaces it, but keeps its logical id', () => {
    const [small, large] = [100, 200].map((capacity) => template({ ruleGroups: [{ ...OUTBOUND, capacity }] }));
    large?.hasResourceProperties(RULE_GROUP, { RuleGroupName: 'firewall-outbound-200' });
    expect(Object.keys(large?.toJSON().Resources)).toEqual(Object.keys(small?.toJSON().Resources));
  });
});

describe('logs', () => {
  test('go nowhere unless asked for', () => {
    template().resourceCountIs(LOGGING, 0);
  });

  test('go to a bucket with a prefix or to a log group, and are kept', () => {
    const made = template({
      logs: {
        tls: { bucketArn: 'arn:aws:s3:::example-logs' },
        flow: { logGroup: '/governance/network-firewall' },
        alert: { bucketArn: 'arn:aws:s3:::example-logs/network/firewall/' },
      },
    });
    made.hasResource(LOGGING, {
      Properties: Match.exact({
        FirewallArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Firewall'), 'FirewallArn'] },
        LoggingConfiguration: {
          LogDestinationConfigs: [
            {
              LogType: 'ALERT',
              LogDestinationType: 'S3',
              LogDestination: { bucketName: 'example-logs', prefix: 'network/firewall' },
            },
            {
              LogType: 'FLOW',
              LogDestinationType: 'CloudWatchLogs',
              LogDestination: { logGroup: '/governance/network-firewall' },
            },
            { LogType: 'TLS', LogDestinationType: 'S3', LogDestination: { bucketName: 'example-logs' } },
          ],
        },
      }),
      DeletionPolicy: 'Retain',
    });
  });

  test('go to a bucket that is known at deployment only', () => {
    const made = template({ logs: { alert: { bucketArn: Fn.importValue('LogBucketArn') } } });
    made.hasResourceProperties(LOGGING, {
      LoggingConfiguration: {
        LogDestinationConfigs: [{ LogDestination: { bucketName: { 'Fn::Select': Match.anyValue() } } }],
      },
    });
  });
});

const group = (overrides: Partial<FirewallRuleGroup>) => ({ ruleGroups: [{ ...OUTBOUND, ...overrides }] });
const domains = (...names: string[]) => group({ rules: undefined, domains: { action: 'deny', names } });
const groups = (count: number, capacity: number) => ({
  ruleGroups: Array.from({ length: count }, (_, i) => ({ ...OUTBOUND, name: `g${i}`, priority: i + 1, capacity })),
});

describe('limits', () => {
  test.each<[string, Partial<InspectionFirewallProps>]>([
    ['20 groups', groups(20, 100)],
    ['a capacity of 30,000 together', groups(2, 15_000)],
    ['a rule of 8,192 characters', group({ rules: 'pass '.padEnd(8_192, 'x') })],
    ['two units for each domain', domains(...Array.from({ length: 50 }, (_, i) => `d${i}.example`))],
  ])('are kept by %s', (_, props) => {
    expect(() => template(props)).not.toThrow();
  });

  test.each<[string, Partial<InspectionFirewallProps>]>([
    [`'firewallName' must look like "central-inspection", got "a_b"`, { firewallName: 'a_b' }],
    [`'transitGatewayId' must look like "tgw-0123456789abcdef0", got "tgw"`, { transitGatewayId: 'tgw' }],
    [`'zones' [] leaves nowhere to inspect`, { zones: [] }],
    [`'zones' must look like "apne2-az1", got "ap-northeast-2a"`, { zones: ['ap-northeast-2a'] }],
    [`'zones' lists "apne2-az1" twice`, { zones: ['apne2-az1', 'apne2-az1'] }],
    [`'homeNetworks' [] would make every network external`, { homeNetworks: [] }],
    [`'homeNetworks' "10.0.0.1/8" has host bits`, { homeNetworks: ['10.0.0.1/8'] }],
    [`at most 20 rule groups, got 21`, groups(21, 100)],
    [`is 45000, more than 30000`, groups(3, 15_000)],
    [`"outbound" is given twice`, { ruleGroups: [OUTBOUND, { ...OUTBOUND, priority: 30 }] }],
    [`"outbound" and "other" both have 'priority' 20`, { ruleGroups: [OUTBOUND, { ...OUTBOUND, name: 'other' }] }],
    [
      `"outbound" and "${MANAGED}StrictOrder" both have 'priority' 20`,
      { ruleGroups: [OUTBOUND], managedRuleGroups: [{ arn: `${MANAGED}StrictOrder`, priority: 20 }] },
    ],
    [`is not for strict order`, { managedRuleGroups: [{ arn: MANAGED, priority: 20 }] }],
    [`'priority' of rule group "outbound" must be 1 to 65535, got 0`, group({ priority: 0 })],
    [`'capacity' of rule group "outbound" must be 1 to 30000, got 1.5`, group({ capacity: 1.5 })],
    [`must have 1 to 64 letters, digits and hyphens, got "a b"`, group({ name: 'a b' })],
    [`"outbound" must have either 'rules' or 'domains'`, group({ rules: undefined })],
    [`"outbound" must have either 'rules' or 'domains'`, group({ domains: { action: 'deny', names: ['x'] } })],
    [`"outbound" has no rule`, group({ rules: '# nothing\n' })],
    [`"outbound" needs a 'capacity' of 2, got 1`, group({ capacity: 1, rules: `${PASS}\n${PASS}` })],
    [`a rule must be ASCII`, group({ rules: 'pass ip any any -> any any (msg:"웹"; sid:1;)' })],
    [`a rule must have at most 8192 characters`, group({ rules: 'pass '.padEnd(8_193, 'x') })],
    [`a rule must begin with pass, drop, reject or alert: "block all"`, group({ rules: 'block all' })],
    [`keyword 'priority'`, group({ rules: 'pass ip any any -> any any (sid:1; priority:1;)' })],
    [
      `bytes of rules, more than 2000000`,
      group({ capacity: 30_000, rules: Array.from({ length: 250 }, () => `pass ${'x'.repeat(8_100)}`).join('\n') }),
    ],
    [
      `"outbound" needs a 'capacity' of 102, got 100`,
      domains(...Array.from({ length: 51 }, (_, i) => `d${i}.example`)),
    ],
    [`"https://example.com" is no domain`, domains('https://example.com')],
    [`lists "example.com" twice`, domains('example.com', 'EXAMPLE.com')],
    [`'logs.alert' must have one place, 'bucketArn' or 'logGroup', got {}`, { logs: { alert: {} } }],
    [`'logs.flow' must have one place`, { logs: { flow: { bucketArn: 'arn:aws:s3:::example', logGroup: 'g' } } }],
  ])('fails: %s', (message, props) => {
    expect(() => template(props)).toThrow(message);
  });
});

test('is clean under AwsSolutions and NIST 800-53 R5 with nothing to acknowledge', () => {
  const app = new App();
  stackWith({ ruleGroups: [OUTBOUND], logs: { alert: { bucketArn: 'arn:aws:s3:::example-logs' } } }, app);
  const report = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  expect(report).toEqual({ open: [], acknowledged: [] });
});
