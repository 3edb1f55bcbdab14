import type { LocalizedText } from '../../constructs';

/** Where the type data and the registry disagree, or say nothing, and what the guard goes by. */
export interface CreateOnlyCorrection {
  readonly type: string;
  /** Paths as in `create-only.json`; they come on top of those of the data. */
  readonly paths: readonly string[];
  readonly reason: LocalizedText;
}

/** What the guard treats as replacing whatever the type data say: a needless question is cheaper than an outage. */
export const CREATE_ONLY_CORRECTIONS: readonly CreateOnlyCorrection[] = [
  {
    type: 'AWS::EC2::TransitGatewayRouteTable',
    paths: ['Tags'],
    reason: {
      en: 'Sources disagree on tags: the service specification says replacement, the registry schema does not. A replaced route table cuts every attachment of its segment off.',
      ko: '태그를 두고 자료가 엇갈립니다. 서비스 명세는 교체라고 하고 레지스트리 스키마는 아니라고 합니다. 라우팅 테이블이 교체되면 그 세그먼트의 모든 연결이 끊깁니다.',
    },
  },
  {
    type: 'AWS::NetworkFirewall::Firewall',
    paths: ['NatGatewayMappings', 'NoSourcePreservation', 'VpcEndpoint'],
    reason: {
      en: 'Create-only in the registry schema; the service specification does not mark them.',
      ko: '레지스트리 스키마에서는 생성 시에만 정할 수 있지만, 서비스 명세에는 표시가 없습니다.',
    },
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    paths: [
      'AdvancedSecurityOptions/Enabled?',
      'EncryptionAtRestOptions/Enabled?',
      'EncryptionAtRestOptions/KmsKeyId?',
    ],
    reason: {
      en: 'Create-only under conditions in the registry schema; the service specification does not mark them.',
      ko: '레지스트리 스키마에서는 조건에 따라 생성 시에만 정할 수 있지만, 서비스 명세에는 표시가 없습니다.',
    },
  },
];
