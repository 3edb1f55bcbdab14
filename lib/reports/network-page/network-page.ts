import type { NetworkGraph } from '../../network/network-graph';
import type { ReachabilityReport } from '../network-reach';
import type { ReachState } from '../network-reach-states';
import { type PageSection, pageDocument } from '../page/document';
import { type Figure, header } from '../page/header';
import { html } from '../page/html';
import { holds, type IntentResult, intentsSection } from './intents';
import { matrixSection } from './matrix';
import { routesSection } from './routes';
import { NETWORK_STYLE } from './style';
import { topologySection } from './topology-section';

const SECTIONS: readonly PageSection[] = [
  { id: 'intents', ko: '의도', en: 'Intents' },
  { id: 'topology', ko: '구성도', en: 'Topology' },
  { id: 'matrix', ko: '도달 가능성', en: 'Reachability' },
  { id: 'routes', ko: '라우팅 테이블', en: 'Route tables' },
];

/** What the page of the network shows. */
export interface NetworkPageContent {
  readonly organizationId: string;
  readonly graph: NetworkGraph;
  readonly reachability: ReachabilityReport;
  readonly intents: readonly IntentResult[];
}

/** The network on one page, in Korean and English: what was meant, what is built, and what reaches what. */
export function networkPage({ organizationId, graph, reachability, intents }: NetworkPageContent): string {
  return pageDocument({
    title: { ko: `${organizationId} 네트워크`, en: `${organizationId} network` },
    header: header({ ko: '네트워크', en: 'Network' }, html`<code>${organizationId}</code>`, [
      ...inventoryFigures(graph),
      ...resultFigures(reachability, intents),
    ]),
    sections: SECTIONS,
    main: html`${intentsSection(intents)}
    ${topologySection(graph)}
    ${matrixSection(reachability)}
    ${routesSection(graph)}`,
    style: NETWORK_STYLE,
  });
}

function inventoryFigures({ vpcs, attachments, routeTables }: NetworkGraph): Figure[] {
  return [
    { label: { ko: '세그먼트', en: 'Segments' }, value: routeTables.length },
    { label: { ko: 'VPC', en: 'VPCs' }, value: vpcs.length },
    { label: { ko: '사업장', en: 'Sites' }, value: attachments.filter(({ kind }) => kind === 'site').length },
  ];
}

function resultFigures({ segments }: ReachabilityReport, intents: readonly IntentResult[]): Figure[] {
  const count = (state: ReachState): number => segments.reduce((sum, { pairs }) => sum + pairs[state], 0);
  const broken = intents.filter((result) => !holds(result)).length;
  return [
    {
      label: { ko: '의도', en: 'Intents' },
      value: intents.length,
      detail: { ko: `깨짐 ${broken}`, en: `${broken} broken` },
    },
    {
      label: { ko: '도달하는 쌍', en: 'Pairs that reach' },
      value: count('allow') + count('inspected'),
      detail: { ko: `방화벽 경유 ${count('inspected')}`, en: `${count('inspected')} via firewall` },
    },
    {
      label: { ko: '차단된 쌍', en: 'Pairs denied' },
      value: count('deny'),
      detail: {
        ko: `비대칭 ${count('asymmetric')}, 한 방향 ${count('one-way')}`,
        en: `${count('asymmetric')} asymmetric, ${count('one-way')} one way`,
      },
    },
  ];
}
