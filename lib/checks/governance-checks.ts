import { type CfnResource, Token } from 'aws-cdk-lib';
import { CfnTransitGateway } from 'aws-cdk-lib/aws-ec2';
import { CfnDomain } from 'aws-cdk-lib/aws-opensearchservice';
import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { NagMessageLevel, NagPack, type NagPackProps, NagRuleCompliance, type NagRuleResult } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { checkPolicyContent, type PolicyType } from '../../constructs';

interface Rule {
  /** Name of the rule after the name of the pack. */
  readonly suffix: string;
  readonly info: string;
  readonly explanation: string;
  check(node: CfnResource): NagRuleResult;
}

/** Tests a string property against a pattern; a token is left to CloudFormation. */
function matches(value: unknown, pattern: RegExp): NagRuleResult {
  if (value === undefined || Token.isUnresolved(value)) return NagRuleCompliance.NOT_APPLICABLE;
  return typeof value === 'string' && pattern.test(value)
    ? NagRuleCompliance.COMPLIANT
    : NagRuleCompliance.NON_COMPLIANT;
}

const TRANSIT_GATEWAY_SWITCHES = [
  'autoAcceptSharedAttachments',
  'defaultRouteTableAssociation',
  'defaultRouteTablePropagation',
  'dnsSupport',
  'encryptionSupport',
  'multicastSupport',
  'securityGroupReferencingSupport',
  'vpnEcmpSupport',
] as const;

/** Mistakes that deploy time would find and that neither cfn-lint nor the CloudFormation schemas do. */
const RULES: readonly Rule[] = [
  {
    suffix: 'PermissionSetName',
    info: 'The permission set name is not one that IAM Identity Center accepts',
    explanation: 'Names have 1 to 32 letters, digits or + = , . @ - and no spaces.',
    check: (node) =>
      CfnPermissionSet.isCfnPermissionSet(node)
        ? matches(node.name, /^[\w+=,.@-]{1,32}$/)
        : NagRuleCompliance.NOT_APPLICABLE,
  },
  {
    suffix: 'TransitGatewaySwitch',
    info: 'A transit gateway option is neither enable nor disable',
    explanation: 'YAML turns an unquoted yes into something that EC2 refuses.',
    check: (node) => {
      if (!CfnTransitGateway.isCfnTransitGateway(node)) return NagRuleCompliance.NOT_APPLICABLE;
      return TRANSIT_GATEWAY_SWITCHES.filter(
        (name) => matches(node[name], /^(enable|disable)$/) === NagRuleCompliance.NON_COMPLIANT,
      );
    },
  },
  {
    suffix: 'OpenSearchDomainName',
    info: 'The OpenSearch domain name is not one that the service accepts',
    explanation: 'Names have 3 to 28 lower-case letters, digits or hyphens and start with a letter.',
    check: (node) =>
      CfnDomain.isCfnDomain(node)
        ? matches(node.domainName, /^[a-z][a-z0-9-]{2,27}$/)
        : NagRuleCompliance.NOT_APPLICABLE,
  },
  {
    suffix: 'OrganizationPolicyContent',
    info: 'AWS Organizations would refuse the content of the policy',
    explanation: 'The grammar, the Sids and the size of the document are checked for the type of the policy.',
    check: (node) =>
      CfnPolicy.isCfnPolicy(node)
        ? checkPolicyContent(node.type as PolicyType, node.content)
        : NagRuleCompliance.NOT_APPLICABLE,
  },
];

/** Our own rules for what the linters miss. */
export class GovernanceChecks extends NagPack {
  readonly name = 'Governance';

  constructor(scope?: IConstruct, props?: NagPackProps) {
    super(scope, props);
    this.packName = 'Governance';
  }

  protected checkResource(node: CfnResource): void {
    for (const { suffix, info, explanation, check } of RULES) {
      this.applyRule({
        ruleSuffixOverride: suffix,
        info,
        explanation,
        level: NagMessageLevel.ERROR,
        node,
        rule: check,
      });
    }
  }
}
