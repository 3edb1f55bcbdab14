import type { NetworkConfig } from '../config/schema/network';
import { given, NETWORK_FILE, type NetworkContext, type SiteConfig } from './network-context';
import type { SiteRow } from './network-model';
import { checkNetworkName, type NetworkNames } from './network-names';

/**
 * ASN of a transit gateway and of a Direct Connect gateway when none is given.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgateway.html
 */
const AMAZON_ASN = 64512;
/** ASN of a customer gateway when none is given, as CreateCustomerGateway has it. */
const CUSTOMER_ASN = 65000;

/** The sites, and all that is wrong with them. */
export function siteRows(config: NetworkConfig, names: NetworkNames, context: NetworkContext): SiteRow[] {
  const sites = config.sites ?? [];
  context.list.checkUnique(
    sites,
    ({ attachmentId }) => attachmentId,
    (index) => ['sites', index, 'attachmentId'],
    { en: 'attachment', ko: '연결' },
  );
  return sites.map((site, index) => {
    const path = ['sites', index];
    checkNetworkName([...path, 'segment'], 'segment', site.segment, names.segments, context);
    checkConnection(site, path, config, context);
    const { name, segment, cidrs, attachmentId, vpn, directConnect } = site;
    return {
      name,
      segment,
      cidrs,
      ...given('attachmentId', attachmentId),
      ...(vpn && {
        vpn: {
          customerGatewayIp: vpn.customerGatewayIp,
          asn: vpn.asn ?? CUSTOMER_ASN,
          staticRoutes: vpn.staticRoutes ?? false,
          ...given('logGroup', vpn.logGroup),
        },
      }),
      ...(directConnect && {
        directConnect: {
          ...given('gatewayId', directConnect.gatewayId),
          amazonSideAsn: directConnect.amazonSideAsn ?? AMAZON_ASN,
          allowedPrefixes: directConnect.allowedPrefixes,
        },
      }),
      source: { file: NETWORK_FILE, path },
    };
  });
}

/** @see https://repost.aws/knowledge-center/direct-connect-associate-transit-gateway */
function checkConnection(
  { attachmentId, vpn, directConnect }: SiteConfig,
  at: (string | number)[],
  { transitGateway }: NetworkConfig,
  { list }: NetworkContext,
): void {
  if (!attachmentId && !vpn && !directConnect) {
    list.error(at, {
      en: 'says nothing of its connection; give vpn, directConnect or attachmentId',
      ko: '연결 방법이 없습니다: vpn, directConnect, attachmentId 중 하나를 적으세요',
    });
  }
  if (vpn && directConnect) {
    list.error(at, {
      en: 'has both vpn and directConnect, and an attachment is one of them; make two sites of it',
      ko: 'vpn과 directConnect가 모두 있지만 연결 하나는 둘 중 하나입니다: 사업장을 둘로 나누세요',
    });
  }
  // Nobody here knows the ASN of a gateway that exists.
  if (!directConnect || directConnect.gatewayId !== undefined) return;
  if (transitGateway.id !== undefined && transitGateway.amazonSideAsn === undefined) return;
  const asn = directConnect.amazonSideAsn ?? AMAZON_ASN;
  if (asn !== (transitGateway.amazonSideAsn ?? AMAZON_ASN)) return;
  list.error([...at, 'directConnect', ...(directConnect.amazonSideAsn === undefined ? [] : ['amazonSideAsn'])], {
    en: `the Direct Connect gateway would have the ASN ${asn} of the transit gateway, and AWS refuses to associate the two; give it another amazonSideAsn`,
    ko: `Direct Connect 게이트웨이의 ASN이 Transit Gateway와 같은 ${asn}이면 AWS가 연결을 거부합니다: amazonSideAsn을 다르게 적으세요`,
  });
}
