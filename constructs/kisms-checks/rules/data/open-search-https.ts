import type { CfnDomain } from 'aws-cdk-lib/aws-opensearchservice';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { ask, faults } from '../answer';

/**
 * OpenSearch domains answer over HTTPS only, of TLS 1.2 or later; cdk-nag asks for encryption between nodes.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-opensearchservice-domain-domainendpointoptions.html
 */
export const openSearchHttps: KismsRule = {
  id: 'OpenSearchHttps',
  criteria: ['2.7.1', '2.10.5'],
  title: {
    en: 'The OpenSearch domain answers without encryption or with an old version of TLS',
    ko: 'OpenSearch 도메인이 평문이나 오래된 TLS 버전으로 응답합니다',
  },
  why: {
    en: 'Queries and their answers carry the personal information that the domain holds.',
    ko: '질의와 응답에는 도메인이 보관하는 개인정보가 담깁니다.',
  },
  fix: {
    en: 'Set EnforceHTTPS and a TLSSecurityPolicy of Policy-Min-TLS-1-2 in DomainEndpointOptions.',
    ko: 'DomainEndpointOptions에 EnforceHTTPS와 Policy-Min-TLS-1-2 이상의 TLSSecurityPolicy를 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::OpenSearchService::Domain'],
  check(node) {
    const options = resolved(node, (node as CfnDomain).domainEndpointOptions);
    if (options === UNKNOWN) return UNKNOWN;
    return faults({
      EnforceHTTPS: ask(resolved(node, options?.enforceHttps), (on) => on !== true),
      TLSSecurityPolicy: ask(
        resolved(node, options?.tlsSecurityPolicy),
        (policy = '') => !/^Policy-Min-TLS-1-[23]-/.test(policy),
      ),
    });
  },
};
