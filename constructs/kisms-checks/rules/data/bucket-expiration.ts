import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { type Answer, allOf, ask, faults, someItem } from '../answer';

/**
 * Buckets delete what is no longer needed: objects expire, and so do their earlier versions.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
 */
export const bucketExpiration: KismsRule = {
  id: 'S3BucketExpiration',
  criteria: ['3.4.1', '2.9.7'],
  title: {
    en: 'The bucket keeps objects or their earlier versions for ever',
    ko: '버킷이 객체나 이전 버전을 기한 없이 보관합니다',
  },
  why: {
    en: 'Personal information must be destroyed when its purpose is met; in a versioned bucket a deleted object lives on.',
    ko: '개인정보는 처리 목적을 달성하면 파기해야 하며, 버전 관리 버킷에서는 삭제한 객체도 이전 버전으로 남습니다.',
  },
  fix: {
    en: 'Add enabled LifecycleConfiguration rules with ExpirationInDays and, with versioning, NoncurrentVersionExpiration.',
    ko: 'LifecycleConfiguration에 ExpirationInDays 규칙을, 버전 관리를 쓰면 NoncurrentVersionExpiration도 추가하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::S3::Bucket'],
  check(node) {
    const bucket = node as CfnBucket;
    const forgets = (isForgotten: (rule: CfnBucket.RuleProperty) => boolean): Answer =>
      ask(resolved(node, bucket.lifecycleConfiguration), (lifecycle) =>
        someItem<CfnBucket.RuleProperty>(
          node,
          lifecycle?.rules,
          (rule) => rule.status === 'Enabled' && isForgotten(rule),
        ),
      );
    const isVersioned = ask(resolved(node, bucket.versioningConfiguration), (versioning) => versioning !== undefined);
    const expires = forgets((rule) => (rule.expirationInDays ?? rule.expirationDate) !== undefined);
    const expiresVersions = forgets(
      (rule) => (rule.noncurrentVersionExpiration ?? rule.noncurrentVersionExpirationInDays) !== undefined,
    );
    return faults({
      Expiration: ask(expires, (is) => !is),
      NoncurrentVersionExpiration: allOf([isVersioned, ask(expiresVersions, (is) => !is)]),
    });
  },
};
