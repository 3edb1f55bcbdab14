import type { CfnDocument } from 'aws-cdk-lib/aws-ssm';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';

/** The parts of a session document that the rule reads. */
interface SessionDocument {
  readonly sessionType?: unknown;
  readonly inputs?: { readonly s3BucketName?: unknown; readonly cloudWatchLogGroupName?: unknown };
}

/**
 * Preferences of Session Manager send what people do on instances to a log.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
 */
export const sessionLogging: KismsRule = {
  id: 'SSMSessionLogging',
  criteria: ['2.6.6', '2.9.4'],
  title: {
    en: 'Sessions on instances are not logged',
    ko: '인스턴스 원격 세션이 기록되지 않습니다',
  },
  why: {
    en: 'CloudTrail records that a session started, not what was done in it.',
    ko: 'CloudTrail은 세션 시작만 기록하고 세션에서 수행한 작업은 기록하지 않습니다.',
  },
  fix: {
    en: 'Set s3BucketName or cloudWatchLogGroupName in the inputs of the session document.',
    ko: '세션 문서의 inputs에 s3BucketName이나 cloudWatchLogGroupName을 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::SSM::Document'],
  check(node) {
    const document = node as CfnDocument;
    if (document.documentType !== 'Session') return NagRuleCompliance.NOT_APPLICABLE;
    const content: unknown = resolved<unknown>(node, document.content);
    // Text may be YAML: without a parser for it the rule cannot see a fault.
    if (content === UNKNOWN || typeof content !== 'object' || content === null) return UNKNOWN;
    const { sessionType, inputs } = content as SessionDocument;
    // Traffic through a forwarded port is not the agent's to log.
    if (sessionType === 'Port') return NagRuleCompliance.NOT_APPLICABLE;
    return inputs?.s3BucketName || inputs?.cloudWatchLogGroupName
      ? NagRuleCompliance.COMPLIANT
      : NagRuleCompliance.NON_COMPLIANT;
  },
};
