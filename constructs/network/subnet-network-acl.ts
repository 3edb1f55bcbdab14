import { Token, Validations } from 'aws-cdk-lib';
import { CfnNetworkAcl, CfnNetworkAclEntry } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { canonicalCidr } from '../ipv4';
import type { VpcNetworkAclRule } from './vpc-options';
import { EVERYWHERE } from './vpc-routes';

/** Settings of a {@link SubnetNetworkAcl}. */
export interface SubnetNetworkAclProps {
  readonly vpcId: string;
  /** `Name` tag. */
  readonly name: string;
  /** Rules in the order in which they count. */
  readonly rules: VpcNetworkAclRule[];
  /** Why there is a network ACL beside the security groups, for whoever reviews it. */
  readonly reason: string;
}

/** Lets everything pass, in both directions. */
export const ALLOW_EVERYTHING: VpcNetworkAclRule[] = (['ingress', 'egress'] as const).map((direction) => ({
  direction,
  action: 'allow',
  protocol: 'all',
  cidr: EVERYWHERE,
}));

/** IANA protocol numbers, and -1 for all. */
const PROTOCOL_NUMBERS = { tcp: 6, udp: 17, icmp: 1, all: -1 };
const LAST_PORT = 65535;
const MAX_RULES = 20;

/**
 * Network ACL of a tier. The rules of each direction are numbered 100, 110, … and their logical ids say the number: a rule
 * that is put between others moves the rest by updates in place, where ids from the content would ask for one number twice.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export class SubnetNetworkAcl extends Construct {
  readonly networkAclId: string;

  constructor(scope: Construct, id: string, props: SubnetNetworkAclProps) {
    super(scope, id);
    const acl = new CfnNetworkAcl(this, 'Resource', {
      vpcId: props.vpcId,
      tags: [{ key: 'Name', value: props.name }],
    });
    acknowledge(acl, props.reason);
    this.networkAclId = acl.attrId;

    for (const direction of ['ingress', 'egress'] as const) {
      props.rules
        .filter((rule) => rule.direction === direction)
        .forEach((rule, index) => {
          const ruleNumber = 100 + 10 * index;
          const entry = new CfnNetworkAclEntry(this, `${direction}-${ruleNumber}`, {
            networkAclId: this.networkAclId,
            ruleNumber,
            egress: direction === 'egress',
            ruleAction: rule.action,
            cidrBlock: Token.isUnresolved(rule.cidr) ? rule.cidr : canonicalCidr(rule.cidr),
            protocol: PROTOCOL_NUMBERS[rule.protocol],
            ...(rule.protocol === 'icmp' ? { icmp: { code: -1, type: -1 } } : {}),
            ...(hasPorts(rule) ? { portRange: portRange(rule) } : {}),
          });
          acknowledge(entry, props.reason);
        });
    }
  }
}

/**
 * Refuses rules that Amazon EC2 would refuse, or that say less than they seem to.
 *
 * @throws Error when a rule has a block that is none, ports without a protocol that has them, or ports out of order, or when
 * there are more than 20 rules in a direction
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export function checkNetworkAclRules(tier: string, rules: readonly VpcNetworkAclRule[]): void {
  const name = `'networkAcl' of tier ${JSON.stringify(tier)}`;
  for (const rule of rules) {
    const { cidr, fromPort, toPort } = rule;
    const shown = JSON.stringify(rule);
    if (!Token.isUnresolved(cidr)) canonicalCidr(cidr);
    if (fromPort === undefined && toPort === undefined) continue;
    if (!hasPorts(rule)) throw new Error(`${name} has a rule with ports, which only "tcp" and "udp" have: ${shown}`);
    if (fromPort === undefined) throw new Error(`${name} has a rule with 'toPort' alone: add 'fromPort' to ${shown}`);
    const { from, to } = portRange(rule);
    if (![from, to].every(Number.isInteger) || from < 0 || to > LAST_PORT || from > to) {
      throw new Error(`${name} has a rule whose ports are not 0 to ${LAST_PORT} in ascending order: ${shown}`);
    }
  }
  for (const direction of ['ingress', 'egress'] as const) {
    const count = rules.filter((rule) => rule.direction === direction).length;
    if (count > MAX_RULES) {
      throw new Error(`${name} has ${count} ${direction} rules but may have ${MAX_RULES}: join some of them`);
    }
  }
}

function hasPorts({ protocol }: VpcNetworkAclRule): boolean {
  return protocol === 'tcp' || protocol === 'udp';
}

function portRange({ fromPort, toPort }: VpcNetworkAclRule): { readonly from: number; readonly to: number } {
  return fromPort === undefined ? { from: 0, to: LAST_PORT } : { from: fromPort, to: toPort ?? fromPort };
}

function acknowledge(resource: CfnNetworkAcl | CfnNetworkAclEntry, reason: string): void {
  Validations.of(resource).acknowledge({ id: 'AwsSolutions::AwsSolutions-VPC3', reason });
}
