import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnFirewall, CfnFirewallPolicy, CfnLoggingConfiguration, CfnRuleGroup } from 'aws-cdk-lib/aws-networkfirewall';
import { Construct } from 'constructs';
import { checkCidr, checkForm, checkTransitGatewayId } from './check-hub-props';
import {
  checkRuleGroups,
  type FirewallRuleGroup,
  type ManagedFirewallRuleGroup,
  rulesSource,
} from './firewall-rule-groups';
import { bucketAndPrefix, checkLogDestination, type NetworkLogDestination } from './log-destination';
import { requireUnique } from './require-unique';

/** What happens to traffic that no rule of a firewall names. */
export type FirewallDefaultAction = 'drop-established' | 'alert-established' | 'pass';

/** Logs of an {@link InspectionFirewall}; the places must exist. */
export interface FirewallLogs {
  /** What rules dropped, rejected or alerted of. @default - not recorded */
  readonly alert?: NetworkLogDestination;
  /** Every flow. @default - not recorded */
  readonly flow?: NetworkLogDestination;
  /** Events of TLS inspection. @default - not recorded */
  readonly tls?: NetworkLogDestination;
}

/** Settings of an {@link InspectionFirewall}. */
export interface InspectionFirewallProps {
  /** 1 to 48 letters, digits and hyphens. **CAUTION**: another name replaces the firewall and its attachment. */
  readonly firewallName: string;
  /**
   * Transit gateway of the same account and Region.
   *
   * **CAUTION**: AWS cannot change it: another gateway needs another `firewallName`, and so a new firewall.
   */
  readonly transitGatewayId: string;
  /**
   * Ids of Availability Zones, such as `apne2-az1`, in which traffic is inspected; each costs an endpoint. Two at least
   * are wise: what comes in a zone without one crosses to another.
   */
  readonly zones: string[];
  /** Networks of one's own, `$HOME_NET` in rules; `$EXTERNAL_NET` is everything else. */
  readonly homeNetworks: string[];
  /** @default - none */
  readonly ruleGroups?: FirewallRuleGroup[];
  /** @default - none */
  readonly managedRuleGroups?: ManagedFirewallRuleGroup[];
  /**
   * `drop-established` drops, and records, what a client sends in a connection that no rule passed: it waits for the
   * name in TLS or HTTP first, and leaves the answers of servers alone. `alert-established` records the same and lets it
   * pass. `pass` lets it pass unseen.
   *
   * @default 'drop-established'
   */
  readonly defaultAction?: FirewallDefaultAction;
  /** @default - no logs */
  readonly logs?: FirewallLogs;
  /** Whether AWS refuses to delete the firewall. @default true */
  readonly deleteProtection?: boolean;
}

const NAME = /^[A-Za-z0-9-]{1,48}$/;
const ZONE = /^[a-z]{2,4}\d-az\d+$/;
const FORWARD = ['aws:forward_to_sfe'];
const ALERT = 'aws:alert_established_app_layer_to_server';
const DEFAULT_ACTIONS: Record<FirewallDefaultAction, string[]> = {
  // Without the alert a drop leaves no trace in the logs.
  'drop-established': ['aws:drop_established_app_layer_to_server', ALERT],
  'alert-established': [ALERT],
  pass: [],
};

/**
 * An AWS Network Firewall that is attached to a transit gateway itself: no inspection VPC, no subnets, no appliance mode to
 * set. Route tables of the transit gateway send traffic to `attachmentId`, and the table that this attachment is
 * associated with sends it on.
 *
 * Rules count in strict order, by the priority of their group and then by line. All packets and fragments go to them:
 * there are no stateless rules, which would see one direction only.
 *
 * Rules, zones and logs change in place; new rules judge new connections. Leaving the template deletes neither the firewall
 * nor its policy nor its logs.
 *
 * @throws Error when AWS would refuse the firewall
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/tgw-firewall.html
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
 */
export class InspectionFirewall extends Construct {
  readonly firewallArn: string;
  /** Attachment of the firewall to the transit gateway. */
  readonly attachmentId: string;

  constructor(scope: Construct, id: string, props: InspectionFirewallProps) {
    super(scope, id);
    const { firewallName, transitGatewayId, zones, homeNetworks, logs = {}, deleteProtection = true } = props;
    const { ruleGroups = [], managedRuleGroups = [], defaultAction = 'drop-established' } = props;
    checkForm('firewallName', firewallName, NAME, 'central-inspection');
    checkTransitGatewayId('transitGatewayId', transitGatewayId);
    checkZones(zones);
    checkHomeNetworks(homeNetworks);
    checkRuleGroups(ruleGroups, managedRuleGroups);

    const references = [
      ...ruleGroups.map((group) => ({
        resourceArn: this.makeRuleGroup(firewallName, group).attrRuleGroupArn,
        priority: group.priority,
      })),
      ...managedRuleGroups.map(({ arn, priority, alertOnly }) => ({
        resourceArn: arn,
        priority,
        ...(alertOnly && { override: { action: 'DROP_TO_ALERT' } }),
      })),
    ].sort((a, b) => a.priority - b.priority);
    const defaultActions = DEFAULT_ACTIONS[defaultAction];

    const policy = new CfnFirewallPolicy(this, 'Policy', {
      firewallPolicyName: firewallName,
      firewallPolicy: {
        policyVariables: { ruleVariables: { HOME_NET: { definition: homeNetworks } } },
        statelessDefaultActions: FORWARD,
        statelessFragmentDefaultActions: FORWARD,
        // A connection that the firewall did not see begin is reset, so that its client opens it anew.
        statefulEngineOptions: { ruleOrder: 'STRICT_ORDER', streamExceptionPolicy: 'REJECT' },
        ...(defaultActions.length > 0 && { statefulDefaultActions: defaultActions }),
        ...(references.length > 0 && { statefulRuleGroupReferences: references }),
      },
    });
    policy.applyRemovalPolicy(RemovalPolicy.RETAIN);

    const firewall = new CfnFirewall(this, 'Resource', {
      firewallName,
      firewallPolicyArn: policy.attrFirewallPolicyArn,
      transitGatewayId,
      availabilityZoneMappings: zones.map((availabilityZone) => ({ availabilityZone })),
      deleteProtection,
      firewallPolicyChangeProtection: false,
    });
    firewall.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Validations.of(firewall).acknowledge({
      id: 'Kisms::Kisms-NetworkFirewallProtection[FirewallPolicyChangeProtection]',
      reason: 'The policy bears the name of the firewall, so that only a new firewall gets another policy',
    });
    Validations.of(firewall).acknowledge({
      id: 'Kisms::Kisms-NetworkFirewallProtection[SubnetChangeProtection]',
      reason: 'The firewall is attached to a transit gateway and has no subnets',
    });
    this.firewallArn = firewall.attrFirewallArn;
    this.attachmentId = firewall.attrTransitGatewayAttachmentId;
    this.makeLogs(logs);
  }

  private makeRuleGroup(firewallName: string, group: FirewallRuleGroup): CfnRuleGroup {
    return new CfnRuleGroup(this, `RuleGroup-${group.name}`, {
      // A group keeps its capacity for life: with the capacity in its name, the successor can be made beside it.
      ruleGroupName: `${firewallName}-${group.name}-${group.capacity}`,
      type: 'STATEFUL',
      capacity: group.capacity,
      ruleGroup: { rulesSource: rulesSource(group), statefulRuleOptions: { ruleOrder: 'STRICT_ORDER' } },
    });
  }

  private makeLogs({ alert, flow, tls }: FirewallLogs): void {
    const logDestinationConfigs = [logConfig('alert', alert), logConfig('flow', flow), logConfig('tls', tls)].flat();
    if (logDestinationConfigs.length === 0) return;
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      firewallArn: this.firewallArn,
      loggingConfiguration: { logDestinationConfigs },
    });
    logging.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}

function logConfig(
  kind: keyof FirewallLogs,
  destination: NetworkLogDestination | undefined,
): CfnLoggingConfiguration.LogDestinationConfigProperty[] {
  if (!destination) return [];
  checkLogDestination(`logs.${kind}`, destination);
  const { bucketArn, logGroup = '' } = destination;
  const logType = kind.toUpperCase();
  return [
    bucketArn === undefined
      ? { logType, logDestinationType: 'CloudWatchLogs', logDestination: { logGroup } }
      : { logType, logDestinationType: 'S3', logDestination: { ...bucketAndPrefix(bucketArn) } },
  ];
}

function checkZones(zones: string[]): void {
  if (zones.length === 0) throw new Error(`'zones' [] leaves nowhere to inspect: name Availability Zone ids`);
  requireUnique('zones', zones);
  for (const zone of zones) checkForm('zones', zone, ZONE, 'apne2-az1');
}

function checkHomeNetworks(cidrs: string[]): void {
  if (cidrs.length === 0) {
    throw new Error(`'homeNetworks' [] would make every network external: give the networks of your own`);
  }
  for (const cidr of cidrs) checkCidr('homeNetworks', cidr);
}
