import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { type Answer, ask, faults, someItem } from '../answer';
import { refersTo, siblings } from '../siblings';
import { legalDays } from './legal-days';

/**
 * The bucket of a trail locks the records for the legal period and does not expire them earlier.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const cloudTrailBucketRetention: KismsRule = {
  id: 'CloudTrailBucketRetention',
  criteria: ['2.9.4'],
  title: {
    en: 'The bucket of the trail lets records be changed or deleted within the legal period',
    ko: '추적 로그 버킷에서 법정 보관 기간 안에 기록을 변경하거나 삭제할 수 있습니다',
  },
  why: {
    en: 'Access records must be safe from forgery and loss: validation shows an alteration, only a lock prevents it.',
    ko: '접속기록은 위·변조와 분실로부터 보호해야 하며, 무결성 검증은 변조를 알려 줄 뿐 막지는 못합니다.',
  },
  fix: {
    en: 'Give the bucket ObjectLockConfiguration with a DefaultRetention of the legal period, and expire objects later.',
    ko: '버킷에 법정 기간 이상의 DefaultRetention이 있는 ObjectLockConfiguration을 설정하고 객체는 그 뒤에 만료하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(node, { accessRecordRetentionDays }) {
    const trail = node as CfnTrail;
    const days = legalDays(accessRecordRetentionDays);
    const bucket = siblings<CfnBucket>(node, 'AWS::S3::Bucket').find(
      (found) => refersTo(trail.s3BucketName, found) || found.bucketName === trail.s3BucketName,
    );
    if (bucket === undefined) return UNKNOWN;
    return faults({ ObjectLock: lacksLock(bucket, days), Expiration: expiresEarly(bucket, days) });
  },
};

function lacksLock(bucket: CfnBucket, required: number): Answer {
  return ask(resolved(bucket, bucket.objectLockConfiguration), (lock) =>
    ask(resolved(bucket, lock?.rule), (rule) =>
      ask(resolved(bucket, rule?.defaultRetention), (retention) =>
        ask(resolved(bucket, retention?.days), (days = 0) =>
          ask(resolved(bucket, retention?.years), (years = 0) => Math.max(days, years * 365) < required),
        ),
      ),
    ),
  );
}

function expiresEarly(bucket: CfnBucket, required: number): Answer {
  return ask(resolved(bucket, bucket.lifecycleConfiguration), (lifecycle) =>
    someItem<CfnBucket.RuleProperty>(bucket, lifecycle?.rules, ({ status, prefix, tagFilters, expirationInDays }) => {
      // A rule for some of the objects may be about others than the records.
      if (status !== 'Enabled' || prefix !== undefined || tagFilters !== undefined) return false;
      return ask(resolved(bucket, expirationInDays), (days = Infinity) => days < required);
    }),
  );
}
