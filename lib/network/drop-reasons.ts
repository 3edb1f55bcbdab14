import type { LocalizedText } from '../../constructs';

/** Zones that a packet starts and ends in, or the endpoint where it has none. */
interface Zones {
  readonly from: string;
  readonly to: string;
}

/** What a packet passes between two zones. */
interface Way extends Zones {
  readonly via: readonly string[];
}

/** Why a packet goes no further: each names the place and the route, or the missing route, that decided. */
export const drops = {
  noRoute: (place: string, address: string): LocalizedText => ({
    en: `${place} has no route to ${address}`,
    ko: `${place}에 ${address}(으)로 가는 라우팅이 없습니다`,
  }),
  blackhole: (segment: string, cidr: string): LocalizedText => ({
    en: `segment ${segment} drops ${cidr} (blackhole)`,
    ko: `세그먼트 ${segment}이(가) ${cidr}을(를) 버립니다(블랙홀)`,
  }),
  notAttached: (vpc: string): LocalizedText => ({
    en: `VPC ${vpc} has no transit gateway attachment`,
    ko: `VPC ${vpc}에 Transit Gateway 연결이 없습니다`,
  }),
  noAttachmentSubnet: (vpc: string, zone: string): LocalizedText => ({
    en: `VPC ${vpc} has no attachment subnet in ${zone}`,
    ko: `VPC ${vpc}의 ${zone}에 연결용 서브넷이 없습니다`,
  }),
  notAssociated: (attachment: string): LocalizedText => ({
    en: `attachment ${attachment} is associated with no route table`,
    ko: `연결 ${attachment}이(가) 어떤 라우팅 테이블에도 연결되어 있지 않습니다`,
  }),
  networkAcl: (subnet: string, direction: 'in' | 'out', address: string): LocalizedText => ({
    en: `the network ACL of ${subnet} lets nothing ${direction === 'in' ? 'in from' : 'out to'} ${address}`,
    ko: `${subnet}의 네트워크 ACL이 ${address} ${direction === 'in' ? '에서 오는' : '(으)로 가는'} 트래픽을 막습니다`,
  }),
  elsewhere: (place: string, address: string): LocalizedText => ({
    en: `${address} arrives at ${place}, which is not its target`,
    ko: `${address}(으)로 가는 패킷이 대상이 아닌 ${place}에 도착합니다`,
  }),
  noPublicAddress: (subnet: string): LocalizedText => ({
    en: `${subnet} sends it to an internet gateway, which forwards only what starts in the subnet or comes from a NAT gateway`,
    ko: `${subnet}이(가) 인터넷 게이트웨이로 보내지만, 그 서브넷에서 시작하거나 NAT 게이트웨이에서 온 트래픽만 나갈 수 있습니다`,
  }),
  privateOnInternet: (subnet: string, address: string): LocalizedText => ({
    en: `${subnet} sends ${address} to the internet, where it is not`,
    ko: `${subnet}이(가) ${address}을(를) 그 주소가 없는 인터넷으로 보냅니다`,
  }),
  noNatGateway: (vpc: string, zone: string): LocalizedText => ({
    en: `VPC ${vpc} has no NAT gateway in ${zone}`,
    ko: `VPC ${vpc}의 ${zone}에 NAT 게이트웨이가 없습니다`,
  }),
  notPublic: (subnet: string): LocalizedText => ({
    en: `${subnet} has no route to an internet gateway`,
    ko: `${subnet}에 인터넷 게이트웨이로 가는 라우팅이 없습니다`,
  }),
  loop: (place: string): LocalizedText => ({
    en: `the packet comes back to ${place}: the routes form a loop`,
    ko: `패킷이 ${place}(으)로 되돌아옵니다: 라우팅이 순환합니다`,
  }),
  noSubnet: (vpc: string): LocalizedText => ({
    en: `VPC ${vpc} has no subnet besides those of its attachment`,
    ko: `VPC ${vpc}에 연결용 서브넷 말고는 서브넷이 없습니다`,
  }),
};

/** Why a pair of endpoints is not `allow` although packets arrive, or not the same way everywhere. */
export const breaks = {
  replyLost: ({ en, ko }: LocalizedText): LocalizedText => ({
    en: `the reply is lost: ${en}`,
    ko: `응답이 사라집니다: ${ko}`,
  }),
  besidesTcp: (protocol: LocalizedText): LocalizedText => ({
    en: `network ACLs let no TCP through, but ${protocol.en}`,
    ko: `네트워크 ACL이 TCP는 막지만 ${protocol.ko}은(는) 막지 않습니다`,
  }),
  oneDirection: (names: readonly string[]): LocalizedText => ({
    en: `${names.join(', ')} sees one direction of the connection only`,
    ko: `${names.join(', ')}이(가) 연결의 한쪽 방향만 봅니다`,
  }),
  zones: ({ from, to }: Zones, { en, ko }: LocalizedText): LocalizedText => ({
    en: `not between all zones: from ${from} to ${to}, ${en}`,
    ko: `모든 가용 영역에서 되지는 않습니다. ${from}에서 ${to}(으)로는 ${ko}`,
  }),
  someZones: ({ from, to }: Zones, { en, ko }: LocalizedText): LocalizedText => ({
    en: `only between some zones: from ${from} to ${to}, ${en}`,
    ko: `일부 가용 영역에서만 그렇습니다. ${from}에서 ${to}(으)로는 ${ko}`,
  }),
  ways: (ways: readonly Way[]): LocalizedText => {
    const en = ways.map(
      ({ from, to, via }) => `from ${from} to ${to} ${via.length > 0 ? `by ${via.join(', ')}` : 'directly'}`,
    );
    const ko = ways.map(
      ({ from, to, via }) => `${from}에서 ${to}(으)로는 ${via.length > 0 ? `${via.join(', ')}을(를) 거쳐` : '바로'}`,
    );
    return {
      en: `the way differs between zones: ${en.join(', ')}`,
      ko: `가용 영역마다 길이 다릅니다. ${ko.join(', ')} 닿습니다`,
    };
  },
};
