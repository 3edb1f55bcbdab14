import { ATTACHMENT_TIER, ipv4Block, ipv4Contains, ipv4Size } from '../../constructs/ipv4';
import type { NetworkConfig } from '../config/schema/network';
import { writtenVpcs } from './check-network-blocks';
import { type ProblemList, quote } from './model-problem';
import type { NetworkModel } from './network-model';

/** Characters that Route 53 Profiles take in the name of an association. */
const MAX_ASSOCIATION_NAME = 64;
/** Smallest block that a transit gateway takes for itself. */
const MAX_TRANSIT_NETMASK = 24;
/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const BY_GATEWAY: readonly string[] = ['s3', 'dynamodb'];

/** Reports what AWS, or the constructs, would refuse only once the network is synthesized. */
export function checkNetworkLimits(config: NetworkConfig, network: NetworkModel, list: ProblemList): void {
  checkTierNames(config, list);
  checkSupernets(config, network, list);
  checkPools(network, list);
  checkTransitGateway(config, list);
  checkDns(config, network, list);
}

function checkTierNames(config: NetworkConfig, list: ProblemList): void {
  for (const { vpc, at } of writtenVpcs(config)) {
    list.checkUnique(
      vpc.tiers,
      ({ name }) => name,
      (index) => [...at, 'tiers', index, 'name'],
      { en: 'tier', ko: '계층' },
    );
    for (const [index, { name }] of vpc.tiers.entries()) {
      if (name !== ATTACHMENT_TIER) continue;
      list.error([...at, 'tiers', index, 'name'], {
        en: `${quote(name)} is what the subnets of the attachment are called; choose another name`,
        ko: `${quote(name)}은(는) 연결용 서브넷의 이름입니다: 다른 이름을 쓰세요`,
      });
    }
  }
}

/** A VPC keeps what is in its own block, so no route of it can lead to the transit gateway. */
function checkSupernets({ supernets }: NetworkConfig, { vpcs }: NetworkModel, list: ProblemList): void {
  for (const [index, supernet] of supernets.entries()) {
    const block = ipv4Block(supernet);
    const inside = vpcs.find(({ cidr }) => cidr !== undefined && ipv4Contains(ipv4Block(cidr), block));
    if (block.netmask === 0) {
      list.error(['supernets', index], {
        en: 'holds the internet, which segments and VPCs decide by `internet`; write private blocks only',
        ko: '인터넷까지 포함합니다. 인터넷은 세그먼트와 VPC의 `internet`으로 정합니다: 사설 블록만 적으세요',
      });
    } else if (inside) {
      list.error(['supernets', index], {
        en: `${supernet} lies in the block ${inside.cidr} of VPC ${quote(inside.name)}, which could not send it to the transit gateway; write a larger block`,
        ko: `${supernet}이(가) VPC ${quote(inside.name)}의 블록 ${inside.cidr} 안에 있어 Transit Gateway로 보낼 수 없습니다: 더 큰 블록을 적으세요`,
      });
    }
  }
}

/** Blocks are powers of two: they fit as soon as each size, with all larger ones, finds as many addresses as it takes. */
function checkPools({ vpcs, addressPools }: NetworkModel, list: ProblemList): void {
  for (const { name, cidrs } of addressPools) {
    const blocks = cidrs.map((cidr) => ipv4Block(cidr).netmask);
    const drawn = vpcs.flatMap(({ pool, source }) =>
      pool?.name === name ? [{ netmask: pool.netmask, path: source.path }] : [],
    );
    const sum = (netmasks: readonly number[], least: number) =>
      netmasks.reduce((total, netmask) => (netmask <= least ? total + ipv4Size(netmask) : total), 0);
    const netmasks = drawn.map(({ netmask }) => netmask);
    const full = drawn.find(({ netmask }) => sum(netmasks, netmask) > sum(blocks, netmask));
    if (!full) continue;
    list.error([...full.path, 'addresses'], {
      en: `address pool ${quote(name)} has no room for a /${full.netmask} for each VPC that draws from it; add a block to the pool, or make the VPCs smaller`,
      ko: `주소 풀 ${quote(name)}에 여기서 받는 VPC마다 /${full.netmask} 블록을 줄 자리가 없습니다: 풀에 블록을 더하거나 VPC를 줄이세요`,
    });
  }
}

/**
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgateway.html
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
 */
function checkTransitGateway({ transitGateway, flowLogs }: NetworkConfig, list: ProblemList): void {
  for (const [index, cidr] of (transitGateway.cidrs ?? []).entries()) {
    // A gateway that exists keeps its own, which is said where the rows are made.
    if (transitGateway.id !== undefined || ipv4Block(cidr).netmask <= MAX_TRANSIT_NETMASK) continue;
    list.error(['transitGateway', 'cidrs', index], {
      en: `${cidr} is smaller than a /${MAX_TRANSIT_NETMASK}, the least that a transit gateway takes; write a larger block`,
      ko: `${cidr}은(는) Transit Gateway가 받는 가장 작은 블록 /${MAX_TRANSIT_NETMASK}보다 작습니다: 더 큰 블록을 적으세요`,
    });
  }
  if (!/:::[^/]+\/AWSLogs(?:\/|$)/.test(flowLogs?.bucketArn ?? '')) return;
  list.error(['flowLogs', 'bucketArn'], {
    en: 'has the prefix AWSLogs, which AWS adds by itself; remove it, or choose another prefix',
    ko: '접두사 AWSLogs는 AWS가 스스로 붙입니다: 지우거나 다른 접두사를 쓰세요',
  });
}

function checkDns({ dns, centralEndpoints }: NetworkConfig, { vpcs, sites }: NetworkModel, list: ProblemList): void {
  for (const [index, service] of (centralEndpoints?.services ?? []).entries()) {
    if (!BY_GATEWAY.includes(service)) continue;
    list.error(['centralEndpoints', 'services', index], {
      en: `${quote(service)} has a gateway endpoint in each VPC, which is free; remove it here`,
      ko: `${quote(service)}은(는) VPC마다 무료인 게이트웨이 엔드포인트가 있습니다: 여기서 지우세요`,
    });
  }
  if (!dns) return;
  const { endpoints, rules = [] } = dns;
  for (const [index, { domain }] of rules.entries()) {
    if (!domain.startsWith('*')) continue;
    list.error(['dns', 'rules', index, 'domain'], {
      en: `a rule covers all names below its domain by itself; write ${domain.slice(2)}`,
      ko: `규칙은 도메인 아래의 모든 이름에 적용됩니다: ${domain.slice(2)}(으)로 적으세요`,
    });
  }
  if (endpoints?.outbound && rules.length === 0) {
    list.error(['dns', 'endpoints', 'outbound'], {
      en: 'is of no use without rules that name the DNS servers; add dns.rules, or remove it',
      ko: 'DNS 서버를 적은 규칙이 없으면 쓸모가 없습니다: dns.rules를 적거나 지우세요',
    });
  }
  if (endpoints?.inbound && sites.length === 0) {
    list.error(['dns', 'endpoints', 'inbound'], {
      en: 'is of no use without sites that ask; add sites, or remove it',
      ko: '질의할 사업장이 없으면 쓸모가 없습니다: sites를 적거나 지우세요',
    });
  }
  for (const { name, source } of vpcs) {
    if (name.length <= MAX_ASSOCIATION_NAME) continue;
    list.error([...source.path, 'name'], {
      en: `the VPC would be called ${quote(name)}, and the DNS profile takes ${MAX_ASSOCIATION_NAME} characters; shorten the name`,
      ko: `VPC 이름이 ${quote(name)}이(가) 되는데 DNS 프로필은 ${MAX_ASSOCIATION_NAME}자까지 받습니다: 이름을 줄이세요`,
    });
  }
}
