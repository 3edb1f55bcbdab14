import type { Stack } from 'aws-cdk-lib';
import { CfnClientVpnEndpoint, CfnFlowLog, CfnVPC } from 'aws-cdk-lib/aws-ec2';
import { CfnProfileAssociation } from 'aws-cdk-lib/aws-route53profiles';
import { CfnResolverQueryLoggingConfigAssociation } from 'aws-cdk-lib/aws-route53resolver';
import { clientVpnConnectionLog } from '../../../../../constructs/kisms-checks/rules/network/client-vpn-connection-log';
import { clientVpnUserAuthentication } from '../../../../../constructs/kisms-checks/rules/network/client-vpn-user-authentication';
import { flowLogAllTraffic } from '../../../../../constructs/kisms-checks/rules/network/flow-log-all-traffic';
import { vpcDnsQueryLogging } from '../../../../../constructs/kisms-checks/rules/network/vpc-dns-query-logging';
import { COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

function flowLog(stack: Stack, trafficType?: string, resourceType = 'VPC'): CfnFlowLog {
  return new CfnFlowLog(stack, 'Log', { resourceId: 'vpc-0123456789abcdef0', resourceType, trafficType });
}

describeRule(flowLogAllTraffic, [
  [COMPLIANT, 'it holds everything', (stack) => flowLog(stack, 'ALL')],
  [NON_COMPLIANT, 'it holds what was rejected', (stack) => flowLog(stack, 'REJECT')],
  [NON_COMPLIANT, 'it holds what a subnet accepted', (stack) => flowLog(stack, 'ACCEPT', 'Subnet')],
  [NOT_APPLICABLE, 'it is of a transit gateway', (stack) => flowLog(stack, undefined, 'TransitGateway')],
  [NOT_APPLICABLE, 'it is of an attachment', (stack) => flowLog(stack, undefined, 'TransitGatewayAttachment')],
  [UNKNOWN, 'a parameter decides', (stack, p) => flowLog(stack, p.valueAsString)],
  [UNKNOWN, 'the resource type is a parameter', (stack, p) => flowLog(stack, 'REJECT', p.valueAsString)],
]);

function vpc(stack: Stack, id = 'Vpc'): CfnVPC {
  return new CfnVPC(stack, id, { cidrBlock: '10.0.0.0/16' });
}

describeRule(vpcDnsQueryLogging, [
  [
    COMPLIANT,
    'its queries are logged where a parameter says',
    (stack, p) => {
      const node = vpc(stack);
      new CfnResolverQueryLoggingConfigAssociation(stack, 'Queries', {
        resourceId: node.attrVpcId,
        resolverQueryLogConfigId: p.valueAsString,
      });
      return node;
    },
  ],
  [NON_COMPLIANT, 'there is no association', (stack) => vpc(stack)],
  [
    NON_COMPLIANT,
    'another VPC with a longer name is associated',
    (stack) => {
      new CfnResolverQueryLoggingConfigAssociation(stack, 'Queries', { resourceId: vpc(stack, 'VpcTwo').ref });
      return vpc(stack);
    },
  ],
  [
    UNKNOWN,
    'it has a Route 53 profile',
    (stack) => {
      const node = vpc(stack);
      new CfnProfileAssociation(stack, 'Profile', { name: 'dns', profileId: 'rp-1', resourceId: node.ref });
      return node;
    },
  ],
]);

const FEDERATED = { type: 'federated-authentication', federatedAuthentication: { samlProviderArn: 'arn' } };
const CERTIFICATE = {
  type: 'certificate-authentication',
  mutualAuthentication: { clientRootCertificateChainArn: 'arn' },
};

function vpn(
  stack: Stack,
  connectionLogOptions: CfnClientVpnEndpoint.ConnectionLogOptionsProperty,
  ...authenticationOptions: CfnClientVpnEndpoint.ClientAuthenticationRequestProperty[]
): CfnClientVpnEndpoint {
  return new CfnClientVpnEndpoint(stack, 'Vpn', {
    serverCertificateArn: 'arn',
    connectionLogOptions,
    authenticationOptions,
  });
}

describeRule(clientVpnConnectionLog, [
  [COMPLIANT, 'connections are logged', (stack) => vpn(stack, { enabled: true, cloudwatchLogGroup: 'vpn' })],
  [NON_COMPLIANT, 'they are not', (stack) => vpn(stack, { enabled: false })],
  [UNKNOWN, 'a parameter decides', (stack, p) => vpn(stack, { enabled: p.value })],
]);

describeRule(clientVpnUserAuthentication, [
  [COMPLIANT, 'users are federated', (stack) => vpn(stack, { enabled: true }, FEDERATED)],
  [COMPLIANT, 'users also have certificates', (stack) => vpn(stack, { enabled: true }, CERTIFICATE, FEDERATED)],
  [NON_COMPLIANT, 'there are certificates only', (stack) => vpn(stack, { enabled: true }, CERTIFICATE)],
  [UNKNOWN, 'a parameter decides', (stack, p) => vpn(stack, { enabled: true }, { type: p.valueAsString })],
]);
