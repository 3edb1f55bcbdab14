import type { Stack } from 'aws-cdk-lib';
import { CfnDomainName, CfnDomainNameV2 } from 'aws-cdk-lib/aws-apigateway';
import { CfnDomainName as CfnHttpDomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnListener, SslPolicy } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { apiDomainTlsVersion } from '../../../../../constructs/kisms-checks/rules/network/api-domain-tls-version';
import { listenerTlsPolicy } from '../../../../../constructs/kisms-checks/rules/network/listener-tls-policy';
import { type Case, COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

function listener(stack: Stack, protocol: string | undefined, sslPolicy?: string): CfnListener {
  return new CfnListener(stack, 'Listener', { loadBalancerArn: 'arn', defaultActions: [], protocol, sslPolicy });
}

/** Policies whose names, in CDK, say that they begin before TLS 1.2. */
const OLD = /^(?:RECOMMENDED|LEGACY|TLS11|FORWARD_SECRECY|FORWARD_SECRECY_TLS11|(?:FIPS_)?TLS13_1[01](?:_PQ)?)$/;

describeRule(listenerTlsPolicy, [
  ...Object.entries(SslPolicy).map(
    ([name, policy]): Case => [
      OLD.test(name) ? NON_COMPLIANT : COMPLIANT,
      `CDK's ${name}`,
      (stack) => listener(stack, 'HTTPS', policy),
    ],
  ),
  [NON_COMPLIANT, 'no policy is given', (stack) => listener(stack, 'TLS')],
  [NOT_APPLICABLE, 'it is TCP', (stack) => listener(stack, 'TCP')],
  [NOT_APPLICABLE, 'it is HTTP, which cdk-nag judges', (stack) => listener(stack, 'HTTP')],
  [NOT_APPLICABLE, 'it belongs to a gateway load balancer', (stack) => listener(stack, undefined)],
  [UNKNOWN, 'the policy is a parameter', (stack, p) => listener(stack, 'HTTPS', p.valueAsString)],
  [UNKNOWN, 'the protocol is a parameter', (stack, p) => listener(stack, p.valueAsString)],
]);

function http(stack: Stack, ...policies: (string | undefined)[]): CfnHttpDomainName {
  const domainNameConfigurations = policies.map((securityPolicy) => ({ securityPolicy }));
  return new CfnHttpDomainName(stack, 'Name', { domainName: 'api.example.com', domainNameConfigurations });
}

function rest(stack: Stack, securityPolicy?: string): CfnDomainName {
  return new CfnDomainName(stack, 'Name', { domainName: 'api.example.com', securityPolicy });
}

describeRule(apiDomainTlsVersion, [
  [COMPLIANT, 'REST asks for TLS 1.2', (stack) => rest(stack, 'TLS_1_2')],
  [COMPLIANT, 'REST has an enhanced policy', (stack) => rest(stack, 'SecurityPolicy_TLS13_1_3_2025_09')],
  [COMPLIANT, 'REST has an enhanced edge policy', (stack) => rest(stack, 'SecurityPolicy_TLS12_PFS_2025_EDGE')],
  [NON_COMPLIANT, 'REST asks for TLS 1.0', (stack) => rest(stack, 'TLS_1_0')],
  [
    NON_COMPLIANT,
    'a private domain name asks for TLS 1.0',
    (stack) => new CfnDomainNameV2(stack, 'Name', { domainName: 'api.example.com', securityPolicy: 'TLS_1_0' }),
  ],
  [COMPLIANT, 'HTTP asks for TLS 1.2', (stack) => http(stack, 'TLS_1_2')],
  [NON_COMPLIANT, 'one of two configurations asks for TLS 1.0', (stack) => http(stack, 'TLS_1_2', 'TLS_1_0')],
  [UNKNOWN, 'REST leaves it to API Gateway', (stack) => rest(stack)],
  [UNKNOWN, 'HTTP has a parameter', (stack, p) => http(stack, p.valueAsString)],
]);
