import type { CfnAnalyzer } from 'aws-cdk-lib/aws-accessanalyzer';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * Access analyzers look at the organization.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-accessanalyzer-analyzer.html
 */
export const accessAnalyzerZone: KismsRule = {
  id: 'AccessAnalyzerZone',
  criteria: ['2.5.6', '2.3.1', '2.10.2'],
  title: {
    en: 'The access analyzer trusts one account only',
    ko: 'Access Analyzer가 한 계정만 분석합니다',
  },
  why: {
    en: 'An analyzer of an account reports sharing inside the organization as external, and leaves the other accounts out of the review.',
    ko: '계정 단위 분석기는 조직 내부 공유를 외부 접근으로 보고하고, 다른 계정은 검토에서 빠집니다.',
  },
  fix: {
    en: "Set type to 'ORGANIZATION' or 'ORGANIZATION_UNUSED_ACCESS' in the delegated administrator account.",
    ko: "위임된 관리자 계정에서 type을 'ORGANIZATION' 또는 'ORGANIZATION_UNUSED_ACCESS'로 설정하세요.",
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::AccessAnalyzer::Analyzer'],
  check: (node) =>
    compliance(resolved(node, (node as CfnAnalyzer).type), (type = '') => type.startsWith('ORGANIZATION')),
};
