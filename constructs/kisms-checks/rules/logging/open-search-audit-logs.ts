import type { CfnDomain } from 'aws-cdk-lib/aws-opensearchservice';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, unless } from '../answer';

/**
 * An OpenSearch domain publishes who read and changed what in it; cdk-nag asks for its error and slow logs only.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
 */
export const openSearchAuditLogs: KismsRule = {
  id: 'OpenSearchAuditLogs',
  criteria: ['2.9.4', '2.6.4'],
  title: {
    en: 'The OpenSearch domain does not record who accesses its data',
    ko: 'OpenSearch 도메인이 데이터 접근 기록을 남기지 않습니다',
  },
  why: {
    en: 'Everyone who accesses personal information must be recorded, whatever kind of database it is in.',
    ko: '개인정보가 어떤 데이터베이스에 있든 접근한 사람의 기록을 남겨야 합니다.',
  },
  fix: {
    en: 'Enable AUDIT_LOGS in LogPublishingOptions, with fine-grained access control.',
    ko: '세분화된 액세스 제어와 함께 LogPublishingOptions의 AUDIT_LOGS를 활성화하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::OpenSearchService::Domain'],
  check: (node) =>
    unless(
      ask(resolved(node, (node as CfnDomain).logPublishingOptions), (options) =>
        ask(resolved(node, options?.AUDIT_LOGS), (audit) => ask(resolved(node, audit?.enabled), (on) => on !== true)),
      ),
    ),
};
