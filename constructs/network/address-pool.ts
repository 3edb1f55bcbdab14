import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnIPAM, CfnIPAMPool, CfnIPAMPoolCidr } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { ipv4Block, ipv4Overlaps } from '../ipv4';
import { checkIdentifyingCidrs } from './check-hub-props';
import { shareWithOrganizationalUnits } from './organizational-unit-share';
import { requireUnique } from './require-unique';

/** A pool of {@link AddressPools}. */
export interface AddressPoolOptions {
  /**
   * Unique among the pools; also the value of its Name tag.
   *
   * **CAUTION**: another name makes another pool; the old one stays and keeps its blocks.
   */
  readonly poolName: string;
  /** IPv4 blocks that the pool gives from, at least one, known at synthesis; no two of any pools overlap. */
  readonly cidrs: string[];
  /** ARNs of the OUs whose accounts may take blocks. @default - nobody but the owner */
  readonly organizationalUnitArns?: string[];
}

/** Settings of {@link AddressPools}. */
export interface AddressPoolsProps {
  /** At least one. */
  readonly pools: AddressPoolOptions[];
}

/**
 * Private address space that VPCs take their blocks from: one IPAM for the Region of the stack, with pools that OUs share.
 *
 * The IPAM and its pools stay in AWS when they leave the template. A block that leaves it is taken from its pool, which AWS
 * refuses while something uses it. AWS charges for every active address in an IPAM of the advanced tier, the default.
 *
 * Pools can be shared only if the account is the IPAM administrator of the organization.
 *
 * @throws Error when there is no pool, or a name is there twice, or blocks are malformed or overlap
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-ipampool.html
 * @see https://docs.aws.amazon.com/vpc/latest/ipam/share-pool-ipam.html
 */
export class AddressPools extends Construct {
  private readonly ids = new Map<string, string>();

  constructor(scope: Construct, id: string, props: AddressPoolsProps) {
    super(scope, id);
    checkPools(props.pools);
    const { region } = Stack.of(this);
    const ipam = new CfnIPAM(this, 'Resource', { operatingRegions: [{ regionName: region }] });
    ipam.applyRemovalPolicy(RemovalPolicy.RETAIN);
    for (const { poolName, cidrs, organizationalUnitArns = [] } of props.pools) {
      const pool = new CfnIPAMPool(this, `Pool ${poolName}`, {
        addressFamily: 'ipv4',
        ipamScopeId: ipam.attrPrivateDefaultScopeId,
        locale: region,
        tags: [{ key: 'Name', value: poolName }],
      });
      pool.applyRemovalPolicy(RemovalPolicy.RETAIN);
      for (const cidr of cidrs) {
        new CfnIPAMPoolCidr(this, `Cidr ${poolName} ${cidr}`, { ipamPoolId: pool.ref, cidr });
      }
      shareWithOrganizationalUnits(this, `Share ${poolName}`, {
        name: poolName,
        resourceArn: pool.attrArn,
        organizationalUnitArns,
      });
      this.ids.set(poolName, pool.ref);
    }
  }

  /**
   * Id of a pool, `ipam-pool-…`.
   *
   * @throws Error when there is no pool of this name
   */
  poolId(poolName: string): string {
    const poolId = this.ids.get(poolName);
    if (poolId !== undefined) return poolId;
    throw new Error(`no pool is called ${JSON.stringify(poolName)}: choose one of ${[...this.ids.keys()].join(', ')}`);
  }
}

function checkPools(pools: AddressPoolOptions[]): void {
  if (pools.length === 0) throw new Error(`'pools' must have at least one pool, got []`);
  requireUnique(
    'pools',
    pools.map(({ poolName }) => poolName),
  );
  const empty = pools.find(({ cidrs }) => cidrs.length === 0);
  if (empty) throw new Error(`'cidrs' of pool ${JSON.stringify(empty.poolName)} must have at least one block, got []`);
  const cidrs = pools.flatMap((pool) => pool.cidrs);
  checkIdentifyingCidrs('cidrs', cidrs);
  for (const [index, cidr] of cidrs.entries()) {
    const other = cidrs.slice(0, index).find((before) => ipv4Overlaps(ipv4Block(before), ipv4Block(cidr)));
    if (other === undefined) continue;
    throw new Error(`'cidrs' ${JSON.stringify(other)} and ${JSON.stringify(cidr)} overlap: keep blocks apart`);
  }
}
