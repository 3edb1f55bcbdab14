import { z } from 'zod';
import { formatted } from '../format';

/** An IPv4 block; whether its host bits are zero is checked with the values. */
export const cidr = formatted(
  /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\/(?:3[0-2]|[12]?\d)$/,
  'an IPv4 CIDR block',
  'IPv4 CIDR 블록',
  '10.16.0.0/16',
);

export const ipv4 = formatted(
  /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/,
  'an IPv4 address',
  'IPv4 주소',
  '203.0.113.10',
);

/** Name of anything in the network; one namespace, so that an intent can name each of them. */
export const networkName = formatted(
  /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  'a name of 1 to 63 lower-case letters, digits and hyphens that begins with a letter',
  '소문자로 시작하고 소문자, 숫자, 하이픈으로 된 1~63자 이름',
  'prod',
);

/** The physical zone: the same in every account, which the letter (`ap-northeast-2a`) is not. */
export const zoneId = formatted(
  /^[a-z]{2,4}\d-az\d$/,
  'an Availability Zone id (not a name such as ap-northeast-2a, which differs between accounts)',
  '가용 영역 ID(ap-northeast-2a 같은 이름은 계정마다 달라 쓸 수 없음)',
  'apne2-az1',
);

export const zones = z.array(zoneId).min(1);

/** A private ASN that AWS accepts on its side of BGP, and any ASN on the other. */
export const amazonSideAsn = z
  .int()
  .refine((asn) => (asn >= 64512 && asn <= 65534) || (asn >= 4200000000 && asn <= 4294967294))
  .describe('Private ASN: 64512 to 65534 or 4200000000 to 4294967294.');

export const s3BucketArn = formatted(
  /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[\w!.*'()/-]*)?$/,
  'the ARN of an S3 bucket, with a prefix if need be',
  'S3 버킷 ARN(필요하면 접두사 포함)',
  'arn:aws:s3:::example-network-logs-222233334444',
);

/** Why something may have a way to the internet that passes by the firewall. */
export const uninspected = z
  .string()
  .min(10)
  .max(500)
  .optional()
  .describe('Reason for a way to the internet that passes by the firewall. Default: such a way is an error.');
