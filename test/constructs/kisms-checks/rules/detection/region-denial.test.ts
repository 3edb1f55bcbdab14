import type { Stack } from 'aws-cdk-lib';
import { CfnOrganization, CfnOrganizationalUnit, CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { regionDenial } from '../../../../../constructs/kisms-checks/rules/detection/region-denial';
import { COMPLIANT, describeRule, NON_COMPLIANT, UNKNOWN } from '../rule-cases';

const ROOT = 'r-examplerootid';
const DENIAL = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:*', 'sts:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['ap-northeast-2'] } },
    },
  ],
};

function unit(stack: Stack, name: string, parentId: string): CfnOrganizationalUnit {
  return new CfnOrganizationalUnit(stack, name, { name, parentId });
}

function policy(stack: Stack, targetIds: string[], content: unknown = DENIAL, type = 'SERVICE_CONTROL_POLICY'): void {
  new CfnPolicy(stack, 'Policy', { name: 'regions', type, content, targetIds });
}

/** An OU under the root with a policy on the targets that the OU suggests. */
function covered(stack: Stack, targets: (workloads: CfnOrganizationalUnit) => string[], content?: unknown) {
  const workloads = unit(stack, 'Workloads', ROOT);
  policy(stack, targets(workloads), content);
  return workloads;
}

describeRule(regionDenial, [
  [COMPLIANT, 'the policy is on the OU', (stack) => covered(stack, ({ ref }) => [ref])],
  [COMPLIANT, 'the policy is on the root', (stack) => covered(stack, () => [ROOT])],
  [COMPLIANT, 'the policy is a text', (stack) => covered(stack, ({ attrId }) => [attrId], JSON.stringify(DENIAL))],
  [
    COMPLIANT,
    'the policy is on an OU two levels above',
    (stack) => {
      const workloads = covered(stack, ({ ref }) => [ref]);
      return unit(stack, 'Payments', unit(stack, 'Prod', workloads.attrId).ref);
    },
  ],
  [
    COMPLIANT,
    'the policy is on the OU above, which is not in the stack',
    (stack) => {
      policy(stack, ['ou-examplerootid-exampleouid']);
      return unit(stack, 'Prod', 'ou-examplerootid-exampleouid');
    },
  ],
  [NON_COMPLIANT, 'there is no policy', (stack) => unit(stack, 'Workloads', ROOT)],
  [
    NON_COMPLIANT,
    'the policy is on an OU beside it',
    (stack) => {
      covered(stack, ({ ref }) => [ref, 'ou-examplerootid-anotherouid']);
      return unit(stack, 'WorkloadsTwo', ROOT);
    },
  ],
  [
    NON_COMPLIANT,
    'the policy is on an OU below it',
    (stack) => {
      const workloads = unit(stack, 'Workloads', ROOT);
      policy(stack, [unit(stack, 'Prod', workloads.ref).ref]);
      return workloads;
    },
  ],
  [
    NON_COMPLIANT,
    'the policy is about something else',
    (stack) =>
      covered(stack, ({ ref }) => [ref], {
        Statement: [{ Effect: 'Deny', Action: 'organizations:LeaveOrganization' }],
      }),
  ],
  [
    NON_COMPLIANT,
    'the policy is for resources',
    (stack) => {
      policy(stack, [ROOT], DENIAL, 'RESOURCE_CONTROL_POLICY');
      return unit(stack, 'Workloads', ROOT);
    },
  ],
  [UNKNOWN, 'the policy is on what a parameter says', (stack, p) => covered(stack, () => [p.valueAsString])],
  [
    UNKNOWN,
    'the policy is on an attribute of the organization',
    (stack) => covered(stack, () => [new CfnOrganization(stack, 'Organization').attrRootId]),
  ],
]);
