import type { CfnTransitGateway } from 'aws-cdk-lib/aws-ec2';
import type { CfnResourceShare } from 'aws-cdk-lib/aws-ram';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { allOf, anyOf, ask, unless } from '../answer';
import { refersTo, siblings } from '../siblings';

/**
 * Attachments are accepted automatically only from the organization.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
 */
export const transitGatewayAutoAccept: KismsRule = {
  id: 'TransitGatewayAutoAccept',
  criteria: ['2.6.1', '2.10.2'],
  title: {
    en: 'The transit gateway accepts attachments of accounts outside the organization',
    ko: 'Transit Gateway가 조직 외부 계정의 연결도 자동으로 수락합니다',
  },
  why: {
    en: 'Whoever the gateway is shared with joins the network without anybody looking at the request.',
    ko: '공유받은 계정은 아무도 검토하지 않아도 내부 네트워크에 연결됩니다.',
  },
  fix: {
    en: "Share it with allowExternalPrincipals: false in the same stack, or set autoAcceptSharedAttachments to 'disable'.",
    ko: "같은 스택에서 allowExternalPrincipals: false로 공유하거나 autoAcceptSharedAttachments를 'disable'로 설정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EC2::TransitGateway'],
  check(node) {
    const { autoAcceptSharedAttachments } = node as CfnTransitGateway;
    const accepts = ask(resolved(node, autoAcceptSharedAttachments), (value) => value === 'enable');
    const shares = siblings<CfnResourceShare>(node, 'AWS::RAM::ResourceShare')
      .filter(({ resourceArns }) => refersTo(resourceArns, node))
      .map((share) => ask(resolved(share, share.allowExternalPrincipals), (external) => external !== false));
    // Without a share here, the gateway may be shared elsewhere.
    return unless(allOf([accepts, shares.length === 0 ? UNKNOWN : anyOf(shares)]));
  },
};
