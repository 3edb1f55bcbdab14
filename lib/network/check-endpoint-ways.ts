import type { ModelProblem } from '../model/model-problem';
import { NETWORK_FILE } from '../model/network-context';
import type { NetworkModel } from '../model/network-model';
import type { ReachabilityMatrix } from './reachability-matrix';

const HTTPS = 443;
/** Names that a message lists. */
const SHOWN = 5;

/**
 * Reports VPCs that resolve the names of central endpoints and do not reach them: the profile answers in every VPC, so the
 * public endpoints of these services are lost there as well.
 *
 * @param matrix - what the synthesized network does
 * @param model - the VPCs, and where the endpoints are
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profile-associate-vpc-endpoints.html
 */
export function checkEndpointWays(
  matrix: ReachabilityMatrix,
  { centralEndpoints, vpcs }: NetworkModel,
): ModelProblem[] {
  if (!centralEndpoints) return [];
  const { vpc: host, services } = centralEndpoints;
  const cutOff = vpcs
    .filter(({ name, role, tiers }) => {
      const routes = role === 'spoke' && tiers.some(({ type }) => type !== 'isolated');
      return name !== host && routes && matrix.verdict(name, host, HTTPS).verdict !== 'allow';
    })
    .map(({ name }) => JSON.stringify(name));
  if (cutOff.length === 0) return [];
  const more = cutOff.length - SHOWN;
  const names = cutOff.slice(0, SHOWN).join(', ');
  const [en, ko] = more > 0 ? [`${names} and ${more} more`, `${names} 외 ${more}개`] : [names, names];
  const list = services.join(', ');
  return [
    {
      severity: 'warning',
      file: NETWORK_FILE,
      path: ['centralEndpoints', 'vpc'],
      message: {
        en: `${en} resolve ${list} to the endpoints in ${JSON.stringify(host)} and do not reach them on port ${HTTPS}, so these services fail there; let their segments reach it, in both directions`,
        ko: `${ko}에서는 ${list}을(를) ${JSON.stringify(host)}의 엔드포인트로 찾지만 ${HTTPS} 포트로 닿지 않아 이 서비스를 쓸 수 없습니다: 세그먼트끼리 양방향으로 닿게 하세요`,
      },
    },
  ];
}
