import { ATTACHMENT_TIER, ipv4Block, ipv4Contains } from '../../constructs/ipv4';
import type { NetworkConfig } from '../config/schema/network';
import { writtenVpcs } from './check-network-blocks';
import { type ProblemList, quote } from './model-problem';
import type { NetworkModel } from './network-model';

/** Characters that Route 53 Profiles take in the name of an association. */
const MAX_ASSOCIATION_NAME = 64;
/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const BY_GATEWAY: readonly string[] = ['s3', 'dynamodb'];

/** Reports what AWS, or the constructs, would refuse only once the network is synthesized. */
export function checkNetworkLimits(config: NetworkConfig, network: NetworkModel, list: ProblemList): void {
  checkTierNames(config, list);
  checkSupernets(config, network, list);
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
      ko: '질의할 사이트가 없으면 쓸모가 없습니다: sites를 적거나 지우세요',
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
