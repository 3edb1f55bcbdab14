import type { CfnResource } from 'aws-cdk-lib';
import type { CfnDomainName as CfnRestDomainName } from 'aws-cdk-lib/aws-apigateway';
import type { CfnDomainName as CfnHttpDomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { type Answer, ask, someItem, unless } from '../answer';

/** Security policies that begin at TLS 1.2. */
const MODERN = /^(?:TLS_1_2$|SecurityPolicy_TLS1[23])/;

/**
 * Custom domain names of APIs accept TLS 1.2 or later only.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
 */
export const apiDomainTlsVersion: KismsRule = {
  id: 'ApiDomainTlsVersion',
  criteria: ['2.10.5', '2.7.1'],
  title: {
    en: 'The custom domain name of the API accepts TLS versions before 1.2',
    ko: 'API 사용자 지정 도메인이 TLS 1.2 미만의 버전을 허용합니다',
  },
  why: {
    en: 'The security policy TLS_1_0 lets clients use versions and ciphers that are no longer safe.',
    ko: 'TLS_1_0 보안 정책은 더 이상 안전하지 않은 버전과 암호를 허용합니다.',
  },
  fix: {
    en: "Set securityPolicy to 'TLS_1_2' or to one of the SecurityPolicy_TLS12 and SecurityPolicy_TLS13 policies.",
    ko: "securityPolicy를 'TLS_1_2' 또는 SecurityPolicy_TLS12·SecurityPolicy_TLS13 정책으로 설정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::DomainNameV2', 'AWS::ApiGatewayV2::DomainName'],
  check: (node) => unless(isOutdated(node)),
};

function isOutdated(node: CfnResource): Answer {
  // Which policy a domain name without one gets is for API Gateway to say.
  const judge = (policy?: string) =>
    ask(resolved(node, policy), (name) => (name === undefined ? UNKNOWN : !MODERN.test(name)));
  if (node.cfnResourceType !== 'AWS::ApiGatewayV2::DomainName')
    return judge((node as CfnRestDomainName).securityPolicy);
  return someItem<CfnHttpDomainName.DomainNameConfigurationProperty>(
    node,
    (node as CfnHttpDomainName).domainNameConfigurations,
    ({ securityPolicy }) => judge(securityPolicy),
  );
}
