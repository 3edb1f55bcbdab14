import type { CfnResource, IResolvable } from 'aws-cdk-lib';
import type { CfnPrefixList, CfnSecurityGroup, CfnSecurityGroupIngress } from 'aws-cdk-lib/aws-ec2';
import type { KismsRuleResult } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { type Answer, allOf, anyOf, ask, faults, someItem } from '../answer';
import { refersTo, siblings } from '../siblings';

type Ingress = Pick<
  CfnSecurityGroup.IngressProperty,
  'ipProtocol' | 'fromPort' | 'toPort' | 'cidrIp' | 'cidrIpv6' | 'sourcePrefixListId'
>;

/** Types that open ports to sources. */
export const INGRESS_TYPES = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'];

/**
 * Those of the TCP ports that a security group, or a rule of one, opens to the Internet, as findings such as `tcp-3389`.
 *
 * Unlike the rules of cdk-nag for single ports it sees IPv6, prefix lists of the same stack, protocol numbers, and ranges
 * that split the Internet (`0.0.0.0/1`). A prefix list that is not in the stack leaves the answer open.
 */
export function publicPorts(node: CfnResource, ports: readonly number[]): KismsRuleResult {
  return faults(
    Object.fromEntries(
      ports.map((port) => [
        `tcp-${port}`,
        someItem<Ingress>(node, ingressOf(node), (rule) => allOf([opens(node, rule, port), isPublic(node, rule)])),
      ]),
    ),
  );
}

function ingressOf(node: CfnResource): readonly (Ingress | IResolvable)[] | IResolvable | undefined {
  if (node.cfnResourceType === 'AWS::EC2::SecurityGroup') return (node as CfnSecurityGroup).securityGroupIngress;
  const { ipProtocol, fromPort, toPort, cidrIp, cidrIpv6, sourcePrefixListId } = node as CfnSecurityGroupIngress;
  return [{ ipProtocol, fromPort, toPort, cidrIp, cidrIpv6, sourcePrefixListId }];
}

function opens(node: CfnResource, { ipProtocol, fromPort, toPort }: Ingress, port: number): Answer {
  return ask(resolved(node, ipProtocol), (protocol) => {
    if (protocol === '-1') return true;
    if (protocol !== 'tcp' && protocol !== '6') return false;
    return allOf([
      ask(resolved(node, fromPort), (from = -1) => Number(from) <= port),
      ask(resolved(node, toPort), (to = -1) => Number(to) >= port || Number(to) === -1),
    ]);
  });
}

function isPublic(node: CfnResource, { cidrIp, cidrIpv6, sourcePrefixListId }: Ingress): Answer {
  return anyOf([
    isWide(resolved(node, cidrIp)),
    isWide(resolved(node, cidrIpv6)),
    sourcePrefixListId !== undefined && hasWideEntry(node, sourcePrefixListId),
  ]);
}

function hasWideEntry(node: CfnResource, prefixListId: string): Answer {
  const list = siblings<CfnPrefixList>(node, 'AWS::EC2::PrefixList').find((found) => refersTo(prefixListId, found));
  if (list === undefined) return UNKNOWN;
  return someItem<CfnPrefixList.EntryProperty>(list, list.entries, ({ cidr }) => isWide(resolved(list, cidr)));
}

/** Whether a range is wider than any private one: 10.0.0.0/8 and fc00::/7. */
function isWide(range: string | undefined | typeof UNKNOWN): Answer {
  return ask(range, (cidr) => {
    const [address = '', length] = cidr?.split('/') ?? [];
    return length !== undefined && Number(length) < (address.includes(':') ? 7 : 8);
  });
}
