import { Token } from 'aws-cdk-lib';
import { ATTACHMENT_TIER, canonicalCidr, ipv4Block, ipv4Contains } from '../ipv4';
import { requireUnique } from './require-unique';
import type { SpokeVpcProps } from './spoke-vpc';
import { checkNetworkAclRules } from './subnet-network-acl';
import { EVERYWHERE } from './vpc-routes';

const MIN_NETMASK = 16;
const MAX_NETMASK = 28;
const ZONE_ID = /^[a-z0-9-]+-az\d+$/;
const TIER_NAME = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
const BUCKET_ARN = /^arn:aws[a-z-]*:s3:::[a-z0-9]/;
const PRINCIPAL =
  /^(?:\d{12}|arn:aws[a-z-]*:organizations::\d{12}:(?:organization\/o-[a-z0-9]{10,32}|ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}))$/;

/**
 * Refuses a VPC that could not be deployed, or that would not do what its settings say.
 *
 * @throws Error that names the setting, its value and the remedy
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export function checkVpc(props: SpokeVpcProps): void {
  checkAddresses(props);
  checkZones(props.zones);
  checkTiers(props);
  checkTransitGateway(props);

  const { flowLogsBucketArn, shareSubnetsWith = [] } = props;
  if (
    flowLogsBucketArn !== undefined &&
    !Token.isUnresolved(flowLogsBucketArn) &&
    !BUCKET_ARN.test(flowLogsBucketArn)
  ) {
    throw new Error(
      `'flowLogsBucketArn' ${JSON.stringify(flowLogsBucketArn)} is not the ARN of a bucket: write one such as "arn:aws:s3:::example-flow-logs"`,
    );
  }
  requireUnique('shareSubnetsWith', shareSubnetsWith);
  for (const principal of shareSubnetsWith) {
    if (!Token.isUnresolved(principal) && !PRINCIPAL.test(principal)) {
      throw new Error(
        `'shareSubnetsWith' names ${JSON.stringify(principal)}, which is no account id and no ARN of an OU or organization`,
      );
    }
  }
}

function checkAddresses({ cidr, ipamPool }: SpokeVpcProps): void {
  if ((cidr === undefined) === (ipamPool === undefined)) {
    throw new Error(
      `exactly one of 'cidr' ${JSON.stringify(cidr)} and 'ipamPool' ${JSON.stringify(ipamPool)} is needed`,
    );
  }
  if (ipamPool) checkNetmask(`'ipamPool'`, ipamPool.netmask);
  if (cidr === undefined) return;
  if (Token.isUnresolved(cidr)) {
    throw new Error(`'cidr' is known at deployment only, but the subnets are laid out before: use 'ipamPool'`);
  }
  if (cidr !== canonicalCidr(cidr)) {
    throw new Error(`'cidr' ${JSON.stringify(cidr)} has host bits: write ${JSON.stringify(canonicalCidr(cidr))}`);
  }
  checkNetmask(`'cidr' ${JSON.stringify(cidr)}`, ipv4Block(cidr).netmask);
}

function checkNetmask(what: string, netmask: number): void {
  if (!Number.isInteger(netmask) || netmask < MIN_NETMASK || netmask > MAX_NETMASK) {
    throw new Error(`${what} has the netmask ${netmask}: it may be ${MIN_NETMASK} to ${MAX_NETMASK}`);
  }
}

function checkZones(zones: readonly string[]): void {
  if (zones.length === 0) throw new Error(`'zones' [] leaves no place for subnets: name one such as "apne2-az1"`);
  requireUnique('zones', zones);
  for (const zone of zones) {
    if (!ZONE_ID.test(zone)) {
      throw new Error(
        `'zones' names ${JSON.stringify(zone)}, which is no Availability Zone id: write one such as "apne2-az1", since names such as "ap-northeast-2a" differ between accounts`,
      );
    }
  }
}

function checkTiers({ tiers, internet = 'none', interfaceEndpoints = [] }: SpokeVpcProps): void {
  if (tiers.length === 0) throw new Error(`'tiers' [] leaves the VPC without subnets: name at least one`);
  requireUnique(
    'tiers',
    tiers.map(({ name }) => name),
  );
  for (const { name, type, netmask, networkAcl } of tiers) {
    const tier = `tier ${JSON.stringify(name)}`;
    if (name === ATTACHMENT_TIER) throw new Error(`${tier} has the name of the attachment's subnets: choose another`);
    if (!TIER_NAME.test(name)) {
      throw new Error(`${tier} must have a name of lower-case letters, digits and hyphens, such as "app"`);
    }
    checkNetmask(tier, netmask);
    if (networkAcl) checkNetworkAclRules(name, networkAcl);
    if (type === 'public' && internet !== 'local') {
      throw new Error(`${tier} is public, but 'internet' is ${JSON.stringify(internet)}: set it to "local"`);
    }
  }
  if (internet === 'local' && !tiers.some(({ type }) => type === 'public')) {
    throw new Error(`'internet' "local" needs a public tier for the NAT gateways: add one`);
  }
  if (interfaceEndpoints.length > 0 && !tiers.some(({ type }) => type === 'private')) {
    throw new Error(`'interfaceEndpoints' ${JSON.stringify(interfaceEndpoints)} need a private tier to be in: add one`);
  }
}

function checkTransitGateway(props: SpokeVpcProps): void {
  const { cidr, transitGatewayId, transitGatewayCidrs = [], internet, applianceMode } = props;
  if (transitGatewayId === undefined) {
    const without =
      internet === 'central' ? `'internet' "central"` : applianceMode ? `'applianceMode' true` : undefined;
    const needing =
      transitGatewayCidrs.length > 0 ? `'transitGatewayCidrs' ${JSON.stringify(transitGatewayCidrs)}` : without;
    if (needing !== undefined) throw new Error(`${needing} needs a transit gateway: set 'transitGatewayId'`);
  }
  if (Token.isUnresolved(transitGatewayCidrs) || transitGatewayCidrs.some((block) => Token.isUnresolved(block))) {
    throw new Error(`'transitGatewayCidrs' are known at deployment only, but they name the routes: write them out`);
  }
  requireUnique('transitGatewayCidrs', transitGatewayCidrs.map(canonicalCidr));
  for (const block of transitGatewayCidrs) {
    if (canonicalCidr(block) === EVERYWHERE) {
      throw new Error(`'transitGatewayCidrs' names "${EVERYWHERE}", which 'internet' decides: use "central"`);
    }
    if (cidr !== undefined && ipv4Contains(ipv4Block(cidr), ipv4Block(block))) {
      throw new Error(
        `'transitGatewayCidrs' names ${JSON.stringify(block)}, which lies in the VPC's own ${JSON.stringify(cidr)}: that traffic cannot leave the VPC, so remove it`,
      );
    }
  }
}
