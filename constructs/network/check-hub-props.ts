import { Token } from 'aws-cdk-lib';
import { canonicalCidr } from '../ipv4';
import { requireUnique } from './require-unique';

const ORGANIZATIONAL_UNIT_ARN =
  /^arn:aws[a-z-]*:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;

/** @throws Error when the value is known and does not match; `form` shows one that does */
export function checkForm(property: string, value: string, pattern: RegExp, form: string): void {
  if (Token.isUnresolved(value) || pattern.test(value)) return;
  throw new Error(`'${property}' must look like ${JSON.stringify(form)}, got ${JSON.stringify(value)}`);
}

/** @throws Error when the id is known and is not that of a transit gateway attachment */
export function checkAttachmentId(property: string, attachmentId: string): void {
  checkForm(property, attachmentId, /^tgw-attach-[0-9a-f]{8,17}$/, 'tgw-attach-0123456789abcdef0');
}

/** @throws Error when the id is known and is not that of a transit gateway route table */
export function checkRouteTableId(property: string, routeTableId: string): void {
  checkForm(property, routeTableId, /^tgw-rtb-[0-9a-f]{8,17}$/, 'tgw-rtb-0123456789abcdef0');
}

/** @throws Error when the id is known and is not that of a transit gateway */
export function checkTransitGatewayId(property: string, transitGatewayId: string): void {
  checkForm(property, transitGatewayId, /^tgw-[0-9a-f]{8,17}$/, 'tgw-0123456789abcdef0');
}

/** @throws Error when the CIDR is known and is no IPv4 block or has host bits */
export function checkCidr(property: string, cidr: string): void {
  if (Token.isUnresolved(cidr)) return;
  const canonical = canonicalCidr(cidr);
  if (canonical === cidr) return;
  throw new Error(`'${property}' ${JSON.stringify(cidr)} has host bits: write ${JSON.stringify(canonical)}`);
}

/**
 * Checks CIDR blocks that logical ids are made of.
 *
 * @throws Error when one is no IPv4 block, has host bits, is listed twice, or is known at deployment only
 */
export function checkIdentifyingCidrs(property: string, cidrs: string[]): void {
  for (const cidr of cidrs) {
    if (Token.isUnresolved(cidr)) {
      throw new Error(`'${property}' must be written out, since the logical ids are made of it, got ${cidr}`);
    }
    checkCidr(property, cidr);
  }
  requireUnique(property, cidrs);
}

/** @throws Error when the ASN is known and is not one that AWS takes for its side of BGP */
export function checkAmazonSideAsn(asn: number): void {
  const privateAsn = (asn >= 64512 && asn <= 65534) || (asn >= 4200000000 && asn <= 4294967294);
  if (Token.isUnresolved(asn) || (Number.isInteger(asn) && privateAsn)) return;
  throw new Error(
    `'amazonSideAsn' must be a private ASN, 64512 to 65534 or 4200000000 to 4294967294, got ${JSON.stringify(asn)}`,
  );
}

/** @throws Error when an ARN is known and is not that of an organizational unit */
export function checkOrganizationalUnitArns(arns: string[]): void {
  if (Token.isUnresolved(arns)) return;
  for (const arn of arns) {
    checkForm(
      'organizationalUnitArns',
      arn,
      ORGANIZATIONAL_UNIT_ARN,
      'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-exam-example1',
    );
  }
}
