import type { CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnTransitGateway } from 'aws-cdk-lib/aws-ec2';
import { CfnResourceShare } from 'aws-cdk-lib/aws-ram';
import { resourceShareExternalPrincipals } from '../../../../../constructs/kisms-checks/rules/network/resource-share-external-principals';
import { transitGatewayAutoAccept } from '../../../../../constructs/kisms-checks/rules/network/transit-gateway-auto-accept';
import { transitGatewayDefaultRouteTables } from '../../../../../constructs/kisms-checks/rules/network/transit-gateway-default-route-tables';
import { COMPLIANT, describeRule, NON_COMPLIANT, UNKNOWN } from '../rule-cases';

const OFF = { defaultRouteTableAssociation: 'disable', defaultRouteTablePropagation: 'disable' };

function gateway(stack: Stack, props: ConstructorParameters<typeof CfnTransitGateway>[2]): CfnTransitGateway {
  return new CfnTransitGateway(stack, 'Gateway', props);
}

describeRule(transitGatewayDefaultRouteTables, [
  [COMPLIANT, 'both are disabled', (stack) => gateway(stack, OFF)],
  [['DefaultRouteTableAssociation', 'DefaultRouteTablePropagation'], 'nothing is said', (stack) => gateway(stack, {})],
  [
    ['DefaultRouteTablePropagation'],
    'propagation is enabled',
    (stack) => gateway(stack, { ...OFF, defaultRouteTablePropagation: 'enable' }),
  ],
  [
    ['DefaultRouteTableAssociation'],
    'one is wrong and the other a parameter',
    (stack, p) => gateway(stack, { defaultRouteTablePropagation: p.valueAsString }),
  ],
  [
    UNKNOWN,
    'one is right and the other a parameter',
    (stack, p) => gateway(stack, { ...OFF, defaultRouteTablePropagation: p.valueAsString }),
  ],
]);

function accepting(stack: Stack, allowExternalPrincipals?: boolean, inArn = false): CfnTransitGateway {
  const node = gateway(stack, { autoAcceptSharedAttachments: 'enable' });
  const arn = inArn
    ? stack.formatArn({ service: 'ec2', resource: 'transit-gateway', resourceName: node.ref })
    : node.attrTransitGatewayArn;
  new CfnResourceShare(stack, 'Share', { name: 'network', resourceArns: [arn], allowExternalPrincipals });
  return node;
}

describeRule(transitGatewayAutoAccept, [
  [COMPLIANT, 'requests wait for somebody', (stack) => gateway(stack, {})],
  [COMPLIANT, 'it is shared inside the organization', (stack) => accepting(stack, false)],
  [COMPLIANT, 'the share spells its ARN', (stack) => accepting(stack, false, true)],
  [NON_COMPLIANT, 'the share takes anyone', (stack) => accepting(stack, true, true)],
  [NON_COMPLIANT, 'the share does not say', (stack) => accepting(stack)],
  [UNKNOWN, 'the share is elsewhere', (stack) => gateway(stack, { autoAcceptSharedAttachments: 'enable' })],
  [
    UNKNOWN,
    'another resource is shared',
    (stack) => {
      accepting(stack, true);
      return new CfnTransitGateway(stack, 'GatewayTwo', { autoAcceptSharedAttachments: 'enable' });
    },
  ],
]);

function share(stack: Stack, allowExternalPrincipals?: boolean | CfnParameter): CfnResourceShare {
  const external =
    typeof allowExternalPrincipals === 'object' ? allowExternalPrincipals.value : allowExternalPrincipals;
  return new CfnResourceShare(stack, 'Share', { name: 'network', allowExternalPrincipals: external });
}

describeRule(resourceShareExternalPrincipals, [
  [COMPLIANT, 'outsiders are refused', (stack) => share(stack, false)],
  [NON_COMPLIANT, 'outsiders are allowed', (stack) => share(stack, true)],
  [NON_COMPLIANT, 'nothing is said', (stack) => share(stack)],
  [UNKNOWN, 'a parameter decides', (stack, p) => share(stack, p)],
]);
